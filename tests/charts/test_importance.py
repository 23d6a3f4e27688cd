"""What matters against how it is done: the urgent ones strong, uncertain ones hollow, each with its number."""

from typing import Any

import plotly.graph_objects as go

from charts.importance import Corners, Thing, importance_map
from charts.palette import LIGHT
from locales import ENGLISH


def drawn(*things: Thing) -> go.Figure:
    names: dict[str, Any] = {"importance_label": "x", "performance_label": "y", "uncertain_label": "uncertain"}
    corners = Corners("little, well", "much, well", "little, badly", "much, badly")
    look: dict[str, Any] = {"title": "t", "subtitle": "s", "language": ENGLISH, "dark": False}
    return importance_map(things, (8, 7), corners, **names, **look)


SIGNS = Thing("signs", 9, 6, 40, uncertain=False, urgent=True, stands="improve")
CAFE = Thing("café", 7, 8, 12, uncertain=True, urgent=False, stands="keep")


def test_only_what_is_urgent_is_in_the_colour_of_the_place() -> None:
    assert [trace.marker.line.color for trace in drawn(SIGNS, CAFE).data] == [LIGHT.place, LIGHT.comparison]


def test_an_uncertain_thing_is_hollow_and_every_thing_tells_its_answers_on_paper_of_its_own() -> None:
    signs, cafe = drawn(SIGNS, CAFE).data
    assert (signs.marker.color, cafe.marker.color) == (LIGHT.place, LIGHT.paper)
    names = {note.text: note.bgcolor for note in drawn(SIGNS, CAFE).layout.annotations[-2:]}
    assert names == {"<b>signs</b> (40)": LIGHT.paper, "café (12)": LIGHT.paper}


def test_the_corners_say_what_lies_in_them() -> None:
    corners = {(note.x, note.y): note.text for note in drawn(SIGNS, CAFE).layout.annotations}
    assert corners[1, 0] == "much, badly"
    assert corners[0, 1] == "little, well"


def test_every_point_lies_inside_the_axes() -> None:
    figure = drawn(SIGNS, CAFE)
    assert figure.layout.xaxis.range[0] < 7 < 9 < figure.layout.xaxis.range[1]
    assert figure.layout.yaxis.range[0] < 6 < 8 < figure.layout.yaxis.range[1]
