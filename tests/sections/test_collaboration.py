"""The page Collaboration as drawn: nobody outside is named to outsiders, in no table, figure or sentence."""

from collections.abc import Sequence
from typing import Any

import pytest
import streamlit

from access.reader import LOCAL_ANALYST, Reader
from answers.collaboration import collaboration
from answers.sentences.collaboration import collaboration_sentence
from frame.context import Context
from locales import DANISH, ENGLISH
from sections import collaboration_figures, collaboration_tables, links
from sections.collaboration_words import said_by
from tests.answers.tables import Row, TableData, in_place, place_of
from tests.answers.test_network import DMO, tie

OUTSIDER = Reader("Gæst", "reader", places=None)
NAMES = {"a": "Museet", "b": "Guiden", "c": "Kroen", "d": "Fyrskibet", "e": "Væveriet"}
SECTORS = {"a": "culture", "b": "tourism", "c": "food", "d": "culture", "e": None}
ACTORS = [{**in_place(code)[0], "name": name, "sector": SECTORS[code]} for code, name in NAMES.items()]
TIES = (tie("a", "b", gives_a="rum", gives_b="ture"), tie("b", "c", kind="referral"), tie("a", "d", 1, 0))


def drawn(monkeypatch: pytest.MonkeyPatch, reader: Reader, ties: Sequence[Row] = TIES) -> str:
    """Everything the page writes and draws for a reader, as one text."""
    data = TableData(
        {
            "destinations": [{"destination_id": "p", "name": "Vig"}],
            "actors": [*ACTORS, {**DMO, "name": "Destinationen"}],
            "partnerships": ties,
            "links": [{"destination_id": "p", "other_place": "Nabobyen", "kind": "geographic"}],
            "profiles": [{"entity": "a", "field": "i_do", "text": "Vi fortæller"}],
        }
    )
    asked = Context(data, reader, DANISH, place_of(data), 2025, dark=False, pages={})
    written: list[str] = []

    def keep_figure(_context: Context, _name: str, build: Any, in_words: str) -> None:
        written.extend((in_words, str(build().to_plotly_json())))

    monkeypatch.setattr(collaboration_figures, "draw_figure", keep_figure)
    for module in (collaboration_tables, links):
        monkeypatch.setattr(
            module, "draw_table", lambda _context, table, *_names, **_look: written.append(table.to_csv())
        )
    monkeypatch.setattr(streamlit, "html", written.append)
    answered = collaboration(data, place_of(data), 2025, reader)
    written.append(collaboration_sentence(answered, DANISH))
    collaboration_figures.draw_collaboration_figures(asked, answered)
    for draw in ("actors", "ties", "role_cards", "products", "exchanges"):
        getattr(collaboration_tables, f"draw_{draw}")(asked, answered)
    links.draw_links(asked, answered)
    return "\n".join(written)


def test_the_dmo_reads_who_stands_outside_and_who_has_not_been_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    page = drawn(monkeypatch, LOCAL_ANALYST)
    assert "Fyrskibet,kultur,0.0,står udenfor: invitér" in page
    assert "Væveriet,ukendt branche,,ikke spurgt endnu" in page


def test_an_outsider_reads_of_neither(monkeypatch: pytest.MonkeyPatch) -> None:
    page = drawn(monkeypatch, OUTSIDER)
    assert "Museet" in page
    assert not any(name in page for name in ("Fyrskibet", "Væveriet"))


def test_what_each_gives_is_told_with_who_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    page = drawn(monkeypatch, LOCAL_ANALYST)
    assert "Museet,Guiden,viden,begge siger ja,rum,ture" in page
    assert 'Museet,Fyrskibet,viden,"den ene siger ja, den anden siger nej"' in page


def test_the_ties_between_culture_and_tourism_are_counted_with_how_many_both_confirm(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    ties = (*TIES, tie("b", "d", 1, 0))
    assert "1 af 2 relationer mellem kultur og turisme er bekræftet af begge" in drawn(monkeypatch, LOCAL_ANALYST, ties)
    assert "Ingen relation forbinder kultur og turisme" in drawn(monkeypatch, LOCAL_ANALYST, ties[1:3])


def test_a_place_that_has_told_nothing_says_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    page = drawn(monkeypatch, LOCAL_ANALYST, ties=())
    assert "Der er endnu ikke registreret partnerskaber i Vig." in page
    assert "Der føres ikke logbog" in page


def test_a_workshop_after_the_year_is_listed_and_marked(monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[str] = []
    monkeypatch.setattr(streamlit, "html", shown.append)
    monkeypatch.setattr(streamlit, "subheader", shown.append)
    monkeypatch.setattr(
        collaboration_tables, "draw_table", lambda *_told, written, **_look: shown.append(written.to_csv())
    )
    for days in (["2025-03-01", "2026-02-03"], ["2026-02-03"]):
        log = [{"entry_id": day, "kind": "workshop", "date": day, "destination_id": "p"} for day in days]
        data = TableData({"actors": ACTORS, "log": log})
        asked = Context(data, LOCAL_ANALYST, DANISH, place_of(data), 2025, dark=False, pages={})
        answered = collaboration(data, place_of(data), 2025, LOCAL_ANALYST)
        shown.clear()
        collaboration_tables.draw_exchanges(asked, answered)
        page = "".join(shown)
        assert "3. februar 2026 (efter 2025)" in page
        assert ("1. marts 2025," in page) == (len(days) == 2)
        assert ("Logbogen begynder efter 2025" in page) == (len(days) == 1)


@pytest.mark.parametrize(
    ("said_a", "said_b", "words"),
    [
        (1, 1, "both say so"),
        (1, 0, "one says so, the other says no"),
        (0, 1, "one says so, the other says no"),
        (None, 1, "one says so, the other has not been asked"),
        (None, None, "nobody has been asked"),
    ],
)
def test_who_says_that_a_tie_is_there(said_a: int | None, said_b: int | None, words: str) -> None:
    data = TableData({"actors": in_place("a", "b"), "partnerships": [tie("a", "b", said_a, said_b)]})
    asked = Context(data, LOCAL_ANALYST, ENGLISH, place_of(data), 2025, dark=False, pages={})
    (told,) = collaboration(data, place_of(data), 2025, LOCAL_ANALYST).network.ties
    assert said_by(asked, told) == words
