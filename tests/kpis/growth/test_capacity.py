import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpis.growth.capacity import (
    capacity_headroom,
    capacity_utilisation,
    month_capacity,
    month_utilisation,
    offpeak_capacity_use,
)
from kpis.result import Undefined
from tests.kpis.tables import CLOSED_IN_WINTER, OPEN_ALL_YEAR, reason, value, years

OPEN_DAYS = [8, 8, 13, 26, 27, 26, 31, 31, 26, 27, 9, 9]
CAPACITY = [month_capacity(days, 150) for days in OPEN_DAYS]
SUMMER_ONLY = [0 if month in (1, 2, 3, 11, 12) else 4000 for month in range(1, 13)]


def test_the_capacity_of_a_month() -> None:
    assert month_capacity(31, 150) == 4650
    assert month_capacity(31, None) is None
    assert month_capacity(None, 150) is None


def test_a_closed_month_has_no_room_whatever_a_day_could_hold() -> None:
    assert month_capacity(0, 150) == 0
    assert month_capacity(0, None) == 0


def test_a_closed_month_is_closed_and_not_zero_per_cent() -> None:
    assert month_utilisation(0, 0) == Undefined("closed")
    assert value(month_utilisation(0, 100)).value == 0
    assert reason(month_utilisation(5, None)) == "capacity_missing"
    assert reason(month_utilisation(None, 5)) == "visits_missing"


def test_utilisation_of_the_year_and_its_peak() -> None:
    used = value(capacity_utilisation(OPEN_ALL_YEAR, CAPACITY))
    assert used.value == pytest.approx(0.24896265)
    assert used.detail["peak"] == pytest.approx(0.5161290)
    assert used.detail["peak_month"] == 7
    assert used.detail["flag"] is None


def test_more_than_there_is_room_for_is_flagged() -> None:
    used = value(capacity_utilisation([5000], [4650]))
    assert used.value == pytest.approx(1.0752688)
    assert used.detail["flag"] == "over_capacity"
    assert used.detail["over_capacity_months"] == (1,)


def test_closed_months_are_named_and_have_no_utilisation() -> None:
    used = value(capacity_utilisation(CLOSED_IN_WINTER, SUMMER_ONLY))
    assert used.detail["closed_months"] == (1, 2, 3, 11, 12)
    by_month = used.detail["by_month"]
    assert isinstance(by_month, tuple)
    assert by_month[0] is None
    assert reason(capacity_utilisation([0], [0])) == "closed"


def test_missing_capacity_and_missing_visits_are_told_apart() -> None:
    without_may = [*CAPACITY[:4], None, *CAPACITY[5:]]
    missing_may = Undefined("month_capacity_missing", {"missing_months": (5,)})
    assert capacity_utilisation(OPEN_ALL_YEAR, without_may) == missing_may
    assert capacity_headroom(OPEN_ALL_YEAR, without_may) == missing_may
    assert reason(capacity_headroom([None, *OPEN_ALL_YEAR[1:]], CAPACITY)) == "missing_month"


def test_the_room_left_at_seventy_per_cent() -> None:
    room = value(capacity_headroom(OPEN_ALL_YEAR, CAPACITY))
    assert room.value == pytest.approx(16_305)
    assert room.detail["off_peak"] == pytest.approx(12_465)


def test_room_needs_a_whole_year() -> None:
    assert capacity_headroom([5000], [4650]) == Undefined("incomplete_year", {"known": 1})
    assert reason(offpeak_capacity_use([5000], [4650])) == "incomplete_year"


def test_an_overfull_month_does_not_eat_the_room_of_another() -> None:
    visits = [10_000] + [0] * 11
    room = value(capacity_headroom(visits, [1000] * 12))
    assert room.value == pytest.approx(11 * 700)


def test_off_peak_use_needs_only_the_off_peak_months() -> None:
    without_july = [*CAPACITY[:6], None, *CAPACITY[7:]]
    use = value(offpeak_capacity_use(OPEN_ALL_YEAR, without_july))
    assert use.value == pytest.approx(0.15686274)
    assert use.detail["high_season"] is None
    assert value(offpeak_capacity_use(OPEN_ALL_YEAR, CAPACITY)).detail["high_season"] == pytest.approx(0.4090909)


def test_a_house_open_in_summer_only_has_no_off_peak_use() -> None:
    june_to_august = [4000 if month in (6, 7, 8) else 0 for month in range(1, 13)]
    assert reason(offpeak_capacity_use([0] * 12, june_to_august)) == "closed"


def test_visits_and_capacity_are_for_the_same_months() -> None:
    with pytest.raises(ValueError, match="beside 2 months of capacity"):
        capacity_utilisation([1], [1, 2])


@given(visits=years, target=st.floats(0.1, 0.9))
def test_a_higher_target_never_leaves_less_room(visits: list[int], target: float) -> None:
    less = value(capacity_headroom(visits, CAPACITY, target=target)).number
    more = value(capacity_headroom(visits, CAPACITY, target=target + 0.1)).number
    assert 0 <= less <= more


@given(visits=years)
def test_the_peak_is_never_below_the_year(visits: list[int]) -> None:
    used = value(capacity_utilisation(visits, CAPACITY))
    assert isinstance(used.detail["peak"], float)
    assert used.detail["peak"] >= used.number - 1e-12
