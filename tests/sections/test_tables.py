"""A table on the screen tells the numbers of its download: no decimal of a cell is left out where it is told."""

from datetime import date

import pandas as pd
import pytest

from access.reader import LOCAL_ANALYST
from frame.context import Context
from locales import DANISH
from sections.tables import written_table
from tests.answers.tables import TableData

CONTEXT = Context(TableData({}), LOCAL_ANALYST, DANISH, None, None, dark=False, pages={})


@pytest.mark.parametrize(
    ("told", "written"),
    [
        (0.35, "0,35"),
        (0.121, "0,121"),
        (12.0, "12"),
        (12.5, "12,5"),
        (1 / 3, "0,3333"),
        (0.1 + 0.2, "0,3"),
        (1_234_567, "1.234.567"),
        (-0.25, "−0,25"),
        (float("nan"), ""),
        (None, ""),
        ("0.35", "0.35"),
        (date(2025, 3, 1), "1. marts 2025"),
    ],
)
def test_a_number_is_written_with_the_decimals_it_has(told: object, written: str) -> None:
    table = pd.DataFrame({"x": pd.Series([told], dtype=object)})
    assert written_table(CONTEXT, table)["x"].tolist() == [written]
