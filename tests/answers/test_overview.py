"""All places beside each other: the total is that of the rows, growth is like for like over all of them."""

from collections.abc import Sequence

import pytest

from answers.answer import number_of
from answers.compare import Coverage
from answers.overview import Overview, PlaceRow, counted_years, default_year, default_year_of, overview
from kpis.result import Undefined
from tests.answers.tables import Row, TableData, Tables, in_place, months, visits_panel

EVEN = [10] * 12


def of(tables: Tables, year: int = 2025) -> Overview:
    return overview(TableData(tables), year)


def row_of(answered: Overview, place: str) -> PlaceRow:
    return next(row for row in answered.rows if row.place.id == place)


TWO_PLACES: Tables = {
    "actors": [*in_place("a", "b"), *in_place("c", place="q")],
    "visits": [
        *(row for name in "abc" for row in months(name, 2024, EVEN)),
        *months("a", 2025, [11] * 12), *months("b", 2025, [11] * 12), *months("c", 2025, [8] * 9),
    ],
}  # fmt: skip


def test_an_empty_store_has_no_rows_and_no_total() -> None:
    answered = of({})
    assert (answered.rows, answered.total, answered.complete, answered.months) == ((), None, False, 0)
    assert answered.growth == Undefined("no_shared_month")


def test_places_without_figures_have_no_row() -> None:
    assert of({"actors": in_place("a"), "destinations": [{"destination_id": "q"}]}).rows == ()


def test_the_total_is_the_sum_of_the_rows() -> None:
    answered = of(TWO_PLACES)
    assert answered.total == sum(row.total or 0 for row in answered.rows) == 2 * 132 + 72
    assert (answered.complete, answered.months) == (False, 12)


def test_each_row_is_compared_like_for_like() -> None:
    row = row_of(of(TWO_PLACES), "destination:q")
    assert (row.total, row.complete) == (72, False)
    assert number_of(row.growth) == pytest.approx(-0.2)
    assert row.coverage == Coverage(1, 1, 9)
    assert number_of(row.completeness) == 0.75
    assert isinstance(row.gini, Undefined)


def test_growth_in_all_is_over_everybody_who_reports_in_both_years() -> None:
    answered = of(TWO_PLACES)
    assert number_of(answered.growth) == pytest.approx(0.1)
    assert answered.coverage == Coverage(2, 3)


def test_places_with_only_nights_stand_in_the_list_but_not_in_a_total_of_visits() -> None:
    nights = months("x", 2025, [1000] * 12, column="nights")
    answered = of({"visits": months("a", 2025, EVEN), "nights": nights})
    assert (answered.measure, answered.total) == ("visits", 120)
    assert row_of(answered, "area:x").total == 12_000
    only_nights = of({"nights": nights})
    assert (only_nights.measure, only_nights.total, only_nights.complete) == ("nights", 12_000, True)


def test_the_sparkline_ends_with_the_year() -> None:
    row = row_of(of(TWO_PLACES, 2024), "destination:p")
    assert row.spark == (20,) * 12


def test_a_year_starts_with_the_last_one_that_has_twelve_months() -> None:
    assert default_year(visits_panel(months("a", 2024, EVEN), months("a", 2025, EVEN[:4]))) == 2024
    assert default_year(visits_panel(months("a", 2024, EVEN[:3]), months("a", 2025, EVEN[:4]))) == 2025
    assert default_year(visits_panel()) is None


def test_the_overview_starts_with_visits_and_else_with_nights() -> None:
    nights = [*months("x", 2023, EVEN, column="nights"), *months("x", 2022, EVEN, column="nights")]
    assert default_year_of(TableData({"visits": months("a", 2025, EVEN), "nights": nights})) == 2025
    assert default_year_of(TableData({"nights": nights})) == 2023
    assert counted_years(TableData({"visits": months("a", 2025, EVEN), "nights": nights})) == (2022, 2023, 2025)
    assert default_year_of(TableData({})) is None


@pytest.mark.parametrize("datasets_left", [["actors"], ["destinations"], ["opening"], ["reference"], ["residents"]])
def test_a_store_of_one_kind_of_table_is_answered_without_figures(datasets_left: Sequence[str]) -> None:
    tables: dict[str, Sequence[Row]] = {
        "actors": in_place("a"),
        "destinations": [{"destination_id": "p", "residents": 5}],
        "opening": [{"actor_id": "a", "period": "2025-01", "open_flag": 0}],
        "reference": [{"area_code": "x", "period": "2025-01", "indicator": "visits", "value": 5}],
        "residents": [{"destination_id": "p", "period": "2025", "answer": "equal", "count": 50}],
    }
    answered = of({name: tables[name] for name in datasets_left})
    assert (answered.rows, answered.total) == ((), None)
