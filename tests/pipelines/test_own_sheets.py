"""The list of what to correct comes back with the workbook, and is never taken for figures."""

import pytest

from locales import DANISH, ENGLISH, Language
from pipelines.own_sheets import TITLE
from tests.pipelines.grids import is_accounted, left_out, read, sheet, visits

FIGURES = """
museum | måned   | besøg
museet | 2025-01 | 5
"""


@pytest.mark.parametrize("language", [DANISH, ENGLISH], ids=lambda one: one.code)
def test_the_index_sheet_is_left_out_with_its_own_reason(language: Language) -> None:
    index = sheet(f"{language.text(TITLE)}\n{FIGURES.replace('5', '6')}", "Oversigt")
    reading = read(sheet(FIGURES), index)
    assert visits(reading) == visits(read(sheet(FIGURES))) != {}
    assert left_out(reading) == {"A1:C4": "index_sheet"}
    assert is_accounted(reading)


def test_a_sheet_that_only_mentions_us_is_read() -> None:
    assert visits(read(sheet(f"Kulturpuls\n{FIGURES}"))) == visits(read(sheet(FIGURES)))
