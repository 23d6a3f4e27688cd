"""The report for residents and politicians: nobody sees a single house in it, and what is not known stays unknown."""

from collections.abc import Sequence

import pytest

from answers.sentences.tourism_value import money_text, parts_note, tourism_value_sentence
from answers.tourism_value import TourismValue, tourism_value
from kpis.result import Undefined, Value
from locales import DANISH, ENGLISH
from tests.answers.tables import Row, TableData, in_place, months, place_of
from tests.answers.test_regenerative import action, metric, wave

EVEN = [100] * 12


def of(**tables: Sequence[Row]) -> TourismValue:
    home = {"destination_id": "p", "name": "Vig", "area_code": "x"}
    data = TableData({"destinations": [home], "actors": in_place(*"abc"), **tables})
    return tourism_value(data, place_of(data), 2025)


def spent(kind: str, visits: float, dkk: float, additionality: float) -> Row:
    told = {"destination_id": "p", "period": "2025", "visitor_type": kind, "type_visits": visits}
    return {**told, "spend_dkk": dkk, "additionality": additionality, "source": "Måling", "source_date": "2024-05-01"}


def test_a_place_of_nothing_knows_nothing_and_says_why() -> None:
    told = of()
    for result in (told.nights, told.spend.result, told.jobs.result, told.volunteers.result, told.support.result):
        assert isinstance(result, Undefined)
    assert (told.care_hours, told.care_hectares) == (None, None)
    assert tourism_value_sentence(told, ENGLISH) == "Vig has no figures for 2025."


def test_jobs_of_fewer_than_three_actors_are_hidden_from_everybody_because_the_report_is_for_everybody() -> None:
    rows = [*metric("a", 2025, jobs=5), *metric("b", 2025, jobs=2)]
    assert of(sustainability=rows).jobs.result == Undefined("too_few_actors", {"minimum": 3})
    assert of(sustainability=[*rows, *metric("c", 2025, jobs=1)]).jobs.result == Value(8.0, n=3)


def test_hours_of_volunteers_are_those_of_the_actors_that_log_them() -> None:
    told = of(sustainability=[*metric("a", 2025, volunteer_hours=40), *metric("b", 2024, volunteer_hours=9)])
    assert told.volunteers.result == Value(40.0, n=1)
    assert told.volunteers.coverage is not None
    assert (told.volunteers.coverage.reporters, told.volunteers.coverage.of_reporters) == (1, 3)


def test_nights_are_those_of_a_whole_year() -> None:
    assert of(nights=months("x", 2025, EVEN, column="nights")).nights == Value(1200.0)
    part = of(nights=months("x", 2025, EVEN[:7], column="nights")).nights
    assert isinstance(part, Undefined)
    assert part.reason == "incomplete_year"


def test_care_is_the_documented_hours_and_hectares_of_the_year() -> None:
    actions = [
        action(1, hours=12, ha=1.5, status="documented"),
        action(2, hours=500),
        action(3, hours=500, period="2024", status="documented"),
        action(4, hours=500, status="planned", evidence_link="https://example.org/4"),
    ]
    told = of(regenerative=actions)
    assert (told.care_hours, told.care_hectares) == (12, 1.5)


def test_the_sentence_tells_the_guests_their_spend_and_what_residents_say() -> None:
    told = of(
        visits=months("a", 2025, EVEN),
        spend=[spent("day", 1000, 200, 0.5), spent("overnight", 1000, 400, 0.25)],
        residents=wave("2025", 30, 10, 5, 5),
    )
    assert tourism_value_sentence(told, ENGLISH) == (
        "Vig had 1,200 visits in 2025. The guests left an estimated DKK 200,000 in the area that would else not have "
        "been spent here. 60% of the residents asked in 2025 see more good than bad (50 answers)."
    )


def test_few_answers_are_said_to_be_uncertain() -> None:
    told = of(visits=months("a", 2025, EVEN), residents=wave("2025", 12, 4, 2, 2))
    assert "(uncertain: only 20 answers)" in tourism_value_sentence(told, ENGLISH)


@pytest.mark.parametrize(
    ("amount", "danish", "english"),
    [
        (4_480_000, "4,5 mio. kr.", "DKK 4.5 million"),
        (891_600, "892.000 kr.", "DKK 892,000"),
        (890_500, "891.000 kr.", "DKK 891,000"),
        (0, "0 kr.", "DKK 0"),
    ],
)
def test_an_estimate_is_written_no_finer_than_it_is_known(amount: float, danish: str, english: str) -> None:
    assert (money_text(amount, DANISH), money_text(amount, ENGLISH)) == (danish, english)


def test_a_small_amount_never_becomes_nothing() -> None:
    assert money_text(480, ENGLISH) == "DKK 480"


def test_parts_that_do_not_add_up_as_they_are_shown_are_noted_whatever_their_unit() -> None:
    assert parts_note([1_740_000, 2_740_000], 4_480_000, DANISH).startswith("Afrundet")
    assert parts_note([1_700_000, 2_800_000], 4_500_000, DANISH) == ""
    assert parts_note([300_000, 900_000], 1_200_000, ENGLISH) == ""
