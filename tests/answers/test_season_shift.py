"""How the season moved: said with a reason only where the reason is true."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from access.reader import LOCAL_ANALYST
from answers.season import season
from answers.season_shift import easter_sentence, measures_sentence, shift_sentence
from answers.wording import reason_text
from answers.written import change_text, judgement, written
from kpis.result import Undefined
from locales import ENGLISH
from tests.answers.tables import Row, TableData, in_place, months, place_of

YEAR = st.lists(st.integers(1, 400), min_size=12, max_size=12)
PLACE = place_of(TableData({"actors": in_place("a")}))
HILL = [50, 50, 50, 100, 100, 200, 300, 200, 100, 50, 50, 50]


def shift(*visits: Row) -> str:
    data = TableData({"actors": in_place("a", "new"), "visits": visits})
    return shift_sentence(season(data, place_of(data), 2025, LOCAL_ANALYST), ENGLISH)


def moved(**by_month: int) -> list[int]:
    return [count + by_month.get(f"m{number}", 0) for number, count in enumerate(HILL, 1)]


@pytest.mark.parametrize(
    ("current", "said"),
    [
        (HILL, "The season is about as even as in 2024."),
        (moved(m1=100, m11=100), "It is flatter than in 2024, because more came outside the summer."),
        (moved(m7=-150), "It is flatter than in 2024, but only because the summer lost guests."),
        (moved(m7=200), "It is steeper than in 2024, because the summer gained guests."),
        (moved(m1=-50, m2=-50), "It is steeper than in 2024, because fewer came outside the summer."),
        (moved(m6=33, m7=-66, m8=33), "It is slightly flatter than in 2024."),
        (moved(m1=50, m6=-100), "It is flatter than in 2024."),
        (moved(m2=150), "It is slightly flatter than in 2024, because more came outside the summer."),
        (moved(m4=-60, m8=-140), "Whether it is flatter than in 2024 depends on the measure."),
        (moved(m4=90, m5=-90), "It is steeper than in 2024."),
        (moved(m7=-200, m1=5), "It is flatter than in 2024."),
        (moved(m4=500, m7=20), "It is steeper than in 2024."),
        (moved(m7=5, m1=-40, m2=-40), "It is steeper than in 2024."),
    ],
)
def test_whether_the_season_spreads_is_said_with_the_true_reason(current: list[int], said: str) -> None:
    assert shift(*months("a", 2024, HILL), *months("a", 2025, current)) == said


def test_a_shift_that_the_page_can_write_alike_is_about_none_in_the_label_the_sentence_and_the_verdict() -> None:
    visits = [*months("a", 2024, HILL), *months("a", 2025, moved(m7=-12))]
    answered = season(TableData({"actors": in_place("a"), "visits": visits}), PLACE, 2025, LOCAL_ANALYST)
    label = answered.answers["season_shift_label"]
    assert written(label, ENGLISH) == "about unchanged"
    assert shift_sentence(answered, ENGLISH) == "The season is about as even as in 2024."
    assert judgement(answered.answers["gini_season_norm"]) == "neutral"


@pytest.mark.parametrize(
    ("current", "said"),
    [
        (HILL, ""),
        (moved(m7=-150), ""),
        (moved(m3=40, m5=10), "The season spread is about unchanged."),
        (moved(m6=90, m9=90), "This points the other way: Peak-month share −3 percentage points."),
        (moved(m11=70, m4=-20), "This did move: Off-peak share (shoulder + low) +2 percentage points."),
        (
            moved(m4=160),
            "The season spread is about unchanged. This points the other way: Off-peak share (shoulder + low) +6 "
            "percentage points, Months each visit would have to move −0.1 and Peak-month share −2 percentage points.",
        ),
        (
            moved(m4=-60, m8=-140),
            "These are the two: Season spread (evenness) −0.02 on the year before and Seasonal concentration (Gini, "
            "normalised) about unchanged: +0.01 on the year before.",
        ),
    ],
)
def test_a_measure_beside_the_sentence_that_says_something_else_is_named(current: list[int], said: str) -> None:
    visits = [*months("a", 2024, HILL), *months("a", 2025, current)]
    answered = season(TableData({"actors": in_place("a"), "visits": visits}), PLACE, 2025, LOCAL_ANALYST)
    assert measures_sentence(answered, ENGLISH) == said


TOLD = {
    "flatter": {("good", "good")},
    "steeper": {("bad", "bad")},
    "slightly flatter": {("good", "neutral")},
    "slightly steeper": {("bad", "neutral")},
    "about unchanged": {("neutral", "neutral")},
    "depends on the measure": {("good", "bad"), ("bad", "good"), ("neutral", "good"), ("neutral", "bad")},
}


@settings(max_examples=20)
@given(YEAR, YEAR)
def test_the_label_and_the_verdicts_on_concentration_and_spread_never_contradict_each_other(
    before: list[int], after: list[int]
) -> None:
    visits = [*months("a", 2024, before), *months("a", 2025, after)]
    answers = season(TableData({"actors": in_place("a"), "visits": visits}), PLACE, 2025, LOCAL_ANALYST).answers
    label = written(answers["season_shift_label"], ENGLISH).partition(" by ")[0]
    assert (judgement(answers["gini_season_norm"]), judgement(answers["season_evenness"])) in TOLD[label]


def test_easter_is_named_where_march_and_april_moved_against_each_other() -> None:
    def told(**by_month: int) -> str:
        visits = [*months("a", 2024, HILL), *months("a", 2025, moved(**by_month))]
        data = TableData({"actors": in_place("a"), "visits": visits})
        return easter_sentence(season(data, place_of(data), 2025, LOCAL_ANALYST), ENGLISH)

    assert told(m3=-20, m4=30).startswith("Easter Sunday was 31 March 2024 and 20 April 2025, so March and April")
    assert told(m3=20, m4=30) == told(m4=30) == ""


def test_what_only_easter_moved_is_no_better_and_no_worse_season() -> None:
    early, late = moved(m3=70, m4=-30), moved(m3=-40, m4=80)
    visits = [*months("a", 2024, early), *months("a", 2025, late)]
    answers = season(TableData({"actors": in_place("a"), "visits": visits}), PLACE, 2025, LOCAL_ANALYST).answers
    assert shift(*visits) == "The season is about as even as in 2024."
    label = answers["season_shift_label"].result
    assert not isinstance(label, Undefined)
    assert label.value != "unchanged"
    for kpi_id in ("season_evenness", "gini_season_norm", "cv_season", "theil_season"):
        assert judgement(answers[kpi_id]) == "neutral"
        assert change_text(answers[kpi_id], ENGLISH).startswith(
            "not judged, as March and April compare only together: "
        )


def test_what_moved_whenever_easter_lay_is_told_as_ever() -> None:
    visits = [*months("a", 2024, HILL), *months("a", 2025, moved(m1=100, m3=-20, m4=30, m11=100))]
    assert shift(*visits).startswith("It is flatter than in 2024")


def test_a_shift_over_fewer_actors_than_the_year_says_over_whom() -> None:
    visits = [*months("a", 2024, HILL), *months("a", 2025, moved(m7=200)), *months("new", 2025, HILL)]
    assert shift(*visits).endswith("gained guests (1 of 2 actors, 12 of 12 months).")


def test_a_year_that_is_not_over_is_why_the_seasons_are_not_compared_and_not_the_year_before() -> None:
    visits = [*months("a", 2024, HILL), *months("a", 2025, HILL[:10])]
    answered = season(TableData({"actors": in_place("a"), "visits": visits}), PLACE, 2025, LOCAL_ANALYST)
    for kpi_id in ("season_shift_label", "season_growth_contribution"):
        result = answered.answers[kpi_id].result
        assert isinstance(result, Undefined)
        assert reason_text(result, ENGLISH) == "Not reported: November and December (in the later period)."


def test_a_season_that_cannot_be_compared_is_not_said_to_have_moved() -> None:
    assert shift(*months("a", 2025, HILL)) == ""
    assert shift(*months("a", 2024, HILL), *months("a", 2025, HILL[:11])) == ""


@settings(max_examples=12)
@given(YEAR, YEAR)
def test_the_reason_given_is_true(before: list[int], after: list[int]) -> None:
    said = shift(*months("a", 2024, before), *months("a", 2025, after))
    summer = sum(after[5:8]) - sum(before[5:8])
    rest = sum(after) - sum(before) - summer
    assert summer > 0 or "summer gained" not in said
    assert summer < 0 or "summer lost" not in said
    assert rest > 0 or "more came outside" not in said
    assert rest < 0 or "fewer came outside" not in said
