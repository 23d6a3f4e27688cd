"""The exchange of views, filled in by hand: said, answered and settled as rows of its own, each one an upload."""

from functools import partial

import pytest

from answers.comments import threads
from answers.data import open_data
from answers.places import places
from tests.sections.forms import fill, rows, save, told
from tests.sections.forms import opened as open_page
from tests.stores import put
from warehouse.connect import Store
from warehouse.ledger import read_ledger

QUESTION = {
    "comment_id": "c1", "date": "2025-05-01", "destination_id": "p", "actor_id": "a", "theme": "season",
    "who": "Kroen", "text": "Kan museet holde åbent om mandagen?",
}  # fmt: skip


@pytest.fixture
def store(blank_store: Store) -> Store:
    """A store with one place, a museum in it, and one question."""
    put(
        blank_store,
        {
            "destinations": [{"destination_id": "p", "name": "Vig"}],
            "actors": [{"actor_id": "a", "name": "Museet", "destination_id": "p"}],
            "comments": [QUESTION],
        },
    )
    return blank_store


def page() -> None:
    import streamlit as st

    from sections.comments import draw_comments, draw_exchange_of_views
    from tests.sections.forms import of_place

    context, _ = of_place("reader")
    if theme := st.session_state.get("theme"):
        draw_comments(context, theme)
    else:
        draw_exchange_of_views(context)


opened = partial(open_page, page)


def test_what_is_said_on_a_page_is_about_it_and_must_say_who(store: Store) -> None:
    shown = opened(editor_comments=True, theme="season")
    fill(shown, Hvad_siges_der="Oktober er tom")
    assert [error.value for error in save(shown).error] == ["Hvem skal udfyldes."]
    fill(shown, Hvem="Guiderne")
    save(shown)
    found = next(row for row in rows(store, "comments") if row["who"] == "Guiderne")
    assert (found["theme"], found["destination_id"], found["text"]) == ("season", "p", "Oktober er tom")
    assert str(found["comment_id"]).startswith("p-comments-")


def test_an_answer_is_about_the_same_and_is_undone_like_any_upload(store: Store) -> None:
    shown = opened(editor_answer=True)
    fill(shown, Hvem="Museet", Hvad_siges_der="Ja, i efterårsferien")
    save(shown)
    (thread,) = threads(data := open_data(store), places(data)["destination:p"])
    (answer,) = thread.answers
    assert (answer.text, answer.actor_id, answer.theme) == ("Ja, i efterårsferien", "a", "season")
    assert read_ledger(store).events[-1].format == "edit"


def test_a_subject_is_settled_with_what_was_agreed_and_by_whom(store: Store) -> None:
    shown = opened(editor_answer=True, answer_way="settle")
    assert sorted(error.value for error in save(shown).error) == ["Hvad blev aftalt skal udfyldes."]
    fill(shown, Hvad_blev_aftalt="Åbent mandag i uge 42", Afsluttet_af="destinationen")
    save(shown)
    (row,) = rows(store, "comments")
    assert (row["agreed"], row["settled_by"], row["text"]) == (
        "Åbent mandag i uge 42", "destinationen", QUESTION["text"],
    )  # fmt: skip
    assert "afsluttet" in told(opened())


def test_what_is_said_is_shown_on_its_own_page_and_among_all(store: Store) -> None:
    assert "Kan museet holde åbent" in told(opened(theme="season"))
    assert "Kan museet holde åbent" in told(opened())
    assert "Kan museet holde åbent" not in told(opened(theme="guests"))


def test_who_may_not_write_reads_and_is_asked_nothing(store: Store) -> None:
    shown = opened(as_guest=True)
    assert "Kan museet holde åbent" in told(shown)
    assert [one.label for one in shown.expander] == ["Alt, hvad der er sagt, som tabel"]
    assert told(opened(as_guest=True, theme="guests")) == ""
