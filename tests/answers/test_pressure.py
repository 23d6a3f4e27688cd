"""How much tourism there is for people and land: whole years only, numerator and denominator of the same thing."""

import pytest

from answers.answer import Answers, by_id, number_of
from answers.panel import panel_of
from answers.pressure import nights_and_arrivals, pressure
from kpis.result import Undefined
from tests.answers.tables import Row, TableData, in_place, months, place_of

PLACE: Row = {"destination_id": "p", "area_code": "x", "residents": 200, "area_km2": 4, "beds": 50}
NIGHTS = months("x", 2024, [100] * 12, column="nights")


def answers(*nights: Row, visits: list[Row] | None = None, place: Row = PLACE) -> Answers:
    tables = {"destinations": [place], "actors": in_place("a"), "visits": visits or [], "nights": nights}
    data = TableData(tables)
    here = place_of(data)
    return by_id(*pressure(data, here, panel_of(data, here), 2024))


def test_nights_are_set_beside_residents_and_land() -> None:
    found = answers(*NIGHTS, visits=months("a", 2024, [50] * 12))
    assert number_of(found["tourism_intensity"].result) == 6
    assert number_of(found["tourism_density"].result) == 300
    assert number_of(found["visitor_pressure"].result) == 300
    assert number_of(found["defert_index"].result) == 25


def test_what_is_of_the_nights_stands_beside_the_same_of_the_year_before() -> None:
    told = [{**row, "arrivals": 40} for row in NIGHTS]
    before = [{**row, "arrivals": 50} for row in months("x", 2023, [150] * 12, column="nights")]
    found = answers(*before, *told, visits=months("a", 2024, [50] * 12))
    assert number_of(found["tourism_intensity"].previous) == 9
    assert number_of(found["tourism_density"].previous) == 450
    assert (found["avg_length_of_stay"].number, number_of(found["avg_length_of_stay"].previous)) == (2.5, 3)
    assert found["visitor_pressure"].previous is found["defert_index"].previous is None
    broken = answers(*before[:11], *told)["tourism_intensity"]
    assert (broken.number, broken.previous) == (6, Undefined("incomplete_year", {"known": 11}))


def test_a_year_in_progress_has_no_intensity_and_says_so() -> None:
    found = answers(*NIGHTS[:5], visits=months("a", 2024, [50] * 5))
    for kpi_id in ("tourism_intensity", "tourism_density", "visitor_pressure"):
        assert found[kpi_id].result == Undefined("incomplete_year", {"known": 5})


def test_nights_are_never_taken_for_visits() -> None:
    assert answers(*NIGHTS)["visitor_pressure"].result == Undefined("visits_missing")


def test_unknown_residents_are_no_zero() -> None:
    found = answers(*NIGHTS, place={"destination_id": "p", "area_code": "x"})
    reasons = {kpi_id: getattr(answer.result, "reason", None) for kpi_id, answer in found.items()}
    assert reasons["tourism_intensity"] == "residents_missing"
    assert reasons["tourism_density"] == "area_missing"
    assert reasons["defert_index"] == "beds_missing"


def stays(*rows: Row) -> tuple[float | None, float | None]:
    data = TableData({"destinations": [PLACE], "nights": rows})
    return nights_and_arrivals(data, place_of(data), 2024)


def test_the_length_of_stay_rests_on_figures_that_tell_both_nights_and_arrivals() -> None:
    both = [{**row, "market": "DK", "arrivals": 40} for row in NIGHTS]
    only_nights = [{**row, "market": "DE", "nights": 900} for row in NIGHTS]
    only_arrivals = [{**row, "market": "SE", "nights": None, "arrivals": 70} for row in NIGHTS]
    assert stays(*both, *only_nights, *only_arrivals) == (1200, 480)


def test_without_arrivals_in_every_month_there_is_no_length_of_stay() -> None:
    both = [{**row, "arrivals": 40} for row in NIGHTS]
    assert stays(*both) == (1200, 480)
    assert stays(*both[:11], NIGHTS[11]) == (1200, None)
    assert stays(*both[:11]) == (None, None)


@pytest.mark.parametrize("period", ["2024", "2024-Q1"])
def test_longer_periods_do_not_make_a_year(period: str) -> None:
    assert stays({"area_code": "x", "period": period, "nights": 900, "arrivals": 300}) == (None, None)
