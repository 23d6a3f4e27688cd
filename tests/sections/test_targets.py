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


def drawn(
    monkeypatch: pytest.MonkeyPatch, kpi_id: str, low: float, **tables: Sequence[Row]
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The table of the downloads and that of the screen."""
    places: Sequence[Row] = [{"destination_id": "p", "area_code": "x"}]
    aim = {"destination_id": "p", "kpi_id": kpi_id, "period": "2025", "low": low, "owner": "bestyrelsen"}
    data = TableData({"destinations": places, "actors": in_place("a"), "targets": [aim], **tables})
    seen: list[tuple[pd.DataFrame, pd.DataFrame]] = []
    monkeypatch.setattr(section, "draw_table", lambda _, table, *_rest, written, **_more: seen.append((table, written)))
    monkeypatch.setattr(streamlit, "html", lambda *_: None)
    monkeypatch.setattr(section, "draw_editor", lambda *_rest, **_more: None)
    section.draw_targets(Context(data, LOCAL_ANALYST, ENGLISH, place_of(data), 2025, dark=False, pages={}))
    return seen[0]


def told(monkeypatch: pytest.MonkeyPatch, **tables: Sequence[Row]) -> pd.DataFrame:
    return drawn(monkeypatch, "visits_total", 5000, **tables)[1]


def test_a_download_has_the_numbers_of_a_target_and_their_unit(monkeypatch: pytest.MonkeyPatch) -> None:
    visits = months("a", 2025, [500] * 12)
    table, written = drawn(monkeypatch, "offseason_share", 0.155, visits=visits)
    assert list(table.iloc[0][["Floor", "Ceiling", "The figure", "Unit"]]) == [0.155, None, 0.75, "per cent (1 = 100%)"]
    assert list(written.iloc[0][["Floor", "Ceiling", "The figure"]]) == ["16%", "", "75%"]
    table, _ = drawn(monkeypatch, "visits_total", 5000, visits=visits)
    assert list(table.iloc[0][["Floor", "The figure", "Unit"]]) == [5000, 6000, "visits"]


def test_a_target_is_in_what_the_place_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    of_nights = told(monkeypatch, nights=months("x", 2025, [500] * 12, column="nights"))
    assert list(of_nights.iloc[0][["KPI", "Floor", "The figure", "Unit"]]) == ["Nights", "5,000", "6,000", "nights"]
    of_visits = told(monkeypatch, visits=months("a", 2025, [500] * 12))
    assert list(of_visits.iloc[0][["KPI", "Floor", "The figure", "Unit"]]) == ["Visits", "5,000", "6,000", "visits"]
