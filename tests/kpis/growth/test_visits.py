import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpis.growth.visits import (
    change_in_points,
    growth_rate,
    shared_months,
    visits_total,
    visits_yoy,
    visits_ytd_growth,
)
from kpis.result import Undefined
from tests.kpis.tables import BLANK_NOVEMBER, OPEN_ALL_YEAR, THE_YEAR_BEFORE, reason, value


def test_a_full_year_is_added_up() -> None:
    total = value(visits_total(OPEN_ALL_YEAR))
    assert total.value == 9000
    assert total.n == 12
    assert total.detail["complete"] is True


def test_a_blank_month_makes_the_total_incomplete_and_is_never_filled_up() -> None:
    total = value(visits_total(BLANK_NOVEMBER))
    assert total.value == 8760
    assert (total.n, total.detail["expected"]) == (11, 12)
    assert total.detail["complete"] is False
    assert total.detail["missing_months"] == (11,)


def test_no_reported_month_is_not_zero_visits() -> None:
    assert reason(visits_total([None] * 12)) == "no_known_month"
    assert reason(visits_total([])) == "no_known_month"
    assert value(visits_total([0] * 12)).value == 0


def test_growth_from_one_year_to_the_next() -> None:
    growth = value(visits_yoy(8700, 9000))
    assert growth.value == pytest.approx(0.0344827586)
    assert growth.detail["absolute_change"] == 300


def test_growth_from_nothing_shows_the_change_only() -> None:
    assert visits_yoy(0, 50) == Undefined("previous_zero", {"absolute_change": 50.0})


def test_a_small_base_shows_the_change_only() -> None:
    small = visits_yoy(29, 58)
    assert isinstance(small, Undefined)
    assert small.reason == "small_base"
    assert small.detail == {"absolute_change": 29.0, "base": 29, "minimum": 30}
    assert value(visits_yoy(30, 60)).value == 1


def test_a_missing_year_is_not_a_year_of_zero() -> None:
    assert reason(visits_yoy(None, 50)) == "previous_missing"
    assert reason(visits_yoy(50, None)) == "current_missing"
    assert value(visits_yoy(50, 0)).value == -1


def test_a_small_share_of_a_reference_area_is_no_small_base() -> None:
    assert value(growth_rate(0.2, 0.3)).value == pytest.approx(0.5)


def test_the_difference_of_two_shares_is_in_percentage_points() -> None:
    assert value(change_in_points(0.11, 0.19)).value == pytest.approx(8)
    assert value(change_in_points(-0.02, 0.01)).value == pytest.approx(3)
    assert reason(change_in_points(None, 0.1)) == "previous_missing"
    assert reason(change_in_points(0.1, None)) == "current_missing"


def test_only_months_known_in_both_years_are_compared() -> None:
    assert shared_months(BLANK_NOVEMBER, OPEN_ALL_YEAR) == (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12)
    assert shared_months(OPEN_ALL_YEAR, OPEN_ALL_YEAR[:9]) == tuple(range(1, 10))


def test_march_is_not_compared_without_april() -> None:
    assert shared_months(OPEN_ALL_YEAR, OPEN_ALL_YEAR[:3]) == (1, 2)
    without_march = [*OPEN_ALL_YEAR[:2], None, *OPEN_ALL_YEAR[3:6]]
    assert shared_months(without_march, OPEN_ALL_YEAR) == (1, 2, 5, 6)


def test_a_part_of_a_year_is_compared_with_the_same_part() -> None:
    growth = value(visits_ytd_growth(THE_YEAR_BEFORE, OPEN_ALL_YEAR[:9]))
    assert growth.value == pytest.approx(0.0319218241)
    assert growth.n == 9
    assert growth.detail["left_out"] == (10, 11, 12)


def test_two_years_without_a_shared_month_cannot_be_compared() -> None:
    assert reason(visits_ytd_growth([1, None], [None, 1])) == "no_shared_month"
    assert reason(visits_ytd_growth([], [])) == "no_shared_month"


def test_a_month_below_zero_names_its_year() -> None:
    undefined = visits_ytd_growth([100, -1], [100, 1])
    assert undefined == Undefined("negative_month", {"negative_months": (2,), "side": "previous"})


def test_a_small_part_of_a_year_shows_the_change_only() -> None:
    assert reason(visits_ytd_growth([5, 5], [10, 10])) == "small_base"
    assert visits_ytd_growth([5, 50], [10, -1]) == Undefined(
        "negative_month", {"negative_months": (2,), "side": "current"}
    )


@given(before=st.integers(1, 10**6), after=st.integers(0, 10**6), factor=st.integers(2, 1000))
def test_growth_does_not_depend_on_the_unit(before: int, after: int, factor: int) -> None:
    assert value(growth_rate(before * factor, after * factor)).number == pytest.approx(
        value(growth_rate(before, after)).number
    )


@given(before=st.integers(30, 10**6), after=st.integers(0, 10**6))
def test_growth_of_the_earlier_total_gives_the_later_one(before: int, after: int) -> None:
    assert before * (1 + value(visits_yoy(before, after)).number) == pytest.approx(after)
