"""The grade of a figure: the worst ground decides, and each ground is told."""

from collections.abc import Sequence
from datetime import date

import pytest

from access.reader import LOCAL_ANALYST
from answers.answer import Answer
from answers.compare import Coverage
from answers.confidence import (
    Confidence,
    Ground,
    confidence,
    graded,
    of_age,
    of_answers,
    of_breaks,
    of_coverage,
    of_estimates,
    rests_on_answers,
)
from answers.confidence_words import grade_text, reasons_text, worst_text
from answers.show import all_answers
from kpis.quality import Break
from kpis.result import Undefined, Value
from locales import DANISH
from tests.answers.tables import Row, TableData, in_place, months, place_of

EVEN = [100] * 12
NEW_COUNTER = Break("counter", date(2024, 5, 1))
FAIR = Break("event", date(2024, 7, 1))


def sureness(kpi_id: str = "visits_total", year: int = 2024, **tables: Sequence[Row]) -> Confidence | None:
    data = TableData({"destinations": [{"destination_id": "p"}], "actors": in_place("a", "b"), **tables})
    place = place_of(data)
    return confidence(data, place, year, all_answers(data, place, year, LOCAL_ANALYST)[kpi_id])


def grounds(found: Confidence | None) -> list[tuple[str, str]]:
    return [(ground.kind, ground.grade) for ground in found.grounds] if found else []


@pytest.mark.parametrize(
    ("coverage", "grade"),
    [
        (None, "A"),
        (Coverage(4, 4), "A"),
        (Coverage(3, 3, 0, 0), "A"),
        (Coverage(9, 10), "B"),
        (Coverage(4, 5), "B"),
        (Coverage(3, 4), "C"),
        (Coverage(4, 4, 9), "C"),
        (Coverage(2, 3, 0, 0), "C"),
        (Coverage(1, 3), "D"),
        (Coverage(3, 4, 7), "D"),
    ],
)
def test_coverage_is_of_reporters_and_months_together(coverage: Coverage | None, grade: str) -> None:
    assert of_coverage(coverage).grade == grade


@pytest.mark.parametrize(("n", "grade"), [(29, "C"), (30, "A"), (None, "A")])
def test_fewer_than_30_answers_are_uncertain(n: int | None, grade: str) -> None:
    assert of_answers(n).grade == grade


@pytest.mark.parametrize(
    ("period", "grade"),
    [("2024", "A"), ("2023-06", "B"), ("2022–2023", "B"), ("2021", "C"), ("2020/2020", "D"), ("2025", "A")],
)
def test_an_older_figure_is_less_sure(period: str, grade: str) -> None:
    assert of_age(period, 2024).grade == grade


@pytest.mark.parametrize(("estimated", "grade"), [(0, "A"), (1, "B"), (10, "B"), (11, "C"), (50, "C"), (51, "D")])
def test_the_more_is_estimated_the_less_sure(estimated: int, grade: str) -> None:
    assert of_estimates(estimated, 100).grade == grade


def test_nothing_is_not_an_estimate() -> None:
    assert of_estimates(0, 0).grade == "A"


@pytest.mark.parametrize(
    ("notes", "years", "grade"),
    [
        ([], (2023, 2024), "A"),
        ([NEW_COUNTER], (2022, 2023), "A"),
        ([NEW_COUNTER], (2023, 2024), "C"),
        ([FAIR], (2024, 2024), "B"),
        ([FAIR, NEW_COUNTER], (2024, 2024), "C"),
        ([], (2021, 2024), "B"),
    ],
)
def test_a_new_counter_weighs_more_than_a_large_event(notes: list[Break], years: tuple[int, int], grade: str) -> None:
    assert of_breaks(notes, years).grade == grade


def test_the_worst_ground_decides_and_stands_first() -> None:
    found = graded([Ground("age", "B", 1), Ground("coverage", "A", 1), Ground("estimates", "D", 0.7)])
    assert (found.grade, grounds(found)) == ("D", [("estimates", "D"), ("age", "B")])


def test_without_a_ground_it_is_an_a() -> None:
    assert graded([]) == Confidence("A")


def test_a_whole_year_of_tickets_is_an_a() -> None:
    assert sureness(visits=[*months("a", 2024, EVEN, method="ticket"), *months("b", 2024, EVEN)]) == Confidence("A")


def test_estimates_are_those_of_the_rows_that_the_figure_rests_on() -> None:
    visits = [*months("a", 2024, EVEN, method="estimate"), *months("b", 2024, EVEN), *months("x", 2024, EVEN)]
    assert grounds(sureness(visits=visits)) == [("estimates", "C")]
    assert grounds(sureness(visits=[*months("a", 2023, EVEN, method="estimate"), *months("a", 2024, EVEN)])) == []


def test_the_break_of_another_place_is_none_here() -> None:
    visits = [row for year in (2023, 2024) for row in months("a", year, EVEN)]
    noted = {"date_from": "2023-05-01", "kind": "counter"}
    assert grounds(sureness("visits_yoy", visits=visits, notes=[{**noted, "entity": "a"}])) == [("breaks", "C")]
    assert grounds(sureness("visits_total", visits=visits, notes=[{**noted, "entity": "a"}])) == []
    assert grounds(sureness("visits_yoy", visits=visits, notes=[{**noted, "entity": "x"}])) == []


def test_a_survey_is_graded_by_its_answers_and_its_age() -> None:
    wave = [
        {"destination_id": "p", "period": "2022", "answer": answer, "count": 5}
        for answer in ("more_positive", "equal", "more_negative", "dont_know")
    ]
    found = sureness("resident_support_share", visits=months("a", 2024, EVEN), residents=wave)
    assert grounds(found) == [("age", "C"), ("answers", "C")]


def test_a_figure_without_a_value_has_no_grade() -> None:
    answer = Answer("visits_total", Undefined("no_known_month"), "2024")
    data = TableData({"actors": in_place("a")})
    assert confidence(data, place_of(data), 2024, answer) is None


def test_the_grade_is_told_with_every_reason() -> None:
    answer = Answer("visits_total", Value(1), "2024", Coverage(3, 4))
    found = graded([of_coverage(answer.coverage), of_estimates(1, 4), of_breaks([NEW_COUNTER], (2024, 2024))])
    assert grade_text(found, DANISH) == "Sikkerhed C"
    assert worst_text(found, answer, "visits", DANISH) == "kun 3 af 4 aktører, 12 af 12 måneder"
    assert reasons_text(found, answer, "visits", DANISH) == (
        f"Kun 3 af 4 aktører, 12 af 12 måneder; {DANISH.percent(0.25, 0)} af grundlaget er skøn; "
        "brud i tidsserien: ny optællingsmetode."
    )


def test_an_a_is_told_with_what_it_rests_on() -> None:
    whole = Answer("visits_total", Value(1), "2024", Coverage(4, 4))
    assert worst_text(Confidence("A"), whole, "visits", DANISH) == "4 af 4 aktører, 12 af 12 måneder"
    assert worst_text(Confidence("A"), Answer("nps", Value(1), "2024"), "visits", DANISH).startswith("intet mangler")
    assert reasons_text(Confidence("A"), whole, "visits", DANISH).startswith("Alt, hvad der ventes")


def test_an_estimate_on_assumptions_is_no_a_and_says_so() -> None:
    answer = Answer("local_economic_value", Value(1), "2024")
    data = TableData({"actors": in_place("a")})
    found = confidence(data, place_of(data), 2024, answer)
    assert found is not None
    assert grounds(found) == [("method", "C")]
    assert worst_text(found, answer, "visits", DANISH) == "et skøn, der bygger på antagelser"


def test_an_estimate_is_never_surer_than_the_figure_it_rests_on_and_names_it() -> None:
    spend = [{"destination_id": "p", "period": "2024", "visitor_type": "day", "type_visits": 2400, "spend_dkk": 90.0,
              "additionality": 0.5}]  # fmt: skip
    guessed = [*months("a", 2024, EVEN, method="estimate"), *months("b", 2024, EVEN, method="estimate")]
    found = sureness("local_economic_value", visits=guessed, spend=spend)
    assert found is not None
    assert (found.grade, grounds(found)) == ("D", [("estimates", "D"), ("method", "C")])
    answer = Answer("local_economic_value", Value(1), "2024")
    assert worst_text(found, answer, "visits", DANISH).startswith("bygger på »Besøg i alt«: 100")
    counted = sureness("local_economic_value", visits=months("a", 2024, EVEN), spend=spend)
    assert grounds(counted) == [("method", "C")]


def test_of_two_sheets_the_one_with_more_estimates_decides() -> None:
    use = [{"actor_id": "a", "period": "2024", "metric": "kwh", "value": 5000.0, "estimated": 1.0}]
    found = sureness("resource_per_visit", visits=months("a", 2024, EVEN), sustainability=use)
    assert ("estimates", "D") in grounds(found)


def test_the_parts_of_an_index_are_not_taken_for_answers() -> None:
    assert not rests_on_answers(Answer("growth_potential_index", Value(50, n=6), "2024"))


def test_a_survey_says_that_it_is_a_sample() -> None:
    answer = Answer("resident_support_share", Value(0.6, n=169), "2024")
    assert worst_text(Confidence("A"), answer, "visits", DANISH) == "stikprøve: 169 svar"
    assert reasons_text(Confidence("A"), answer, "visits", DANISH) == "Stikprøve: 169 svar."
