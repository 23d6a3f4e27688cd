from datetime import date

import pytest

from kpis.growth.easter import (
    easter_moved,
    easter_sunday,
    even_spring,
    implied_previous,
    spring_shifted,
    visits_yoy_easter,
)
from kpis.result import Undefined
from tests.kpis.tables import reason, value


@pytest.mark.parametrize(
    ("year", "day"), [(2024, date(2024, 3, 31)), (2025, date(2025, 4, 20)), (2027, date(2027, 3, 28))]
)
def test_the_date_of_easter(year: int, day: date) -> None:
    assert easter_sunday(year) == day


def test_easter_moved_when_it_changed_month() -> None:
    assert easter_moved(2024, 2025)
    assert not easter_moved(2025, 2026)


def test_march_and_april_are_judged_together() -> None:
    growth = value(visits_yoy_easter((310, 400), (260, 480), years=(2024, 2025)))
    assert growth.value == pytest.approx(0.0422535)
    assert growth.detail["march"] == pytest.approx(-50 / 310)
    assert growth.detail["april"] == pytest.approx(0.2)
    assert growth.detail["easter_moved"] is True
    assert growth.detail["easter_previous"] == date(2024, 3, 31)


def test_a_blank_april_makes_the_pair_undefined_and_names_its_year() -> None:
    undefined = visits_yoy_easter((310, None), (260, 480), years=(2024, 2025))
    assert undefined == Undefined("missing_month", {"missing_months": (4,), "side": "previous"})
    assert reason(visits_yoy_easter((310, 400), (None, 480), years=(2024, 2025))) == "missing_month"


def test_a_closed_march_is_a_true_zero() -> None:
    growth = value(visits_yoy_easter((0, 400), (0, 480), years=(2024, 2025)))
    assert growth.value == pytest.approx(0.2)
    assert growth.detail["march"] is None


def test_a_small_spring_shows_the_change_only() -> None:
    assert reason(visits_yoy_easter((5, 10), (10, 10), years=(2024, 2025))) == "small_base"
    assert reason(visits_yoy_easter((0, 0), (10, 10), years=(2024, 2025))) == "previous_zero"


def test_the_level_behind_a_published_change() -> None:
    assert value(implied_previous(-0.262, -745_000)).value == pytest.approx(2_843_511.45)
    assert reason(implied_previous(0, 0)) == "growth_zero"


def test_march_and_april_at_their_mean_are_the_same_whenever_easter_lay() -> None:
    early, late = (10, 10, 70, 30, *[10] * 8), (10, 10, 20, 80, *[10] * 8)
    assert spring_shifted(early, late)
    assert even_spring(early) == even_spring(late) == (10, 10, 50, 50, *[10] * 8)
    assert sum(month or 0 for month in even_spring(early)) == sum(early)


def test_months_that_moved_together_or_are_not_known_are_not_shifted() -> None:
    early, more = (10, 10, 70, 30, *[10] * 8), (10, 10, 80, 40, *[10] * 8)
    assert not spring_shifted(early, more)
    assert not spring_shifted((None,) * 12, early)
    assert even_spring((10, 10, None, 30, *[10] * 8))[2:4] == (None, None)
