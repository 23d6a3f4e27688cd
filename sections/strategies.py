"""The tourism strategy of every house of culture, with what is missing said; and the template to write it in."""

import pandas as pd
import streamlit as st

from answers.institutions import STRATEGY, Strategy, strategies
from answers.places import Place, actor_names
from charts.cards import CardText, cards_html
from charts.page_parts import heading, note_html
from frame.context import Context
from sections.editor import draw_editor
from sections.row_form import RowForm
from sections.tables import draw_table
from sections.words import day_of, day_text, headers_of, with_figures_named

_ASKED = (*STRATEGY, "owner", "decided_on", "valid_to")
_NEEDED = ("aim", "owner", "decided_on")


def draw_strategies(context: Context, place: Place, year: int) -> None:
    """Draw one card for each house of culture, the table of them, and the template; nothing for an area."""
    if place.kind == "area":
        return
    found = strategies(context.data, place, year)
    st.html(heading(context.text("Tourism strategies"), _summary(context, found)))
    if found:
        written = [one for one in found if len(one.missing) < len(STRATEGY)]
        if written:
            st.html(cards_html([_card(context, one) for one in written], untold=""))
        without = [one.name for one in found if one not in written]
        if without:
            st.html(note_html(context.text("Not written yet: {names}.", names=context.language.listed(without))))
        _draw_register(context, found)
    else:
        st.html(note_html(context.text("No house of culture is registered here, so there is no strategy to write.")))
    _draw_form(context, place, found)


def _summary(context: Context, found: tuple[Strategy, ...]) -> str:
    whole = sum(not one.missing for one in found)
    if not found:
        return context.text("What tourism is to carry, for whom, when, with whom, and what is declined")
    return context.language.plural(
        "{n} of {all} has filled in all of it: aim, guests, season, partners, what is declined, what it is measured by",
        "{n} of {all} have filled in all of it: aim, guests, season, partners, what is declined, what it is "
        "measured by",
        whole,
        all=context.language.number(len(found)),
    )


def _card(context: Context, strategy: Strategy) -> CardText:
    header = headers_of(context, "strategies")
    lines = [
        (header[field], with_figures_named(context, strategy.told[field]))
        for field in STRATEGY
        if field not in strategy.missing
    ]
    if strategy.missing:
        missing = context.language.listed(header[field].lower() for field in strategy.missing)
        lines.append((context.text("Not filled in yet"), missing))
    until = context.text("valid until {day}", day=day_text(context, strategy.valid_to)) if strategy.valid_to else ""
    signed = ", ".join(filter(None, (strategy.owner, day_text(context, strategy.decided_on), until)))
    return CardText(strategy.name, "", lines, signed)


def _draw_register(context: Context, found: tuple[Strategy, ...]) -> None:
    folded = st.expander(context.text("The strategies, as a table"), key="strategies_table", on_change="rerun")
    if not folded.open:
        return
    header = headers_of(context, "strategies")
    table = pd.DataFrame(
        {
            header["actor_id"]: one.name,
            **{header[field]: with_figures_named(context, one.told[field]) for field in STRATEGY},
            header["owner"]: one.owner,
            header["decided_on"]: day_of(one.decided_on),
            header["valid_to"]: day_of(one.valid_to),
        }
        for one in found
    )
    with folded:
        draw_table(context, table, context.text("Tourism strategies"), "strategies", rows=40)


def _draw_form(context: Context, place: Place, found: tuple[Strategy, ...]) -> None:
    written = {one.actor: one.name for one in found if len(one.missing) < len(STRATEGY)}
    names = actor_names(context.data)

    def form_of(chosen: str | None) -> RowForm:
        title = context.text("Tourism strategy ({place})", place=written.get(chosen or "", place.name))
        if chosen or place.kind == "actor":
            return RowForm(title, "strategies", {"actor_id": chosen or place.code}, _ASKED, _NEEDED)
        own = {actor: names.get(actor, actor) for actor in place.actors if actor not in written}
        return RowForm(title, "strategies", {}, ("actor_id", *_ASKED), _NEEDED, labels={"actor_id": own})

    draw_editor(context, context.text("Write or correct a tourism strategy"), written, form_of, "strategies")
