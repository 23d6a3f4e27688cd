"""Rows of what people have entered, as a table shows and downloads them."""

import math
from datetime import date

from access.reader import LOCAL_ANALYST
from frame.context import Context
from locales import DANISH
from sections.plan import rows_in_words
from sections.tables import written_table
from tests.answers.tables import TableData, frame_of
from warehouse.schema import datasets

CONTEXT = Context(TableData({}), LOCAL_ANALYST, DANISH, None, None, dark=False, pages={})


def test_choices_are_words_and_numbers_and_days_stay_what_they_are() -> None:
    entries = [
        {"entry_id": "1", "date": "2025-04-11", "support_state": "promised", "amount_dkk": 220_000},
        {"entry_id": "2", "date": "2023-02-14", "support_state": "received", "hours": 60},
    ]
    frame = frame_of(datasets()["log"], entries)
    assert all(map(math.isnan, (frame["hours"][0], frame["amount_dkk"][1])))
    shown = rows_in_words(CONTEXT, "log", frame, ("date", "support_state", "hours", "amount_dkk"))
    assert shown.to_numpy().tolist() == [
        [date(2025, 4, 11), "lovet", "", 220_000.0],
        [date(2023, 2, 14), "modtaget", 60.0, ""],
    ]
    assert written_table(CONTEXT, shown).to_numpy().tolist() == [
        ["11. april 2025", "lovet", "", "220.000"],
        ["14. februar 2023", "modtaget", "60", ""],
    ]
