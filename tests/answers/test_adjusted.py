"""Raw and adjusted beside each other: the same actors and months, the leap day, and equal opening days."""

from collections.abc import Sequence

import pytest

from answers.adjusted import Compared, comparisons
from answers.answer import number_of
from answers.compare import Coverage, two_years
from answers.growth import growth
from answers.panel import panel_of
from kpis.result import Undefined, Value
from tests.answers.tables import Row, TableData, in_place, months, opened, place_of

EVEN = [100] * 12


def data(visits: Sequence[Row], opening: Sequence[Row] = ()) -> TableData:
    actors = in_place(*sorted({str(row["actor_id"]) for row in visits}))
    return TableData(
        {"destinations": [{"destination_id": "p"}], "actors": actors, "visits": visits, "opening": opening}
    )


def ways(found: TableData, year: int) -> dict[str, Compared]:
    panel = panel_of(found, place_of(found))
    return {way.how: way for way in comparisons(found, panel, two_years(panel, year))}


def number(way: Compared) -> float | None:
    return number_of(way.result)


def test_a_new_museum_is_growth_as_reported_and_none_like_for_like() -> None:
    told = ways(data([*months("a", 2024, EVEN), *months("a", 2025, EVEN), *months("new", 2025, EVEN)]), 2025)
    assert number(told["raw"]) == pytest.approx(1)
    assert number(told["like_for_like"]) == 0
    assert told["like_for_like"].coverage == Coverage(1, 2)


def test_half_a_year_is_never_set_beside_a_whole_one() -> None:
    told = ways(data([*months("a", 2024, EVEN), *months("a", 2025, [110] * 6)]), 2025)
    assert told["raw"].result == Undefined("incomplete_year", {"known": 6})
    assert number(told["like_for_like"]) == pytest.approx(0.1)
    first_year = ways(data([*months("a", 2024, EVEN[:6], first=7), *months("a", 2025, EVEN)]), 2025)
    assert first_year["raw"].result == Undefined("incomplete_year", {"known": 6, "side": "previous"})


def test_march_without_april_is_in_the_raw_figure_only() -> None:
    spring = [100, 100, 400]
    told = ways(data([*months("a", 2024, [100] * 3), *months("a", 2025, spring)]), 2025)
    assert number(told["raw"]) == pytest.approx(600 / 300 - 1)
    assert number(told["like_for_like"]) == 0


def test_the_leap_day_is_taken_out_of_february_alone() -> None:
    found = data([*months("a", 2023, [280] * 12), *months("a", 2024, [280, 290, *[280] * 10])])
    told = ways(found, 2024)
    assert number(told["like_for_like"]) == pytest.approx(10 / 3360)
    assert number(told["leap_day"]) == pytest.approx(0)


def test_after_a_leap_year_the_day_is_taken_out_of_the_year_before() -> None:
    found = data([*months("a", 2024, [280, 290, *[280] * 10]), *months("a", 2025, [280] * 12)])
    assert number(ways(found, 2025)["leap_day"]) == pytest.approx(0)


def test_without_a_leap_day_among_the_months_nothing_is_told_of_it() -> None:
    assert "leap_day" not in ways(data([*months("a", 2022, EVEN), *months("a", 2023, EVEN)]), 2023)
    autumn = [*months("a", 2023, EVEN[:6], first=7), *months("a", 2024, EVEN[:6], first=7)]
    assert "leap_day" not in ways(data(autumn), 2024)


def test_twice_as_many_guests_on_twice_as_many_days_is_no_growth() -> None:
    opening = [*opened("a", 2024, [10] * 12), *opened("a", 2025, [20] * 12)]
    told = ways(data([*months("a", 2024, EVEN), *months("a", 2025, [200] * 12)], opening), 2025)
    assert number(told["like_for_like"]) == pytest.approx(1)
    assert number(told["opening_days"]) == pytest.approx(0)


def test_days_are_made_equal_month_by_month_and_actor_by_actor() -> None:
    opening = [
        *opened("a", 2024, [10] * 6 + [30] * 6),
        *opened("a", 2025, [20] * 6 + [30] * 6),
        *opened("b", 2024, [30] * 12),
        *opened("b", 2025, [30] * 12),
    ]
    visits = [*months("a", 2024, EVEN), *months("a", 2025, [200] * 6 + [110] * 6)]
    visits += [*months("b", 2024, EVEN), *months("b", 2025, EVEN)]
    # a: 6 · 200 · 10/20 + 6 · 110 = 1,260; b: 1,200; before 2,400.
    assert number(ways(data(visits, opening), 2025)["opening_days"]) == pytest.approx(2460 / 2400 - 1)


def test_a_month_open_in_only_one_of_the_years_has_nothing_to_be_compared_with() -> None:
    opening = [*opened("a", 2024, [0, *[20] * 11]), *opened("a", 2025, [20] * 12)]
    told = ways(data([*months("a", 2024, [0, *EVEN[1:]]), *months("a", 2025, EVEN)], opening), 2025)
    assert number(told["like_for_like"]) == pytest.approx(100 / 1100)
    assert number(told["opening_days"]) == 0


def test_who_has_not_told_its_opening_days_is_left_out_and_counted() -> None:
    visits = [row for actor in "ab" for year in (2024, 2025) for row in months(actor, year, EVEN)]
    opening = [*opened("a", 2024, [20] * 12), *opened("a", 2025, [20] * 12), *opened("b", 2024, [20] * 12)]
    assert ways(data(visits, opening), 2025)["opening_days"].coverage == Coverage(1, 2)


def test_without_opening_days_the_reason_stands_beside_the_raw_figure() -> None:
    told = ways(data([*months("a", 2024, EVEN), *months("a", 2025, EVEN)]), 2025)
    result = told["opening_days"].result
    assert isinstance(result, Undefined)
    assert result.reason == "opening_unknown"
    assert number(told["raw"]) == 0


def test_the_tile_of_growth_carries_the_raw_figure_with_it() -> None:
    found = data([*months("a", 2024, EVEN), *months("a", 2025, EVEN), *months("new", 2025, EVEN)])
    result = growth(found, place_of(found), 2025).answers["visits_yoy"].result
    assert isinstance(result, Value)
    assert (result.number, result.detail["raw"]) == (0, 1)
