"""From a point of a figure to the cells it came from: chosen by a click, or from a list by those who do not click."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

import plotly.graph_objects as go
import streamlit as st

from answers.answer import Answer
from answers.lineage.cells import lineage
from answers.lineage.parts import Bases
from charts.page_parts import heading, note_html
from frame.context import Context
from sections.lineage import draw_found, made_of


@dataclass(frozen=True)
class Chosen:
    """A point: the figure as it is shown, its answer for the period and reporters, and how it is worked out.

    `bases` is what it rests on, where that is not what its KPI rests on.
    """

    shown: str
    answer: Answer
    formula: str = ""
    bases: Bases = ()


class Spot(NamedTuple):
    """Where a figure was clicked: by its axes, and the name of what is drawn there."""

    x: float
    y: float
    trace: str


@dataclass(frozen=True)
class Points:
    """The points of a figure that lead to their cells.

    `asked` is what one is asked to choose; `names` gives the name of each by its code, in the order of the list; `at`
    the code of what is drawn at a spot, None where that is none of them.
    """

    asked: str
    names: Callable[[], Mapping[str, str]]
    at: Callable[[Spot], str | None]
    chosen: Callable[[str], Chosen]


def draw_points(context: Context, name: str, points: Points) -> None:
    """Draw, folded away, the choice of a point of the figure of that name, and the cells of the one chosen."""
    if context.place is None:
        return
    folded = st.expander(
        context.text("See the cells behind a figure in the chart"), key=_fold_key(name), on_change="rerun"
    )
    if not folded.open:
        return
    with folded:
        names = points.names()
        code = st.selectbox(
            points.asked, list(names), format_func=lambda one: names[one], key=_choice_key(context, name)
        )
        if code is not None:
            _draw_chosen(context, name, points.chosen(code))


def follow_click(context: Context, name: str, figure: go.Figure, points: Points) -> Callable[[], None]:
    """Return what takes over a click in the figure: the point is chosen in the list, which unfolds."""

    def follow() -> None:
        picked: list[Mapping[str, Any]] = st.session_state[chart_key(name)]["selection"]["points"]
        codes = [code for point in picked if (code := _code_of(point, figure, points)) is not None]
        if codes:
            st.session_state[_choice_key(context, name)] = codes[-1]
            st.session_state[_fold_key(name)] = True

    return follow


def chart_key(name: str) -> str:
    """Return the key of the figure of that name."""
    return f"chart_{name}"


def _code_of(point: Mapping[str, Any], figure: go.Figure, points: Points) -> str | None:
    trace = figure.data[point["curve_number"]]
    try:
        x, y = float(point["x"]), float(point["y"])
    except (TypeError, ValueError):
        return None
    code = points.at(Spot(x, y, trace.name or ""))
    return code if code in points.names() else None


def _fold_key(name: str) -> str:
    return f"points_{name}"


def _choice_key(context: Context, name: str) -> str:
    place = context.place.code if context.place else ""
    return f"point_{name}_{place}_{context.year}"


def _draw_chosen(context: Context, name: str, chosen: Chosen) -> None:
    assert context.place is not None
    found = lineage(context.data, context.place, chosen.answer, context.reader, chosen.bases)
    st.html(heading(chosen.shown, made_of(context, found) if found.count else ""))
    if chosen.formula:
        st.html(note_html(chosen.formula))
    if found.count:
        draw_found(context, found, f"_{name}")
    else:
        st.html(note_html(context.text("No cell has been reported for it.")))
