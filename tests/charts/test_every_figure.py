"""What is true of every figure, whatever it shows."""

import json
import re

import plotly.graph_objects as go
import pytest

from charts.palette import DARK, LIGHT
from locales import DANISH, ENGLISH
from tests.charts.figures import FIGURES, MARKUP, build

BARS_FROM_ZERO = ("trend", "room", "contribution", "ladder", "support", "tie_bars", "before_after", "parts", "income")


def texts_of(figure: go.Figure) -> list[str]:
    """Every string of the figure but its title, which is not drawn by Plotly."""
    drawn = {**figure.to_plotly_json()["layout"], "meta": None, "template": None}
    found: list[str] = []

    def walk(part: object) -> None:
        if isinstance(part, str):
            found.append(part)
        elif isinstance(part, dict):
            for value in part.values():
                walk(value)
        elif isinstance(part, list | tuple):
            for value in part:
                walk(value)

    walk([drawn, figure.to_plotly_json()["data"]])
    return found


@pytest.mark.parametrize("name", FIGURES)
def test_title_and_subtitle_are_kept_as_text_and_not_drawn(name: str) -> None:
    figure = build(name)
    assert figure.layout.meta["title"] == "Fund"
    assert figure.layout.meta["subtitle"].startswith("Mål, enhed, periode")
    assert figure.layout.title.text is None


@pytest.mark.parametrize("name", FIGURES)
def test_the_height_is_set_and_no_legend_is_drawn(name: str) -> None:
    figure = build(name)
    assert figure.layout.height >= 40
    assert figure.layout.showlegend is None
    assert not any(trace.showlegend for trace in figure.data)


@pytest.mark.parametrize("name", FIGURES)
def test_numbers_are_separated_as_the_language_does(name: str) -> None:
    assert build(name, DANISH).layout.separators == ",."
    assert build(name, ENGLISH).layout.separators == ".,"


@pytest.mark.parametrize("name", FIGURES)
def test_markup_in_a_name_is_shown_as_it_is(name: str) -> None:
    text = " ".join(texts_of(build(name)))
    assert MARKUP not in text
    if name not in ("resources",):
        assert "&lt;b&gt;Klit &amp; Hav" in text


@pytest.mark.parametrize("name", FIGURES)
def test_light_and_dark_have_the_same_structure_and_other_colours(name: str) -> None:
    light, dark = build(name), build(name, dark=True)
    assert [trace.type for trace in light.data] == [trace.type for trace in dark.data]
    assert light.layout.height == dark.layout.height
    assert LIGHT.place not in json.dumps(dark.to_plotly_json(), default=str)
    assert DARK.place not in json.dumps(light.to_plotly_json(), default=str)


@pytest.mark.parametrize("name", FIGURES)
def test_nothing_unreadable_is_written(name: str) -> None:
    for text in texts_of(build(name)):
        assert not re.search(r"\b(nan|NaN|None|inf|null)\b", text), text


@pytest.mark.parametrize("name", BARS_FROM_ZERO)
def test_bars_start_at_zero(name: str) -> None:
    figure = build(name)
    values = figure.layout.xaxis if name in ("ladder", "support", "tie_bars", "parts") else figure.layout.yaxis
    assert values.range[0] <= 0 < values.range[1]
    hatched = [trace for trace in figure.data if trace.type == "bar" and trace.base is not None]
    assert all(trace.base[0] == values.range[0] for trace in hatched)


@pytest.mark.parametrize("name", [name for name in FIGURES if name != "places_map"])
def test_a_finger_on_a_phone_scrolls_the_page_and_not_the_figure(name: str) -> None:
    template = build(name).layout.template.layout
    assert template.xaxis.fixedrange
    assert template.yaxis.fixedrange
    assert template.dragmode is False
