"""Findings say an actor by its name."""

import pytest

from access.reader import LOCAL_ANALYST
from frame.context import Context
from locales import DANISH
from pipelines.findings import Finding
from sections.finding_names import by_name
from tests.answers.tables import TableData, in_place

CONTEXT = Context(
    TableData({"actors": in_place("fyr", name="Hvide Fyr")}), LOCAL_ANALYST, DANISH, None, None, dark=False, pages={}
)


@pytest.mark.parametrize(("code", "said"), [("fyr", "Hvide Fyr"), ("a-code-nobody-knows", "a-code-nobody-knows")])
def test_what_a_finding_suggests_is_said_by_its_name_where_it_has_one(code: str, said: str) -> None:
    found = Finding("similar_name", "Ark1!A2", "Hvde Fyr", {"suggestion": code, "share": "93"})
    assert by_name(CONTEXT, found).suggestion(DANISH) == f"Sig, om det er {said} eller et nyt navn."
