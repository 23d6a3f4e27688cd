"""The targets as a table: a place that counts nights has targets in nights."""

from collections.abc import Sequence

import pandas as pd
import pytest
import streamlit

from access.reader import LOCAL_ANALYST
from frame.context import Context
from locales import ENGLISH
from sections import targets as section
from tests.answers.tables import Row, TableData, in_place, months, place_of


def told(monkeypatch: pytest.MonkeyPatch, **tables: Sequence[Row]) -> pd.DataFrame:
    places: Sequence[Row] = [{"destination_id": "p", "area_code": "x"}]
    aim = {"destination_id": "p", "kpi_id": "visits_total", "period": "2025", "low": 5000, "owner": "bestyrelsen"}
    data = TableData({"destinations": places, "actors": in_place("a"), "targets": [aim], **tables})
    seen: list[pd.DataFrame] = []
    monkeypatch.setattr(section, "draw_table", lambda _, table, *_rest, **_more: seen.append(table))
    monkeypatch.setattr(streamlit, "html", lambda *_: None)
    monkeypatch.setattr(section, "draw_editor", lambda *_rest, **_more: None)
    section.draw_targets(Context(data, LOCAL_ANALYST, ENGLISH, place_of(data), 2025, dark=False, pages={}))
    return seen[0]


def test_a_target_is_in_what_the_place_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    of_nights = told(monkeypatch, nights=months("x", 2025, [500] * 12, column="nights"))
    assert list(of_nights.iloc[0][["KPI", "Floor", "The figure"]]) == ["Nights", "5,000 nights", "6,000"]
    of_visits = told(monkeypatch, visits=months("a", 2025, [500] * 12))
    assert list(of_visits.iloc[0][["KPI", "Floor", "The figure"]]) == ["Visits", "5,000 visits", "6,000"]
