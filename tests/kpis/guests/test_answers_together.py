from hypothesis import given
from hypothesis import strategies as st

from kpis.guests.answers import ANSWERS_SHOWN, together
from kpis.result import Undefined

surveys = st.lists(st.dictionaries(st.integers(1, 10), st.integers(0, 30), max_size=4), min_size=1, max_size=5)


def test_large_surveys_are_added_score_by_score() -> None:
    assert together([{8: 10, 9: 5}, {9: 10}]) == {8: 10, 9: 15}


def test_a_small_survey_stays_out_of_the_sum_so_that_no_difference_tells_it() -> None:
    assert together([{8: 10}, {1: 9}]) == {8: 10}


def test_a_single_survey_is_given_as_it_is_whatever_its_size() -> None:
    assert together([{8: 3}]) == {8: 3}
    assert together([]) == {}


def test_several_small_surveys_do_not_make_a_large_one() -> None:
    assert together([{8: 9}, {8: 9}]) == Undefined("surveys_too_small", {"surveys": 2, "minimum": 10})


@given(surveys)
def test_what_is_added_is_the_sum_of_what_may_be_shown_alone(asked: list[dict[int, int]]) -> None:
    total = together(asked)
    sizes = [sum(survey.values()) for survey in asked]
    if isinstance(total, Undefined):
        assert len(asked) > 1
        assert max(sizes) < ANSWERS_SHOWN
    elif max(sizes) >= ANSWERS_SHOWN:
        assert sum(count or 0 for count in total.values()) == sum(n for n in sizes if n >= ANSWERS_SHOWN)
