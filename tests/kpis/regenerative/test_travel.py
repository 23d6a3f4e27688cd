from dataclasses import replace

import pytest

from kpis.regenerative.travel import Travel, co2_per_visit_transport, soft_mobility_share
from kpis.result import Undefined
from tests.kpis.tables import reason, value

CAR = Travel("car", 6000, 80, 0.16, 2.5)
TRAIN = Travel("train", 900, 150, 0.03, 1)
ON_FOOT = Travel("walk", 1500, 6, 0.0, 1)


def test_the_emission_of_a_visit() -> None:
    emission = value(co2_per_visit_transport([CAR, TRAIN, ON_FOOT]))
    assert emission.detail["kg_by_mode"] == {"car": 30_720.0, "train": 4_050.0, "walk": 0.0}
    assert emission.value == pytest.approx((30_720 + 4_050) / 8_400)


def test_visits_of_unknown_mode_stay_out_of_the_mean() -> None:
    emission = value(co2_per_visit_transport([CAR], unknown_mode_visits=6000))
    assert emission.value == pytest.approx(5.12)
    assert emission.detail["mode_known_share"] == 0.5


def test_with_more_unknown_than_known_there_is_no_figure() -> None:
    undefined = co2_per_visit_transport([TRAIN], unknown_mode_visits=901)
    assert isinstance(undefined, Undefined)
    assert undefined.reason == "mode_unknown"


@pytest.mark.parametrize(
    ("car", "code"),
    [
        (replace(CAR, visits=None), "mode_visits_missing"),
        (replace(CAR, round_trip_km=None), "distance_missing"),
        (replace(CAR, kg_per_km=None), "factor_missing"),
        (replace(CAR, persons_per_vehicle=None), "persons_missing"),
    ],
)
def test_what_is_missing_is_named_with_its_mode(car: Travel, code: str) -> None:
    undefined = co2_per_visit_transport([TRAIN, car])
    assert reason(undefined) == code
    assert undefined.detail["mode"] == "car"


def test_a_vehicle_without_persons_has_no_share_of_emission() -> None:
    assert reason(co2_per_visit_transport([replace(CAR, persons_per_vehicle=0)])) == "persons_missing"


def test_without_visits_there_is_nothing_to_share() -> None:
    assert reason(co2_per_visit_transport([])) == "travel_missing"
    assert reason(soft_mobility_share({})) == "travel_missing"


def test_the_same_mode_twice_is_added_up() -> None:
    emission = value(co2_per_visit_transport([CAR, CAR]))
    assert emission.detail["kg"] == 61_440
    assert emission.value == pytest.approx(5.12)


def test_guests_without_a_car() -> None:
    share = value(soft_mobility_share({"car": 6000, "train": 900, "bus": 600, "walk_bike": 1500, "unknown": 500}))
    assert share.value == pytest.approx(1 / 3)
    assert share.n == 9000


def test_few_guests_asked_give_no_share() -> None:
    assert soft_mobility_share({"car": 20, "train": 9, "unknown": 50}) == Undefined(
        "too_few_answers", {"n": 29, "minimum": 30}
    )
    assert reason(soft_mobility_share({"car": None, "train": 90})) == "mode_visits_missing"
