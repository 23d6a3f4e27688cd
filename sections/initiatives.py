"""The initiatives of a place: the starting shot with its spark, the five questions, and what gets better."""

from collections.abc import Mapping

import streamlit as st

from answers.steps import TenSteps
from charts.cards import CardText, cards_html
from charts.page_parts import heading, note_html
from frame.context import Context
from kpis.steps.plan import FIVE_W
from sections.collaboration_words import choice_names
from sections.editor import draw_editor
from sections.plan import rows_in_words
from sections.row_form import RowForm
from sections.tables import draw_table
from sections.words import day_text, headers_of, with_figures_named
from warehouse.schema import datasets

_BETTER = ("better_nature", "better_residents", "behaviour", "measured_by")
_TOLD = ("goal", *FIVE_W, *_BETTER)
_ASKED = ("name", "spark", "origin", "goal", *FIVE_W, "begun_on", *_BETTER)
_NEEDED = ("name", "spark", "goal")


def draw_initiatives(context: Context, steps: TenSteps) -> None:
    """Draw the initiatives as cards: what set them going, who does what, and what gets better; the table; the form."""
    st.html(
        heading(context.text("The initiatives"), context.text("The starting shot: spark, goal and what gets better"))
    )
    if len(steps.initiatives):
        cards = [_card(context, card) for card in steps.initiatives.to_dict("records")]
        st.html(cards_html(cards, untold=context.text("not filled in yet")))
        folded = st.expander(context.text("The initiatives, as a table"), key="initiatives_table", on_change="rerun")
        if folded.open:
            with folded:
                shown = rows_in_words(context, "initiatives", steps.initiatives, _ASKED)
                draw_table(context, shown, context.text("The initiatives"), "initiatives", rows=20)
    else:
        told = context.text(
            "No initiative is written down. Begin with one: what set it going, and where do you want to get?"
        )
        st.html(note_html(told))
    _draw_form(context, steps)


def _card(context: Context, card: Mapping[object, object]) -> CardText:
    header = headers_of(context, "initiatives")
    words = {name: choice_names(context, "initiatives", name) for name in ("spark", "origin")}
    kinds = ", ".join(words[name].get(str(card[name]), "") for name in words if card[name])
    lines = [(header[name], with_figures_named(context, str(card[name] or ""))) for name in _TOLD]
    begun = str(card["begun_on"] or "")
    signed = f"{header['begun_on']} {day_text(context, begun)}" if begun else ""
    return CardText(str(card["name"] or card["initiative_id"]), kinds, lines, signed)


def _draw_form(context: Context, steps: TenSteps) -> None:
    place = steps.place
    rows = {
        str(row["initiative_id"]): str(row["name"] or row["initiative_id"])
        for row in steps.initiatives.to_dict("records")
    }

    def form_of(chosen: str | None) -> RowForm:
        new = context.text("a new one")
        name = f"{datasets()['initiatives'].name[context.language.code]}: {rows.get(chosen or '', new)}"
        if chosen:
            return RowForm(name, "initiatives", {"initiative_id": chosen}, _ASKED, _NEEDED)
        settled = {"actor_id" if place.kind == "actor" else "destination_id": place.code}
        fresh = {"initiative_id": f"{place.code}-initiatives"}
        return RowForm(name, "initiatives", settled, _ASKED, _NEEDED, fresh=fresh)

    draw_editor(context, context.text("Add or correct an initiative"), rows, form_of, "initiatives")
