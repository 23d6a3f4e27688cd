"""Who the guests are beside who lives in the area: by the groups both have, and as sure as the houses that asked."""

import pytest

from access.reader import LOCAL_ANALYST
from answers.business import business
from answers.compare import Coverage
from answers.confidence import confidence
from answers.confidence_words import worst_text
from kpis.result import Undefined
from locales import ENGLISH
from tests.answers.business_tables import number, reason, told
from tests.answers.tables import Row, TableData, in_place, place_of


def audience(*counts: int, item: str = "alder", groups: str = "xyz") -> list[Row]:
    return [
        {"actor_id": "a", "period": "2025", "question": "audience", "item": item, "score": group, "count": count}
        for group, count in zip(groups, counts, strict=True)
    ]


def population(**shares: float) -> list[Row]:
    return [
        {"area_code": "dk", "period": "2025", "indicator": f"population:{group}", "value": share}
        for group, share in shares.items()
    ]


def test_guests_are_compared_with_the_population_by_the_grouping_both_have() -> None:
    people = population(x=30, y=40, z=30, mand=50, kvinde=50)
    by_age = audience(18, 32, 50)
    answered = told({"guest_response": by_age, "reference": population(x=30, y=40, z=30)})
    assert (number(answered.answers["audience_dissimilarity"]), answered.audience.grouping) == (0.2, "alder")
    by_both = [*by_age, *({**row, "item": "bopæl", "score": f"b{row['score']}"} for row in by_age)]
    assert told({"guest_response": by_both, "reference": people}).audience.result == Undefined(
        "groups_differ", {"groups": ("kvinde", "mand")}
    )


@pytest.mark.parametrize(("asking", "grade"), [("a", "D"), ("ab", "C"), ("abc", "A")])
def test_a_survey_of_some_houses_is_a_less_sure_figure_of_all(asking: str, grade: str) -> None:
    survey = [{**row, "actor_id": actor} for row in audience(18, 32, 50) for actor in asking]
    data = TableData(
        {
            "actors": in_place("a", "b", "c"),
            "guest_response": survey,
            "reference": population(x=30, y=40, z=30),
        }
    )
    place = place_of(data)
    answer = business(data, place, 2025, LOCAL_ANALYST).answers["audience_dissimilarity"]
    sure = confidence(data, place, 2025, answer)
    assert (answer.coverage, answer.reporters) == (Coverage(len(asking), 3, 0, 0), tuple(asking))
    assert sure is not None
    assert sure.grade == grade
    said = f"only {len(asking)} of 3 actors" if grade != "A" else "3 of 3 actors"
    assert worst_text(sure, answer, "visits", ENGLISH) == said


def test_a_group_of_few_answers_hides_how_the_guests_divide() -> None:
    answered = told({"guest_response": audience(9, 60, 60), "reference": population(x=30, y=40, z=30)})
    assert reason(answered.answers["audience_dissimilarity"]) == "too_few_answers_in_group"
