"""The links of one place on the map of places: a line to each place it is linked to."""

from collections.abc import Sequence
from typing import NamedTuple

import plotly.graph_objects as go

from charts.palette import palette
from charts.places_map import places_map
from charts.text import plain
from locales import Language


class Spot(NamedTuple):
    """One place on the map, in degrees of WGS84; `links` is how many it has with the place the map is about."""

    id: str
    name: str
    latitude: float
    longitude: float
    links: int
    told: str = ""


def links_map(
    here: Spot, others: Sequence[Spot], *, unit: str, title: str, subtitle: str, language: Language, dark: bool
) -> go.Figure:
    """Return the place and those it is linked to, with a line to each; what links them is read by pointing at it."""
    spots = [here, *others]
    figure = places_map(
        [spot.name for spot in spots],
        [spot.id for spot in spots],
        [spot.latitude for spot in spots],
        [spot.longitude for spot in spots],
        [spot.links for spot in spots],
        here.id,
        unit=unit,
        title=title,
        subtitle=subtitle,
        language=language,
        dark=dark,
    )
    for other in others:
        figure.add_scattergeo(
            lon=[here.longitude, other.longitude],
            lat=[here.latitude, other.latitude],
            mode="lines",
            line={"width": 2, "color": palette(dark=dark).place},
            hovertext=plain(other.told),
            hoverinfo="text",
        )
    # A name stands on the side of its dot that no line comes from.
    middle = sum(other.latitude for other in others) / len(others) if others else here.latitude
    sides = [here.latitude >= middle, *(other.latitude >= here.latitude for other in others)]
    figure.data[0].textposition = ["top center" if above else "bottom center" for above in sides]
    # Lines lie under the dots.
    figure.data = (*figure.data[1:], figure.data[0])
    return figure
