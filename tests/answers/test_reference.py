"""The area a place is compared with: the same measure, monthly, and never the place itself."""

from answers.panel import Measure
from answers.places import Place
from answers.reference import ReferenceArea, reference_for
from tests.answers.tables import Row, TableData


def reference(area: str, value: float | None, indicator: str = "nights", **more: object) -> Row:
    return {"area_code": area, "period": "2024-01", "indicator": indicator, "value": value, **more}


def chosen(place: Place, measure: Measure, *rows: Row) -> ReferenceArea | None:
    return reference_for(TableData({"reference": rows}), place, measure)


PLACE = Place("destination:p", "p", "destination", "P", area="x", province="Fyn")


def area_of(found: ReferenceArea | None) -> str | None:
    return found.area if found else None


def test_the_province_comes_before_the_area_and_the_area_before_the_only_one() -> None:
    rows = [reference(area, 5, "visits") for area in ("x", "Fyn", "y")]
    assert area_of(chosen(PLACE, "visits", *rows)) == "Fyn"
    assert area_of(chosen(PLACE, "visits", rows[0], rows[2])) == "x"
    assert area_of(chosen(PLACE, "visits", rows[2])) == "y"


def test_among_several_strange_areas_none_is_chosen() -> None:
    assert chosen(PLACE, "visits", reference("y", 5, "visits"), reference("z", 5, "visits")) is None
    assert chosen(PLACE, "visits") is None


def test_the_nights_of_a_place_are_not_compared_with_those_of_its_own_area() -> None:
    own = reference("x", 5)
    assert chosen(PLACE, "nights", own) is None
    assert area_of(chosen(PLACE, "nights", own, reference("y", 9))) == "y"


def test_only_the_same_measure_is_a_reference() -> None:
    assert chosen(PLACE, "visits", reference("Fyn", 5, "nights")) is None


def test_single_markets_and_longer_periods_are_no_reference() -> None:
    assert chosen(PLACE, "nights", reference("Fyn", 5, market="DE")) is None
    assert chosen(PLACE, "nights", {**reference("Fyn", 5), "period": "2024"}) is None


def test_a_month_without_a_value_is_unknown_and_not_a_number() -> None:
    unpublished = {**reference("Fyn", None, source_table="TURIST"), "period": "2024-02"}
    found = chosen(PLACE, "nights", reference("Fyn", 5, source_table="TURIST"), unpublished)
    assert found is not None
    assert (found.year(2024)[:3], found.source) == ((5, None, None), "TURIST")
    assert chosen(PLACE, "nights", unpublished) is None
