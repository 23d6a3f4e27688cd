"""The report on the value of tourism: each line is either a fact with its basis or a gap with its reason."""

from collections.abc import Sequence

import pytest
import streamlit

from access.reader import LOCAL_ANALYST
from answers.tourism_value import tourism_value
from frame.context import Context
from locales import DANISH, ENGLISH, Language
from sections import tourism_value as section
from tests.answers.tables import Row, TableData, in_place, months, place_of
from tests.answers.test_regenerative import action, metric, wave
from tests.answers.test_tourism_value import spent

LINES = {
    DANISH: [
        "Besøg",
        "Overnatninger",
        "Lagt i området",
        "Job",
        "Frivillige",
        "Lokal opbakning",
        "Pleje af natur og kulturarv",
    ],
    ENGLISH: [
        "Visits",
        "Nights",
        "Spent in the area",
        "Jobs",
        "Volunteers",
        "Residents' support",
        "Care for nature and heritage",
    ],
}
EVERYTHING: dict[str, Sequence[Row]] = {
    "visits": months("a", 2025, [100] * 12),
    "nights": months("x", 2025, [500] * 12, column="nights"),
    "spend": [spent("day", 1000, 200, 0.5)],
    "sustainability": [row for actor in "abc" for row in metric(actor, 2025, jobs=2, volunteer_hours=30)],
    "residents": wave("2025", 12, 4, 2, 2),
    "regenerative": [action(1, hours=12, ha=1.5, status="documented")],
}


def report(monkeypatch: pytest.MonkeyPatch, language: Language, **tables: Sequence[Row]) -> str:
    home = {"destination_id": "p", "name": "Vig", "area_code": "x"}
    data = TableData({"destinations": [home], "actors": in_place(*"abc"), **tables})
    written: list[str] = []
    monkeypatch.setattr(streamlit, "html", written.append)
    asked = Context(data, LOCAL_ANALYST, language, place_of(data), 2025, dark=False, pages={})
    section.draw_tourism_value(asked, tourism_value(data, place_of(data), 2025))
    return written[0].replace("&#x27;", "'")


@pytest.mark.parametrize("language", [DANISH, ENGLISH])
def test_where_nothing_is_known_each_line_says_why(monkeypatch: pytest.MonkeyPatch, language: Language) -> None:
    told = report(monkeypatch, language)
    assert "kp-fact-value" not in told
    assert [line for line in LINES[language] if f"<strong>{line}.</strong> " in told] == LINES[language]


@pytest.mark.parametrize("language", [DANISH, ENGLISH])
def test_where_all_is_known_each_line_is_a_fact_and_there_are_no_gaps(
    monkeypatch: pytest.MonkeyPatch, language: Language
) -> None:
    told = report(monkeypatch, language, **EVERYTHING)
    assert [line for line in LINES[language] if f"<h2>{line}</h2>" in told] == LINES[language]
    assert "kp-gaps" not in told


def test_the_spend_tells_its_method_its_parts_and_its_source(monkeypatch: pytest.MonkeyPatch) -> None:
    told = report(monkeypatch, ENGLISH, **EVERYTHING)
    assert "By type of guest: day visitor DKK 100,000" in told
    assert "the AIM method" in told
    assert "Source: Måling, 1 May 2024." in told


def test_parts_of_the_spend_that_do_not_add_up_as_written_are_noted(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "Rounded: the parts" not in report(monkeypatch, ENGLISH, **EVERYTHING)
    uneven = {**EVERYTHING, "spend": [spent("day", 1000, 1740, 1), spent("overnight", 1000, 2740, 1)]}
    told = report(monkeypatch, ENGLISH, **uneven)
    assert "DKK 4.5 million" in told
    assert "DKK 2.7 million Rounded: the parts" not in told
    assert "DKK 2.7 million. Rounded: the parts therefore do not give exactly the sum." in told
    assert ".." not in report(monkeypatch, DANISH, **uneven)


def test_few_answers_are_marked_and_the_interval_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    told = report(monkeypatch, ENGLISH, **EVERYTHING)
    assert "20 answers, 2025; between 39% and 78% with 95 per cent certainty. Uncertain: few answers." in told
