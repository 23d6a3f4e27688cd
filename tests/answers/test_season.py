"""The season: measured on whole years, against the same reporters, with money hidden where it names a business."""

from collections.abc import Sequence

import pytest

from access.reader import LOCAL_ANALYST, Reader
from answers.answer import number_of
from answers.compare import Coverage
from answers.season import OF_ONE_YEAR, OWN_INCOME, Season, own_income_by_month, season
from kpis.business.income import NOT_EARNED
from kpis.result import Undefined, Value
from kpis.season.change import offseason_share
from kpis.season.concentration import gini_season_norm
from tests.answers.tables import Row, TableData, closed, in_place, months, opened, place_of
from warehouse.schema import datasets

OUTSIDER = Reader("Gæst", "reader", places=None)
V2025 = [120, 140, 260, 480, 720, 1100, 2400, 1900, 800, 620, 240, 220]
EVEN = [100] * 12
SUMMER = [0, 0, 0, 300, 500, 800, 1600, 1400, 500, 300, 0, 0]


def of(year: int, visits: Sequence[Row], reader: Reader = LOCAL_ANALYST, **tables: Sequence[Row]) -> Season:
    actors = sorted({str(row["actor_id"]) for row in visits})
    data = TableData({"actors": in_place(*actors), "visits": visits, **tables})
    return season(data, place_of(data), year, reader)


def value(answered: Season, kpi_id: str) -> float | None:
    return number_of(answered.answers[kpi_id].result)


def test_a_whole_year_gives_the_worked_figures() -> None:
    answered = of(2025, months("a", 2025, V2025))
    assert value(answered, "gini_season_norm") == pytest.approx(0.5192, abs=5e-5)
    assert value(answered, "peak_month_share") == pytest.approx(2400 / 9000)


def test_a_year_in_progress_has_no_season() -> None:
    answered = of(2025, months("a", 2025, V2025[:11]))
    for kpi in OF_ONE_YEAR:
        assert answered.answers[kpi.__name__].result == Undefined("missing_month", {"missing_months": (12,)})


def test_a_closed_winter_is_part_of_the_season_and_a_blank_one_is_not() -> None:
    open_months = months("a", 2025, SUMMER[3:10], first=4)
    winter = closed("a", *(f"2025-{month:02d}" for month in (1, 2, 3, 11, 12)))
    assert value(of(2025, open_months, opening=winter), "gini_season_norm") == pytest.approx(0.670, abs=5e-4)
    assert value(of(2025, open_months), "gini_season_norm") is None


def test_the_year_before_is_that_of_the_same_reporters() -> None:
    visits = [*months("a", 2024, V2025), *months("a", 2025, EVEN), *months("gone", 2024, EVEN)]
    answer = of(2025, visits[:24]).answers["gini_season_norm"]
    assert answer.previous == gini_season_norm(V2025)
    with_gap = of(2025, visits).answers["gini_season_norm"]
    assert (number_of(with_gap.result), with_gap.previous) == (0, gini_season_norm(V2025))


def test_a_new_museum_leaves_nothing_to_compare_the_season_with() -> None:
    visits = [*months("a", 2024, EVEN), *months("a", 2025, EVEN), *months("new", 2025, V2025)]
    answer = of(2025, visits).answers["gini_season_norm"]
    assert number_of(answer.result) is not None
    assert answer.change is None


def test_the_sparkline_has_a_gap_where_a_year_has_one() -> None:
    visits = [*months("a", 2023, V2025), *months("a", 2024, V2025[:6]), *months("a", 2025, EVEN)]
    spark = of(2025, visits).answers["offseason_share"].spark
    assert spark == (number_of(offseason_share(V2025)), None, 0.75)


def test_flatter_or_steeper_is_judged_over_those_who_report_in_both_years() -> None:
    flat = [count + (100 if number not in (5, 6, 7) else 0) for number, count in enumerate(V2025)]
    visits = [*months("a", 2024, V2025), *months("a", 2025, flat), *months("new", 2025, SUMMER)]
    label = of(2025, visits).answers["season_shift_label"]
    assert isinstance(label.result, Value)
    assert (label.result.value, label.coverage) == ("flatter_by_offpeak_gain", Coverage(1, 2))


def test_concentration_per_open_day_divides_the_visits_of_those_whose_days_are_known() -> None:
    days = [10, 10, 20, 20, 20, 30, 30, 30, 20, 20, 10, 10]
    busy = [20 * count for count in days]
    visits = [*months("a", 2025, busy), *months("untold", 2025, V2025)]
    answer = of(2025, visits, opening=opened("a", 2025, days)).answers["gini_season_per_day"]
    assert number_of(answer.result) == pytest.approx(0)
    assert answer.coverage == Coverage(1, 2)


def test_the_open_days_of_who_has_not_reported_its_visits_do_not_count() -> None:
    days = [10, 10, 20, 20, 20, 30, 30, 30, 20, 20, 10, 10]
    visits = [*months("a", 2025, [20 * count for count in days]), *months("late", 2025, EVEN[:9])]
    told = opened("a", 2025, days) + opened("late", 2025, [1] * 6 + [30] * 6)
    answer = of(2025, visits, opening=told).answers["gini_season_per_day"]
    assert number_of(answer.result) == pytest.approx(0)
    assert answer.coverage == Coverage(1, 2)


def test_concentration_while_open_keeps_to_those_who_have_told_when_they_are() -> None:
    visits = [*months("a", 2025, SUMMER), *months("untold", 2025, EVEN)]
    answer = of(2025, visits, opening=opened("a", 2025, [30 * (count > 0) for count in SUMMER])).answers
    assert number_of(answer["gini_season_open"].result) == pytest.approx(0.395, abs=5e-4)
    assert answer["gini_season_open"].coverage == Coverage(1, 2)


def test_without_opening_it_is_unknown_whether_the_house_was_open() -> None:
    answered = of(2025, months("a", 2025, V2025))
    for kpi_id in ("open_months", "gini_season_open", "gini_season_per_day"):
        assert getattr(answered.answers[kpi_id].result, "reason", None) == "opening_unknown"


def test_open_months_are_compared_for_the_same_houses_only() -> None:
    visits = [*months("a", 2024, EVEN), *months("a", 2025, EVEN), *months("b", 2025, EVEN)]
    told = opened("a", 2024, [30] * 6 + [0] * 6) + opened("a", 2025, [30] * 8 + [0] * 4)
    assert of(2025, visits, opening=told).answers["open_months"].change == 2
    assert of(2025, visits, opening=told + opened("b", 2025, [30] * 12)).answers["open_months"].previous is None


def revenue(actor: str, amounts: Sequence[float], stream: str = "admission") -> list[Row]:
    return months(actor, 2025, amounts, column="amount_dkk", stream=stream)


def test_revenue_of_fewer_than_three_actors_is_hidden_from_who_may_not_see_single_businesses() -> None:
    visits = [row for name in "abc" for row in months(name, 2025, EVEN)]
    two = revenue("a", V2025) + revenue("b", V2025)
    hidden = of(2025, visits, OUTSIDER, revenue=two).answers["gini_season_revenue"]
    assert hidden.result == Undefined("too_few_actors", {"minimum": 3})
    assert (hidden.previous, hidden.spark) == (None, ())
    shown = of(2025, visits, LOCAL_ANALYST, revenue=two).answers["gini_season_revenue"]
    assert number_of(shown.result) == number_of(gini_season_norm(V2025))
    three = of(2025, visits, OUTSIDER, revenue=two + revenue("c", V2025)).answers["gini_season_revenue"]
    assert number_of(three.result) == number_of(gini_season_norm(V2025))


def test_the_season_of_revenue_stands_beside_that_of_the_same_actors_visits() -> None:
    visits = [*months("a", 2025, V2025), *months("b", 2025, EVEN)]
    result = of(2025, visits, revenue=revenue("a", V2025)).answers["gini_season_revenue"].result
    assert isinstance(result, Value)
    assert result.detail["gap"] == 0


def test_grants_and_costs_are_no_own_income_and_a_given_total_is_not_added_to_its_parts() -> None:
    rows = revenue("a", EVEN, "all") + revenue("a", EVEN, "shop") + revenue("a", EVEN, "grant_public")
    income = own_income_by_month(TableData({"revenue": rows + revenue("b", EVEN, "cost")}), ["a", "b"], 2025)
    assert income.sum(axis=1).to_dict() == {"a": 1200}


def test_every_stream_is_either_earned_or_not() -> None:
    streams = {choice.code for choice in datasets()["revenue"].column("stream").choices}
    assert set(OWN_INCOME) | NOT_EARNED == streams
    assert not set(OWN_INCOME) & NOT_EARNED


def test_the_model_follows_the_reporters_that_were_there_all_along() -> None:
    visits = [row for year in (2023, 2024, 2025) for row in months("a", year, V2025)]
    answered = of(2025, [*visits, *months("new", 2025, [5000] * 12)])
    factors = answered.answers["seasonal_factors"]
    assert isinstance(factors.result, Value)
    assert factors.result.detail["peak_month"] == 7
    assert number_of(factors.result) == pytest.approx(2400 / 750)
    assert (factors.coverage, factors.period) == (Coverage(1, 2), "2023-01/2025-12")


def test_a_series_that_starts_in_summer_has_its_factors_in_the_right_months() -> None:
    visits = [*months("a", 2022, V2025[5:], first=6), *(row for y in (2023, 2024) for row in months("a", y, V2025))]
    factors = of(2024, visits).answers["seasonal_factors"].result
    assert isinstance(factors, Value)
    assert factors.detail["peak_month"] == 7


def test_the_season_of_a_reference_needs_a_reference() -> None:
    visits = months("a", 2025, V2025)
    assert of(2025, visits).answers["season_gap_vs_reference"].result == Undefined("reference_missing")
    rows: list[Row] = [
        {"area_code": "Fyn", "period": f"2025-{month:02d}", "indicator": "visits", "value": 100}
        for month in range(1, 13)
    ]
    gap = of(2025, visits, reference=rows).answers["season_gap_vs_reference"]
    assert number_of(gap.result) == number_of(gini_season_norm(V2025))


def test_the_years_of_the_heatmap_are_those_with_figures() -> None:
    answered = of(2025, [*months("a", 2023, EVEN), *months("a", 2025, EVEN)])
    assert list(answered.rows_by_year) == [2023, 2025]


def test_a_place_of_nothing_has_a_reason_for_every_figure() -> None:
    answered = of(2025, [], destinations=[{"destination_id": "p"}])
    assert all(isinstance(answer.result, Undefined) for answer in answered.answers.values())
