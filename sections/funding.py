"""What the houses were granted, grant by grant, for those who may see it; and the form to tell it in."""

from collections.abc import Hashable, Mapping, Sequence
from typing import Any

import pandas as pd
import streamlit as st

from answers.funding import grants
from answers.logged import is_later
from answers.places import Place, actor_names
from charts.page_parts import note_html
from frame.context import Context
from sections.collaboration_words import choice_names
from sections.editor import draw_editor
from sections.row_form import RowForm
from sections.tables import draw_table, written_table
from sections.words import headers_of, later_marked

_KEYS = ("actor_id", "period", "funder", "purpose", "source")
_AMOUNT = "amount_dkk"


def draw_grants(context: Context, place: Place, year: int) -> None:
    """Draw, folded away, the grants of the place, those after the year marked, and the form; nothing for an area."""
    if place.kind == "area":
        return
    found = grants(context.data, place, context.reader)
    if len(found):
        folded = st.expander(context.text("The grants, as a table"), key="grants_table", on_change="rerun")
        if folded.open:
            with folded:
                _draw_table(context, found, year)
    elif context.reader.may_edit and context.reader.sees_business_figures:
        told = context.text("No grant is told of. Write who gave it, what it is for, and how much.")
        st.html(note_html(told))
    _draw_form(context, place, year, found)


def _draw_table(context: Context, found: pd.DataFrame, year: int) -> None:
    table = _in_words(context, found)
    written, period = written_table(context, table), headers_of(context, "funding")["period"]
    written[period] = later_marked(context, written[period], (is_later(one, year) for one in written[period]))
    draw_table(context, table, context.text("Money granted, grant by grant"), "grants", rows=40, written=written)


def _in_words(context: Context, found: pd.DataFrame) -> pd.DataFrame:
    header, names = headers_of(context, "funding"), actor_names(context.data)
    words: Mapping[str, Mapping[str, str]] = {
        "actor_id": names,
        **{column: choice_names(context, "funding", column) for column in ("purpose", "source")},
    }
    told = {column: [words.get(column, {}).get(one, one) for one in found[column]] for column in _KEYS}
    return pd.DataFrame({**{header[column]: said for column, said in told.items()}, header[_AMOUNT]: found[_AMOUNT]})


def _draw_form(context: Context, place: Place, year: int, found: pd.DataFrame) -> None:
    names = actor_names(context.data)
    labels = {"actor_id": {actor: names.get(actor, actor) for actor in place.actors}}
    keys = {"|".join(_codes(row)): dict(zip(_KEYS, _codes(row), strict=True)) for row in found.to_dict("records")}
    said = _in_words(context, found).iloc[:, : len(_KEYS)].to_numpy().tolist()
    rows = {at: " · ".join(map(str, told)) for at, told in zip(keys, said, strict=True)}

    def form_of(chosen: str | None) -> RowForm:
        title = context.text("Grant ({place})", place=place.name)
        if chosen:
            return RowForm(title, "funding", keys[chosen], (_AMOUNT,))
        new, begun = (*_KEYS, _AMOUNT), {"period": str(year)}
        return RowForm(title, "funding", {}, new, (_AMOUNT,), labels=labels, suggested=begun)

    draw_editor(context, context.text("Write down or correct a grant"), rows, form_of, "grants")


def _codes(row: Mapping[Hashable, Any]) -> Sequence[str]:
    return [str(row[key]) for key in _KEYS]
