"""The glossary: every word, figure and sheet with a name in both languages and a meaning in the reader's."""

import pytest

from access.reader import LOCAL_ANALYST
from frame.context import Context
from kpis.catalogue import catalogue
from locales import DANISH, ENGLISH, Language
from sections.glossary import glossary
from tests.answers.tables import TableData
from warehouse.schema import datasets


@pytest.mark.parametrize("language", [DANISH, ENGLISH])
def test_everything_has_two_names_and_a_meaning(language: Language) -> None:
    entries = list(glossary(Context(TableData({}), LOCAL_ANALYST, language, None, None, dark=False, pages={})))
    assert all(all(entry) for entry in entries)
    kinds = [kind for *_, kind in entries]
    assert kinds.count("tal" if language is DANISH else "figure") == len(catalogue())
    assert kinds.count("ark" if language is DANISH else "sheet") == len(datasets())
    assert ("Turismestrategier", "Tourism strategies") in {(danish, english) for danish, english, *_ in entries}
