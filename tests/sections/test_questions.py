"""Answers as people say them."""

import pytest
from streamlit.testing.v1 import AppTest

from access.reader import LOCAL_ANALYST
from frame.context import Context
from locales import DANISH
from pipelines.asking import KINDS, Ask
from sections.questions import answer_text
from sections.remembered import subject_text
from tests.answers.tables import TableData, in_place

CONTEXT = Context(TableData({"actors": in_place("m1")}), LOCAL_ANALYST, DANISH, None, None, dark=False, pages={})


@pytest.mark.parametrize(("kind", "answer"), [(kind, answer) for kind, answers in KINDS.items() for answer in answers])
def test_every_fixed_answer_is_said_in_words(kind: str, answer: str) -> None:
    said = answer_text(CONTEXT, Ask(kind, "f00", "besoeg"), answer)
    assert said != answer
    assert said[0].isupper()


@pytest.mark.parametrize(
    ("kind", "answer", "said"),
    [
        ("which_measure", "visits.paying_visits", "Besøg: Betalende besøg"),
        ("column", "visits", "Besøg"),
        ("which_year", "2025", "2025"),
        ("which_name", "new", "Navnene er overskrifterne ved tallene"),
        ("name", "a-museum-nobody-knows", "a-museum-nobody-knows"),
    ],
)
def test_other_answers_are_said_by_their_names(kind: str, answer: str, said: str) -> None:
    assert answer_text(CONTEXT, Ask(kind, "f00"), answer) == said


def test_what_an_answer_is_about_is_written_as_in_the_sheet() -> None:
    assert subject_text(CONTEXT, Ask("decimal", "f00", "betalendebesoeg")) == "Decimaltegn i kolonnen »Betalende besøg«"
    assert subject_text(CONTEXT, Ask("name", "", "actor:havnby musæum")) == "Navnet »havnby musæum«"
    assert subject_text(CONTEXT, Ask("dash", "f00")) == "En streg i tabellen"


def page() -> None:
    from pipelines.asking import Ask
    from pipelines.findings import Finding
    from sections.questions import draw_questions
    from tests.sections.test_questions import CONTEXT

    names = ("new", "m1", "m2", "m3", "m4", "m5")
    draw_questions(
        CONTEXT,
        [
            Finding("unknown_name", "Ark1!A2", "Fyret", ask=Ask("name", "", "actor:fyret"), options=names),
            Finding("which_year", "Ark1!B1", ask=Ask("which_year", "f00"), options=("2024", "2025")),
        ],
    )


def test_what_is_asked_is_a_question_and_nothing_chosen_is_said_in_the_language_of_the_reader() -> None:
    shown = AppTest.from_function(page).run()
    assert not shown.exception
    name, year = shown.selectbox
    assert name.label == "Er »Fyret« et nyt navn, eller et af disse? (Ark1!A2)"
    assert (name.placeholder, year.placeholder) == ("Vælg", "Vælg eller skriv")
