import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from kpis.guests.recommendation import net_promoters, nps
from kpis.result import Undefined
from tests.kpis.tables import reason, value

some = st.integers(0, 500)
surveys = st.tuples(some, some, some).filter(any)


def test_the_score_has_an_adjusted_interval() -> None:
    score = value(nps({10: 50, 9: 34, 8: 40, 7: 22, 6: 14, 0: 10}))
    assert score.value == pytest.approx(35.2941176)
    assert score.n == 170
    assert score.interval == pytest.approx((24.0126525, 45.3515094))
    assert score.detail["wald_interval"] == pytest.approx((24.5513078, 46.0369275))
    assert score.detail["standard_error"] == pytest.approx(5.4811261)


def test_four_answers_give_a_score_that_is_not_shown() -> None:
    assert value(net_promoters(3, 1, 0)).value == 75
    assert nps({10: 3, 8: 1}) == Undefined("too_few_answers", {"n": 4, "minimum": 10})


def test_no_answers_are_not_a_score_of_zero() -> None:
    assert reason(net_promoters(0, 0, 0)) == "no_responses"
    assert reason(nps({})) == "no_responses"
    assert reason(net_promoters(3, None, 0)) == "answer_count_missing"


def test_six_is_a_detractor_seven_is_passive_and_nine_a_promoter() -> None:
    assert [value(nps({score: 10})).value for score in (0, 6, 7, 8, 9, 10)] == [-100, -100, 0, 0, 100, 100]
    assert reason(nps({11: 10})) == "off_scale"


def _intervals(promoters: float, passives: float, detractors: float) -> tuple[float, float]:
    """The interval of the mean of answers counted as 100, 0 and -100, by numpy and scipy."""
    weights, points = np.array([promoters, passives, detractors]), np.array([100, 0, -100])
    mean = np.average(points, weights=weights)
    error = math.sqrt(np.average((points - mean) ** 2, weights=weights) / weights.sum())
    if error == 0:
        return float(mean), float(mean)
    low, high = stats.norm.interval(0.95, loc=mean, scale=error)
    return float(low), float(high)


@settings(max_examples=300)
@given(survey=surveys)
def test_both_intervals_agree_with_scipy(survey: tuple[int, int, int]) -> None:
    promoters, passives, detractors = survey
    score = value(net_promoters(*survey))
    low, high = _intervals(promoters + 0.75, passives + 1.5, detractors + 0.75)
    assert score.interval == pytest.approx((max(-100, low), min(100, high)), abs=1e-9)
    assert score.detail["wald_interval"] == pytest.approx(_intervals(*survey), abs=1e-6)


@given(survey=surveys)
def test_the_score_turns_its_sign_when_promoters_and_detractors_change_places(survey: tuple[int, int, int]) -> None:
    score, mirrored = value(net_promoters(*survey)), value(net_promoters(*survey[::-1]))
    assert mirrored.number == pytest.approx(-score.number)
    assert score.interval is not None
    assert mirrored.interval == pytest.approx((-score.interval[1], -score.interval[0]))
    assert -100 <= score.interval[0] <= score.interval[1] <= 100
