import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from kpis.ratios import number_or_none, percent, ratio, share, wilson_interval
from kpis.result import Undefined, Value
from tests.kpis.tables import reason, value

MISSING = Undefined("visits_missing")


def test_an_undefined_part_makes_the_whole_undefined() -> None:
    assert ratio(MISSING, 2.0) == MISSING
    assert ratio(2.0, MISSING) == MISSING
    assert share(MISSING, 2.0) == MISSING
    assert number_or_none(MISSING) is None


def test_a_ratio_can_be_per_thousand() -> None:
    assert ratio(1.0, 4.0, per=1000) == Value(250.0)
    assert percent(0.25) == 25


def test_a_part_larger_than_its_whole_is_undefined() -> None:
    assert reason(share(3.0, 2.0)) == "part_exceeds_whole"
    assert value(share(2.0, 2.0)).value == 1


@given(whole=st.integers(1, 5000), data=st.data())
def test_the_interval_holds_the_share_and_stays_between_nothing_and_all(whole: int, data: st.DataObject) -> None:
    part = data.draw(st.integers(0, whole))
    low, high = wilson_interval(part, whole)
    assert -1e-12 <= low <= part / whole + 1e-12
    assert part / whole - 1e-12 <= high <= 1 + 1e-12


def test_more_answers_make_the_interval_narrower() -> None:
    few, many = wilson_interval(7, 10), wilson_interval(700, 1000)
    assert many[1] - many[0] < few[1] - few[0]
    assert wilson_interval(68, 100) == pytest.approx((0.5833738138954762, 0.7633085267500092))


def test_300_random_shares_have_the_interval_of_the_formula() -> None:
    random = np.random.default_rng(300)
    for _ in range(300):
        n = int(random.integers(1, 3000))
        part = int(random.integers(0, n + 1))
        z2, p = stats.norm.ppf(0.975) ** 2, part / n
        middle = (p + z2 / (2 * n)) / (1 + z2 / n)
        half = math.sqrt(z2 * (p * (1 - p) / n + z2 / (4 * n**2))) / (1 + z2 / n)
        assert wilson_interval(part, n) == pytest.approx((middle - half, middle + half), abs=1e-12)
