"""Worked cases about growth, capacity and markets."""

from collections.abc import Mapping
from datetime import date
from itertools import combinations, pairwise

from kpis.growth.capacity import (
    capacity_headroom,
    capacity_utilisation,
    month_capacity,
    month_headroom,
    offpeak_capacity_use,
)
from kpis.growth.easter import easter_moved, easter_sunday, implied_previous, visits_yoy_easter
from kpis.growth.forecast import forecast_mase
from kpis.growth.intensity import (
    average_night_pressure,
    defert_index,
    tourism_density,
    tourism_intensity,
    visitor_pressure,
)
from kpis.growth.market_growth import growth_share_quadrant, shift_share
from kpis.growth.markets import foreign_visitor_share, source_market_hhi
from kpis.growth.reference import market_share_nights, relative_growth_gap
from kpis.growth.stays import avg_length_of_stay
from kpis.growth.trend import rolling_totals, visits_cagr, visits_rolling12, visits_trend_growth
from kpis.growth.visits import change_in_points, visits_total, visits_yoy, visits_ytd_growth
from kpis.known import MONTHS_OF_A_YEAR
from kpis.oracle_adapters.naming import defined, mapping_of, named, percent_of, value_of
from kpis.oracles import Adapter, Inputs, Outputs
from kpis.result import Undefined, Value
from kpis.season.concentration import gini_season_norm
from kpis.season.reference import season_gap_vs_reference


def _yoy(inputs: Inputs) -> Outputs:
    if "annual" not in inputs:
        return named(visits_yoy(inputs["prev"], inputs["curr"]), "value")
    years = pairwise(inputs["annual"].items())
    return {year: value_of(visits_yoy(before, after)) for (_, before), (year, after) in years}


def _cagr(inputs: Inputs) -> Outputs:
    if "series" not in inputs:
        return named(visits_cagr(inputs["first"], inputs["last"], inputs["years"]), "cagr")
    series = {int(year): total for year, total in inputs["series"].items()}
    outputs: dict[str, object] = {}
    for first, last in combinations(sorted(series), 2):
        growth = value_of(visits_yoy(series[first], series[last]))
        outputs[f"vs_{first}"] = growth
        if last == first + 1:
            outputs[f"yoy_{last}"] = outputs[f"drop_{last}"] = growth
        outputs[f"cagr_{first}_{last}"] = value_of(visits_cagr(series[first], series[last], last - first))
    return outputs


def _trend(inputs: Inputs) -> Outputs:
    trend = visits_trend_growth({int(year): total for year, total in inputs["annual"].items()})
    low, high = (trend.interval if isinstance(trend, Value) else None) or (None, None)
    return {**named(trend, "annual_rate", theil_sen_rate="theil_sen"), "ci95_low": low, "ci95_high": high}


def _rolling(inputs: Inputs) -> Outputs:
    rolling = visits_rolling12(inputs["monthly_series"])
    first_windows = rolling_totals(inputs["monthly_series"])[:3]
    return {**named(rolling, "last", growth_last_vs_12m_ago="growth"), "first_three": first_windows}


def _ytd(inputs: Inputs) -> Outputs:
    previous, current = inputs["prev_year"], inputs["curr_year_so_far"]
    wrong = visits_yoy(defined(visits_total(previous)).number, defined(visits_total(current)).number)
    return {
        **named(visits_ytd_growth(previous, current), "ytd_growth"),
        "wrong_full_year_comparison": value_of(wrong),
        **named(gini_season_norm(current), "gini"),
    }


def _easter_dates(inputs: Inputs) -> Outputs:
    return {str(year): easter_sunday(year).isoformat() for year in inputs["years"]}


def _year(day: str) -> int:
    return date.fromisoformat(day).year


def _easter(inputs: Inputs) -> Outputs:
    if "march_2017_change" in inputs:
        implied = implied_previous(inputs["march_2017_change"], inputs["march_2017_change_nights"])
        moved = easter_moved(_year(inputs["easter_2016"]), _year(inputs["easter_2017"]))
        return {"implied_march_2016_nights": value_of(implied), "flag_march_april": moved}
    years = _year(inputs["easter_prev"]), _year(inputs["easter_curr"])
    previous, current = (inputs["mar_prev"], inputs["apr_prev"]), (inputs["mar_curr"], inputs["apr_curr"])
    growth = visits_yoy_easter(previous, current, years=years)
    return named(growth, "mar_apr_yoy", mar_yoy="march", apr_yoy="april")


def _four_tables(inputs: Inputs) -> tuple[Mapping[str, float], ...]:
    return inputs["local_prev"], inputs["local_curr"], inputs["ref_prev"], inputs["ref_curr"]


def _shift_share(inputs: Inputs) -> Outputs:
    parts = {name: name for name in ("national", "mix", "total_change", "reference_growth", "by_market")}
    return named(shift_share(*_four_tables(inputs)), "competitive", **parts)


def _quadrants(inputs: Inputs) -> Outputs:
    quadrants = growth_share_quadrant(*_four_tables(inputs), share_cut=inputs["share_cut"])
    return mapping_of(quadrants, "markets")


def _relative(inputs: Inputs) -> Outputs:
    gap = relative_growth_gap(inputs["local_prev"], inputs["local_curr"], inputs["ref_prev"], inputs["ref_curr"])
    return {
        **named(gap, "gap_pp"),
        "local_growth_pct": percent_of(gap, "local_growth"),
        "ref_growth_pct": percent_of(gap, "reference_growth"),
        "visits_per_1000_ref_nights_prev": value_of(market_share_nights(inputs["local_prev"], inputs["ref_prev"])),
        "visits_per_1000_ref_nights_curr": value_of(market_share_nights(inputs["local_curr"], inputs["ref_curr"])),
    }


def _hhi(inputs: Inputs) -> Outputs:
    markets = inputs["visits_by_market"]
    names = {"hhi_0_1": "hhi", "hhi_norm": "normalised"}
    same = {name: name for name in ("effective_markets", "top3_share")}
    return {
        **named(source_market_hhi(markets), "hhi_10000", **names, **same),
        **named(foreign_visitor_share(markets), "foreign_share"),
    }


def _foreign_share(inputs: Inputs) -> Outputs:
    share = inputs["series"]
    return {
        "change_pp_2021_2022": value_of(change_in_points(share["2021"], share["2022"])),
        "gap_pp_2022_vs_2019": value_of(change_in_points(share["2019"], share["2022"])),
    }


def _capacity(inputs: Inputs) -> tuple[list[float | None], list[float | None]]:
    return inputs["visits_by_month"], [month_capacity(days, inputs["daily_capacity"]) for days in inputs["open_days"]]


def _headroom(inputs: Inputs) -> Outputs:
    visits, capacity = _capacity(inputs)
    target = inputs["target_utilisation"]
    used = named(
        capacity_utilisation(visits, capacity),
        "annual_utilisation",
        utilisation_by_month="by_month",
        peak_utilisation="peak",
        flag="flag",
    )
    if len(visits) < MONTHS_OF_A_YEAR:
        pairs = zip(visits, capacity, strict=True)
        room = [month_headroom(taken, most, target) for taken, most in pairs if taken is not None and most is not None]
        return {**used, "headroom_visits": room[0]}
    headroom = capacity_headroom(visits, capacity, target=target)
    return {
        **used,
        "capacity_by_month": capacity,
        **named(headroom, "headroom_visits", headroom_offpeak_visits="off_peak"),
        "headroom_pct_of_visits": percent_of(headroom, "share_of_visits"),
    }


def _offpeak_use(inputs: Inputs) -> Outputs:
    return named(offpeak_capacity_use(*_capacity(inputs)), "offpeak_utilisation", peak_utilisation="high_season")


def _intensity(inputs: Inputs) -> Outputs:
    nights, residents = inputs["nights"], inputs["residents"]
    average_night = average_night_pressure(nights, residents, days=inputs["days"])
    intensity = tourism_intensity(nights, residents)
    return {
        **named(intensity, "nights_per_resident", nights_per_1000_residents="per_1000_residents"),
        **named(tourism_density(nights, inputs["area_km2"]), "nights_per_km2"),
        **named(defert_index(inputs["beds"], residents), "defert_beds_per_100_residents"),
        **named(visitor_pressure(inputs["visits"], residents), "visits_per_100_residents"),
        **named(average_night, "tourists_per_100_residents_avg_night"),
    }


def _length_of_stay(inputs: Inputs) -> Outputs:
    return named(avg_length_of_stay(inputs["nights"], inputs["arrivals"]), "los")


def _mase(inputs: Inputs) -> Outputs:
    def error(forecast: str) -> Value | Undefined:
        return forecast_mase(inputs["train"], inputs["test"], inputs[forecast])

    if "forecast" in inputs:
        return named(error("forecast"), "mase")
    return {
        **named(error("forecast_seasonal_naive"), "mase_seasonal_naive", denominator="denominator"),
        **named(error("forecast_scaled_naive"), "mase_scaled_naive", skill_vs_snaive="skill"),
    }


def _season_gap(inputs: Inputs) -> Outputs:
    gap = season_gap_vs_reference(inputs["local"], inputs["reference_months"])
    return named(gap, "gap", gini_norm_local="gini_norm_local", gini_norm_ref="gini_norm_reference")


ADAPTERS: Mapping[str, Adapter] = {
    "visits_yoy": _yoy,
    "visits_cagr": _cagr,
    "visits_trend_growth": _trend,
    "visits_rolling12": _rolling,
    "visits_ytd_growth": _ytd,
    "easter_flag": _easter_dates,
    "visits_yoy_easter": _easter,
    "shift_share": _shift_share,
    "growth_share_quadrant": _quadrants,
    "relative_growth_gap": _relative,
    "source_market_hhi": _hhi,
    "foreign_visitor_share": _foreign_share,
    "capacity_headroom": _headroom,
    "offpeak_capacity_use": _offpeak_use,
    "tourism_intensity": _intensity,
    "avg_length_of_stay": _length_of_stay,
    "forecast_mase": _mase,
    "season_gap_vs_reference": _season_gap,
}
