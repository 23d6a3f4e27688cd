"""Step 7: the products of a place from idea to sale, who makes them together, and what of the place they build on."""

import pandas as pd
import streamlit as st

from answers.pipeline import STAGES, PipelineProduct, pipeline
from answers.places import Place, actor_names
from charts.page_parts import heading
from frame.context import Context
from sections.collaboration_words import choice_names
from sections.editor import draw_editor
from sections.row_form import RowForm, known_row
from sections.tables import draw_table
from sections.words import capitalised, day_of, headers_of

_ASKED = ("name", "actor_id", "partners", "status", "identity_text", "live_from", "live_to")
_NEEDED = ("name", "actor_id", "status")


def draw_pipeline(context: Context, place: Place, year: int) -> None:
    """Draw how many products there are at each stage, all of them with their makers, and the form; none for an area."""
    if place.kind == "area":
        return
    found = pipeline(context.data, place, year)
    st.html(heading(context.text("From idea to sale"), _counts(context, found)))
    empty = context.text("No product is on its way. Write down an idea, and who could make it together.")
    draw_table(context, _table(context, found), context.text("From idea to sale"), "pipeline", rows=40, empty=empty)
    _draw_form(context, place, year, found)


def _counts(context: Context, found: tuple[PipelineProduct, ...]) -> str:
    names = choice_names(context, "products", "status")
    counts = {stage: sum(one.stage == stage for one in found) for stage in STAGES}
    return " → ".join(f"{capitalised(names[stage])} {context.language.number(counts[stage])}" for stage in STAGES)


def _table(context: Context, found: tuple[PipelineProduct, ...]) -> pd.DataFrame:
    header = headers_of(context, "products")
    names, stages = actor_names(context.data), choice_names(context, "products", "status")
    return pd.DataFrame(
        {
            header["name"]: one.name,
            header["status"]: stages.get(one.stage, one.stage) or context.text("not told"),
            header["actor_id"]: names.get(one.owner, one.owner),
            header["partners"]: context.language.listed(names.get(partner, partner) for partner in one.partners),
            header["identity_text"]: one.identity or context.text("not told"),
            header["live_from"]: day_of(one.live_from),
            context.text("Months on sale"): one.months_on_sale,
        }
        for one in found
    )


def _draw_form(context: Context, place: Place, year: int, found: tuple[PipelineProduct, ...]) -> None:
    names = actor_names(context.data)
    labels = {"actor_id": {actor: names.get(actor, actor) for actor in place.actors}, "partners": names}
    frame = context.data.frame("products")
    by_id = {one.id: one for one in found if one.owner in place.actors}

    def form_of(chosen: str | None) -> RowForm:
        title = context.text("Product ({place})", place=place.name)
        if chosen:
            # A new year is a new row, begun with what was told last.
            last = known_row(frame, {"product_id": chosen, "period": by_id[chosen].period})
            suggested = {column: told for column, told in last.items() if column in _ASKED}
            keys = {"product_id": chosen, "period": str(year)}
            return RowForm(title, "products", keys, _ASKED, _NEEDED, labels=labels, suggested=suggested)
        settled, fresh = {"period": str(year)}, {"product_id": f"{place.code}-products"}
        return RowForm(title, "products", settled, _ASKED, _NEEDED, fresh=fresh, labels=labels)

    rows = {one.id: one.name for one in by_id.values()}
    draw_editor(context, context.text("Write down or move a product"), rows, form_of, "pipeline")
