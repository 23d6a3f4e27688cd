import pytest

from kpis.growth.potential import Indicator, growth_potential_index
from tests.kpis.tables import reason, value

GAP = Indicator("relative_growth_gap", 1, -5, 5)
ROOM = Indicator("offpeak_headroom", 138.5, 0, 100)
MARKETS = Indicator("effective_markets", 3, 1, 5)
REVENUE = Indicator("real_revenue_growth", None, -5, 5)


def test_the_index_is_the_mean_of_the_parts_that_are_known() -> None:
    index = value(growth_potential_index([GAP, ROOM, MARKETS, REVENUE]))
    assert index.value == pytest.approx((60 + 100 + 50) / 3)
    assert index.n == 3
    assert index.detail["coverage"] == 0.75
    assert index.detail["scores"] == {
        "relative_growth_gap": pytest.approx(60),
        "offpeak_headroom": 100,
        "effective_markets": 50,
        "real_revenue_growth": None,
    }
    assert index.detail["geometric"] == pytest.approx((60 * 100 * 50) ** (1 / 3))
    assert index.detail["without"] == {
        "relative_growth_gap": 75,
        "offpeak_headroom": pytest.approx(55),
        "effective_markets": pytest.approx(80),
    }


def test_below_two_thirds_of_the_parts_there_is_no_number_but_the_parts() -> None:
    few = growth_potential_index([GAP, REVENUE])
    assert reason(few) == "coverage_below_threshold"
    assert few.detail["scores"] == {"relative_growth_gap": pytest.approx(60), "real_revenue_growth": None}
    assert (few.detail["known"], few.detail["parts"]) == (1, 2)
    assert value(growth_potential_index([GAP, ROOM, REVENUE])).n == 2


def test_a_part_without_goalposts_is_not_known() -> None:
    index = value(growth_potential_index([GAP, ROOM, Indicator("effective_markets", 3, None, 5)]))
    assert index.n == 2


def test_a_part_that_comes_twice_is_refused() -> None:
    with pytest.raises(ValueError, match="twice"):
        growth_potential_index([GAP, GAP])
