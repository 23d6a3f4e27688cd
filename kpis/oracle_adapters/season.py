"""Worked cases about the season."""

from collections.abc import Mapping
from datetime import date

from kpis.buckets import DEFAULT_BUCKETS, Buckets
from kpis.business.income import revenue_per_visit
from kpis.oracle_adapters.naming import defined, mapping_of, named, percent_of, series_of, value_of
from kpis.oracles import Adapter, Inputs, Outputs
from kpis.season.change import offseason_share, season_growth_contribution, season_shift_label
from kpis.season.concentration import cv_season, gini_season_norm, theil_season
from kpis.season.markets import season_market_rme
from kpis.season.model import seasonal_factors, stl_seasonal_strength
from kpis.season.opening import gini_season_open, gini_season_per_day, open_months
from kpis.season.peaks import (
    peak_month_share,
    peak_trough_ratio,
    seasonality_indicator,
    seasonality_ratio,
    top3_share,
)
from kpis.season.revenue import gini_season_revenue
from kpis.season.spread import months_to_move, season_evenness


def _spread_family(inputs: Inputs) -> Outputs:
    if "visits_by_month" not in inputs:
        return {
            "gini_norm_true": value_of(gini_season_norm(inputs["visits_by_month_true"])),
            "gini_norm_if_blank_read_as_zero": value_of(gini_season_norm(inputs["visits_by_month_wrong"])),
        }
    months = inputs["visits_by_month"]
    evenness = {
        "entropy": "entropy",
        "relative_redundancy": "redundancy",
        "effective_months_shannon": "effective_months",
        "effective_months_simpson": "effective_months_simpson",
    }
    return {
        **named(peak_trough_ratio(months), "peak_trough_ratio"),
        **named(gini_season_norm(months), "gini_norm", gini="gini"),
        **named(seasonality_ratio(months), "seasonality_ratio"),
        **named(seasonality_indicator(months), "seasonality_indicator"),
        **named(cv_season(months), "cv", cv_norm="normalised"),
        **named(theil_season(months), "theil", theil_norm="normalised"),
        **named(season_evenness(months), "entropy_norm", **evenness),
        **named(peak_month_share(months), "peak_month_share"),
        **named(top3_share(months), "top3_share"),
        **named(months_to_move(months), "months_to_move", months_to_move_norm="normalised"),
    }


def _open(inputs: Inputs) -> Outputs:
    visits, flags = inputs["visits_by_month"], [bool(flag) for flag in inputs["open_flag"]]
    return {
        **named(gini_season_norm(visits), "gini_norm_12", gini_12="gini"),
        **named(gini_season_open(visits, flags), "gini_norm_open", gini_open="gini"),
        **named(open_months(flags), "open_months"),
    }


def _buckets(inputs: Inputs) -> Outputs:
    buckets = Buckets(*(tuple(inputs[season]) for season in ("high", "shoulder", "low")))
    shares = {name: name for name in ("high_share", "shoulder_share", "low_share")}
    return named(offseason_share(inputs["visits_by_month"], buckets=buckets), "off_peak_share", **shares)


def _contribution(inputs: Inputs) -> Outputs:
    contribution = season_growth_contribution(inputs["visits_prev"], inputs["visits_curr"])
    parts = {"high_pp": "high", "shoulder_pp": "shoulder", "low_pp": "low", "gini_norm_change": "gini_norm_change"}
    return {
        **named(contribution, "off_peak_pp", **parts),
        "total_growth_pct": percent_of(contribution, "total_growth"),
    }


def _shift(inputs: Inputs) -> Outputs:
    tolerance = inputs["tolerance_gini_norm"]
    shift = season_shift_label(
        inputs["visits_prev"], inputs["visits_curr"], buckets=DEFAULT_BUCKETS, tolerance=tolerance
    )
    names = {
        "gini_norm_prev": "gini_norm_previous",
        "gini_norm_curr": "gini_norm_current",
        "offpeak_visits_change": "off_peak_change",
        "peak_visits_change": "peak_change",
    }
    return {**named(shift, "label", **names), "total_change_pct": percent_of(shift, "total_growth")}


def _market_effects(inputs: Inputs) -> Outputs:
    effects = defined(season_market_rme(inputs["visits_by_market_month"]))
    names = {
        "share": "share",
        "gini_k": "gini",
        "gini_corr": "correlation",
        "contribution": "contribution",
        "rel_contribution": "relative_contribution",
        "rme": "rme",
    }
    by_market = {
        market: {theirs: parts[ours] for theirs, ours in names.items()}
        for market, parts in mapping_of(effects, "markets").items()
    }
    return {"gini_total": effects.detail["gini"], "markets": by_market}


def _factors(inputs: Inputs) -> Outputs:
    first_month = date.fromisoformat(inputs["start"] + "-01").month
    factors = seasonal_factors(inputs["monthly_series"], first_month=first_month)
    return named(factors, "highest", factors_jan_dec="factors")


def _strength(inputs: Inputs) -> Outputs:
    strength = stl_seasonal_strength(inputs["monthly_series"])
    seasonal, trend = series_of(strength, "seasonal"), series_of(strength, "trend")
    july, december = -6, -1  # of 2025, the last year of the series
    return {
        **named(strength, "seasonal_strength", trend_strength="trend_strength"),
        "stl_seasonal_2025_07": seasonal[july],
        "stl_trend_2025_12": trend[december],
    }


def _per_day(inputs: Inputs) -> Outputs:
    visits = inputs["visits_by_month"]
    return {
        "gini_norm_raw": value_of(gini_season_norm(visits)),
        "gini_norm_per_calendar_day": value_of(gini_season_per_day(visits, inputs["days_in_month"])),
        "gini_norm_per_open_day": value_of(gini_season_per_day(visits, inputs["open_days"])),
    }


def _revenue(inputs: Inputs) -> Outputs:
    revenue, visits = inputs["revenue_by_month"], inputs["visits_by_month"]
    concentration = gini_season_revenue(revenue, visits)
    names = {"gini_norm_visits": "gini_norm_visits", "revenue_minus_visits": "gap", "own_income_total": "total"}
    months = zip(revenue, visits, strict=True)
    return {
        **named(concentration, "gini_norm_revenue", **names),
        "revenue_per_visit_by_month": [value_of(revenue_per_visit(earned, visited)) for earned, visited in months],
    }


ADAPTERS: Mapping[str, Adapter] = {
    "season_spread_family": _spread_family,
    "gini_season_open": _open,
    "offseason_share": _buckets,
    "season_growth_contribution": _contribution,
    "season_shift_label": _shift,
    "season_market_rme": _market_effects,
    "seasonal_factors": _factors,
    "stl_seasonal_strength": _strength,
    "gini_season_per_day": _per_day,
    "gini_season_revenue": _revenue,
}
