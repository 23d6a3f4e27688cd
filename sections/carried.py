"""What an upload carries: the figures that rest on its cells, each with the way to them."""

import streamlit as st

from answers.lineage.back import carried, views_touched
from answers.places import Place, places
from charts.link_list import Entry, links_html
from frame.context import Context
from sections.method import lineage_address
from sections.words import plain_markdown
from warehouse.ledger import Event

_PLACES_NAMED = 12


def draw_carried(context: Context, event: Event) -> None:
    """Draw, folded away, which figures of the place and year in view rest on an upload, and where else it tells of."""
    folded = st.expander(
        context.text("The figures that rest on upload {number}", number=event.upload),
        key=f"carried_{event.upload}",
        on_change="rerun",
    )
    if folded.open and context.place is not None and context.year is not None:
        with folded:
            _draw_figures(context, context.place, context.year, event.upload)
            _draw_elsewhere(context, context.place, context.year, event.upload)


def _draw_figures(context: Context, place: Place, year: int, upload: int) -> None:
    found = carried(context.data, place, year, upload, context.reader)
    if not found:
        st.write(
            context.text("No figure of {place} in {year} rests on it.", place=plain_markdown(place.name), year=year)
        )
        return
    title = context.language.plural(
        "{n} figure of {place} in {year} rests on it:",
        "{n} figures of {place} in {year} rest on it:",
        len(found),
        place=place.name,
        year=year,
    )
    entries = [
        Entry(
            context.language.kpi_text(one.answer.passport.name),
            lineage_address(context, one.answer.id),
            context.language.plural("{n} cell", "{n} cells", one.cells),
        )
        for one in found
    ]
    st.html(links_html(title, entries))


def _draw_elsewhere(context: Context, place: Place, year: int, upload: int) -> None:
    known = places(context.data)
    views = [view for view in views_touched(context.data, upload) if view != (place.id, year) and view[0] in known]
    if not views:
        return
    entries = [
        Entry(f"{known[place_id].name} {one}", lineage_address(context, "visits_total", place_id, one))
        for place_id, one in views[:_PLACES_NAMED]
    ]
    title = context.language.plural(
        "It also tells of {n} other place and year:", "It also tells of {n} other places and years:", len(views)
    )
    st.html(links_html(title, entries))
