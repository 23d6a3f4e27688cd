"""A row as people say it, in the reader's language."""

from collections.abc import Hashable

from access.reader import LOCAL_ANALYST
from frame.context import Context
from locales import DANISH, ENGLISH, Language
from sections.row_keys import row_text
from tests.answers.tables import TableData, in_place
from warehouse.schema import datasets

KEYS: dict[Hashable, object] = {key.id: key.default for key in datasets()["visits"].keys}


def said(language: Language, keys: dict[Hashable, object]) -> str:
    data = TableData({"actors": in_place("eks-museet", name="Hedemuseet")})
    context = Context(data, LOCAL_ANALYST, language, None, None, dark=False, pages={})
    return row_text(context, datasets()["visits"], KEYS | keys)


def test_actor_period_and_choice_are_said_in_words() -> None:
    keys: dict[Hashable, object] = {"actor_id": "eks-museet", "period": "2021-01", "age_group": "adult"}
    assert said(DANISH, keys) == "Hedemuseet · januar 2021 · voksen"
    assert said(ENGLISH, keys) == "Hedemuseet · January 2021 · adult"


def test_a_name_nobody_knows_is_said_as_it_is_stored() -> None:
    assert said(DANISH, {"actor_id": "Nyt Museum", "period": "2021-Q1"}) == "Nyt Museum · 1. kvartal 2021"
