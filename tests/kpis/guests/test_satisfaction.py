import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from statsmodels.stats.proportion import proportion_confint
from statsmodels.stats.weightstats import DescrStatsW

from kpis.guests.satisfaction import mean_score, satisfaction_mean, satisfied_share
from kpis.result import Undefined
from tests.kpis.tables import reason, value

SURVEY: dict[int, int | None] = {10: 38, 9: 41, 8: 52, 7: 21, 6: 9, 5: 5, 4: 2, 3: 1, 2: 1, 1: 0}
score_counts = st.dictionaries(st.integers(1, 10), st.integers(0, 300), min_size=1).filter(
    lambda counts: sum(counts.values()) >= 10
)


def test_the_mean_has_its_interval_and_its_number_of_answers() -> None:
    satisfied = value(satisfaction_mean(SURVEY))
    assert satisfied.value == pytest.approx(8.2588235)
    assert satisfied.n == 170
    assert satisfied.interval == pytest.approx((8.0328027, 8.4848443))
    assert satisfied.detail["uncertain"] is False


def test_the_share_of_satisfied_guests_prints_its_cut() -> None:
    satisfied = value(satisfied_share(SURVEY))
    assert satisfied.value == pytest.approx(131 / 170)
    assert satisfied.interval == pytest.approx((0.7018221, 0.8273958))
    assert satisfied.detail["satisfied_from"] == 8


def test_nine_answers_are_hidden_and_ten_are_uncertain() -> None:
    assert satisfaction_mean({9: 9}) == Undefined("too_few_answers", {"n": 9, "minimum": 10})
    assert reason(satisfied_share({9: 9})) == "too_few_answers"
    assert value(satisfaction_mean({9: 5, 8: 5})).detail["uncertain"] is True
    assert value(satisfied_share({9: 30})).detail["uncertain"] is False


def test_nobody_asked_and_nobody_counted_are_not_a_mean_of_zero() -> None:
    assert reason(satisfaction_mean({})) == "no_responses"
    assert reason(satisfaction_mean({8: 0})) == "no_responses"
    assert reason(satisfaction_mean({8: None, 9: 40})) == "answer_count_missing"


def test_another_scale_is_refused() -> None:
    assert reason(satisfaction_mean({0: 1, 10: 40})) == "off_scale"
    assert reason(satisfied_share({11: 40})) == "off_scale"


def test_when_all_answers_are_alike_no_interval_is_claimed() -> None:
    assert value(satisfaction_mean({9: 40})).interval is None
    assert value(mean_score({9: 1})).interval is None


@settings(max_examples=300)
@given(counts=score_counts)
def test_the_intervals_agree_with_statsmodels(counts: dict[int, int | None]) -> None:
    mean, satisfied = value(satisfaction_mean(counts)), value(satisfied_share(counts))
    answers = [score for score, count in counts.items() for _ in range(count or 0)]
    theirs = DescrStatsW(answers)
    assert mean.number == pytest.approx(theirs.mean)
    if len(set(answers)) > 1:
        low, high = theirs.tconfint_mean(alpha=0.05)
        assert mean.interval == pytest.approx((max(1, low), min(10, high)))
    high_marks = sum(score >= 8 for score in answers)
    assert satisfied.interval == pytest.approx(proportion_confint(high_marks, len(answers), method="wilson"), abs=1e-12)


@given(counts=score_counts)
def test_more_answers_of_the_same_kind_keep_the_mean_and_narrow_the_interval(counts: dict[int, int | None]) -> None:
    once = value(satisfaction_mean(counts))
    often = value(satisfaction_mean({score: 4 * (count or 0) for score, count in counts.items()}))
    assert often.number == pytest.approx(once.number)
    assert 1 <= once.number <= 10
    if once.interval is not None and often.interval is not None:
        assert once.interval[0] <= often.interval[0] <= once.number <= often.interval[1] <= once.interval[1]
