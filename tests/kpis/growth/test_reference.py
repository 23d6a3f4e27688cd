import pytest

from kpis.growth.reference import market_share_nights, relative_growth_gap
from kpis.result import Undefined
from tests.kpis.tables import reason, value


def test_the_gap_is_our_growth_minus_that_of_the_area() -> None:
    gap = value(relative_growth_gap(8700, 9000, 11_500_000, 11_785_000))
    assert gap.value == pytest.approx(100 * (300 / 8700 - 285 / 11_500))
    assert gap.detail["local_growth"] == pytest.approx(300 / 8700)
    assert gap.detail["reference_growth"] == pytest.approx(285 / 11_500)


def test_keeping_pace_is_zero_whatever_the_size() -> None:
    assert value(relative_growth_gap(100, 110, 5_000_000, 5_500_000)).value == pytest.approx(0)


def test_an_undefined_growth_says_whose_it_is() -> None:
    assert relative_growth_gap(None, 9000, 1, 2) == Undefined("previous_missing", {"side": "local"})
    assert relative_growth_gap(8700, 9000, 1, None) == Undefined("current_missing", {"side": "reference"})


def test_our_small_base_is_undefined_but_a_reference_in_thousands_is_not() -> None:
    assert reason(relative_growth_gap(20, 30, 1, 2)) == "small_base"
    assert value(relative_growth_gap(100, 100, 11.5, 11.5)).value == 0


def test_visits_for_each_thousand_nights() -> None:
    assert value(market_share_nights(9000, 11_785_000)).value == pytest.approx(9_000_000 / 11_785_000)
    assert reason(market_share_nights(9000, None)) == "reference_missing"
    assert reason(market_share_nights(9000, 0)) == "reference_zero"
    assert reason(market_share_nights(None, 100)) == "visits_missing"
