"""Step 4: the links of a place to others, on the map and as a list, with what was learned; and the form for them."""

from collections.abc import Sequence

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from answers.collaboration import Collaboration
from answers.places import Place, places
from answers.roles import Link
from charts.links_map import Spot, links_map
from charts.page_parts import note_html
from frame.context import Context
from sections.collaboration_words import choice_names
from sections.editor import draw_editor
from sections.figures import draw_figure
from sections.row_form import RowForm
from sections.tables import draw_table, written_table
from sections.words import day_of, headers_of, later_marked

_KEYS = ("other_place", "kind")
_TOLD = ("theme", "learning", "begun_on")


def draw_links(context: Context, collaboration: Collaboration) -> None:
    """Draw the links of the place to others, those on the map too; a single actor has none of its own."""
    place, links = collaboration.place, collaboration.links
    if place.kind == "actor":
        return
    st.subheader(context.text("Links to other places"))
    if links:
        spots = _spots(context, [link for link in links if not link.later])
        if spots and place.latitude is not None and place.longitude is not None:
            told = "; ".join(f"{spot.name}: {spot.told}" for spot in spots)
            draw_figure(context, "links_map", lambda: _map(context, place, spots), told)
        table = _table(context, place, links)
        written, since = written_table(context, table), headers_of(context, "links")["begun_on"]
        written[since] = later_marked(context, written[since], (link.later for link in links))
        draw_table(
            context, table, context.text("Geographic, thematic and network links"), "links",
            rows=40, written=written,
        )  # fmt: skip
    else:
        told = context.text(
            "No links to other places have been registered. Begin with a neighbour, a place with the same theme, or "
            "one you have learned from."
        )
        st.html(note_html(told))
    if place.kind == "destination":
        _draw_form(context, place)


def _table(context: Context, place: Place, links: Sequence[Link]) -> pd.DataFrame:
    header = headers_of(context, "links")
    kinds = choice_names(context, "links", "kind")
    return pd.DataFrame(
        {
            header["other_place"]: link.other,
            header["kind"]: kinds.get(link.kind, link.kind),
            header["theme"]: link.theme,
            header["learning"]: link.learning,
            header["begun_on"]: day_of(link.since),
            context.text("Told by"): context.text("the other place") if link.told_by_other else place.name,
        }
        for link in links
    )


def _spots(context: Context, links: Sequence[Link]) -> list[Spot]:
    """Return the linked places that have coordinates, each once with what links it; others stand in the list alone."""
    kinds = choice_names(context, "links", "kind")
    by_name = {place.name: place for place in places(context.data).values()}
    found = []
    for name in dict.fromkeys(link.other for link in links):
        mine = [link for link in links if link.other == name]
        place = by_name.get(name)
        if place is not None and place.latitude is not None and place.longitude is not None:
            told = ", ".join(" ".join(filter(None, (kinds.get(one.kind, one.kind), one.theme))) for one in mine)
            found.append(Spot(place.id, name, place.latitude, place.longitude, len(mine), told))
    return found


def _map(context: Context, place: Place, spots: Sequence[Spot]) -> go.Figure:
    links = sum(spot.links for spot in spots)
    here = Spot(place.id, place.name, float(place.latitude or 0), float(place.longitude or 0), links)
    return links_map(
        here,
        spots,
        unit=context.text("links"),
        title=context.text(
            "{place} is linked to {others}",
            place=place.name,
            others=context.language.listed(spot.name for spot in spots),
        ),
        subtitle=context.text("Links to places on the map; the number is how many links there are"),
        language=context.language,
        dark=context.dark,
    )


def _draw_form(context: Context, place: Place) -> None:
    frame, kinds = context.data.frame("links"), choice_names(context, "links", "kind")
    names = {one.code: one.name for one in places(context.data).values()}
    mine = frame[frame["destination_id"] == place.code].to_dict("records")
    keys = {f"{row['other_place']} {row['kind']}": {key: str(row[key]) for key in _KEYS} for row in mine}
    rows = {
        at: f"{names.get(told['other_place'], told['other_place'])}: {kinds.get(told['kind'], told['kind'])}"
        for at, told in keys.items()
    }

    def form_of(chosen: str | None) -> RowForm:
        title, settled = context.text("Link ({place})", place=place.name), {"destination_id": place.code}
        if chosen:
            return RowForm(title, "links", {**settled, **keys[chosen]}, _TOLD)
        return RowForm(title, "links", settled, (*_KEYS, *_TOLD), ("theme",))

    draw_editor(context, context.text("Add or correct a link"), rows, form_of, "links")
