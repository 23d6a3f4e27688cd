"""How the guests came: no factor without its source, and no share of too few answers."""

import pytest

from answers.answer import Answer, number_of
from answers.travel import travel
from kpis.result import Undefined, Value
from tests.answers.tables import Row, TableData, place_of

SOURCED: Row = {"kg_per_km": 0.15, "persons_per_vehicle": 2, "factor_source": "Table 4, 2024"}


def by(mode: str, visits: float | None, km: float = 100, period: str = "2025", **more: object) -> Row:
    return {
        "destination_id": "p", "period": period, "mode": mode, "mode_visits": visits, "round_trip_km": km,
        **SOURCED, **more,
    }  # fmt: skip


def of(*rows: Row) -> tuple[Answer, Answer]:
    data = TableData({"destinations": [{"destination_id": "p"}], "travel": rows})
    return travel(data, place_of(data), 2025)


def test_a_place_that_has_not_asked_says_so() -> None:
    assert [answer.result for answer in of()] == [Undefined("travel_missing")] * 2


def test_the_emission_is_over_the_visits_whose_mode_is_known() -> None:
    emission, _ = of(by("car", 80), by("bike", 20, kg_per_km=0), by("unknown", 30, 0, kg_per_km=None))
    assert number_of(emission.result) == pytest.approx(80 * 100 * 0.15 / 2 / 100)


def test_a_factor_without_its_source_is_no_factor() -> None:
    emission, without_car = of(by("car", 80, factor_source=None), by("bike", 20))
    assert emission.result == Undefined("factor_source_missing", {"mode": "car", "mode_known_share": 1})
    assert number_of(without_car.result) == 0.2


def test_no_factor_at_all_is_another_reason() -> None:
    emission, _ = of(by("car", 80, kg_per_km=None, factor_source=None))
    assert isinstance(emission.result, Undefined)
    assert emission.result.reason == "factor_missing"


def test_the_share_rests_on_those_who_were_asked_and_not_on_the_visits_they_stand_for() -> None:
    _, share = of(by("car", 8000, answers=60), by("train", 2000, answers=20))
    assert share.result == Value(0.2, n=80)
    _, few = of(by("car", 8000, answers=20), by("train", 2000, answers=9))
    assert few.result == Undefined("too_few_answers", {"n": 29, "minimum": 30})


def test_a_year_told_as_a_year_is_not_added_to_its_months() -> None:
    _, share = of(by("car", 60), by("train", 40), by("car", 10, period="2025-07"), by("train", 90, period="2025-07"))
    assert number_of(share.result) == 0.4
    _, by_month = of(*(by(mode, n, period=f"2025-0{m}") for m in (1, 2) for mode, n in (("car", 30), ("bus", 10))))
    assert number_of(by_month.result) == 0.25


def test_a_mode_without_its_visits_leaves_no_share() -> None:
    _, share = of(by("car", 60), by("train", None))
    assert share.result == Undefined("mode_visits_missing", {"mode": "train"})


def test_the_year_before_stands_beside() -> None:
    _, share = of(by("car", 60), by("train", 40), by("car", 90, period="2024"), by("train", 10, period="2024"))
    assert number_of(share.previous) == 0.1
