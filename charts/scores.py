"""A score of the guests year by year, with how sure each is: few answers and no answers never look like many."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from charts.axis import round_step, year_axis
from charts.key import explain
from charts.marks import add_missing
from charts.palette import Palette
from charts.style import SMALL, new_figure
from charts.text import plain
from locales import Language


@dataclass(frozen=True)
class Score:
    """One year's score with its interval; without a value it is hidden where too few answered, else not asked."""

    year: int
    value: float | None = None
    low: float | None = None
    high: float | None = None
    uncertain: bool = False
    hidden: bool = False
    basis: str = ""


def score_by_year(
    scores: Sequence[Score],
    ends: tuple[float, float],
    *,
    unit: str,
    decimals: int,
    hidden_label: str,
    uncertain_label: str,
    title: str,
    subtitle: str,
    language: Language,
    dark: bool,
) -> go.Figure:
    """Return a point with its 95 % interval for each year, hollow where it is uncertain.

    `ends` are the lowest and highest score there can be; the axis shows the part of them in use. `unit` is the words
    after a number, `basis` of a score what it rests on.
    """
    figure, colours = new_figure(title=title, subtitle=subtitle, language=language, dark=dark, height=300)
    year_axis(figure, [score.year for score in scores])
    figure.update_xaxes(showline=True)
    lowest = _axis(figure, scores, ends, language)
    known = [score for score in scores if score.value is not None]
    figure.add_scatter(
        x=[score.year for score in scores],
        y=[score.value for score in scores],
        mode="lines",
        line={"color": colours.place_middle, "width": 1.5},
        connectgaps=False,
        hoverinfo="skip",
    )
    for is_uncertain in (False, True):
        points = [score for score in known if score.uncertain is is_uncertain]
        _add_points(figure, points, unit, decimals, language, colours)
        if points and is_uncertain:
            explain(figure, "ring", "place", uncertain_label)
    explain(figure, "line", "place", language.text("95 per cent certain to lie here"))
    _add_hidden(figure, [score.year for score in scores if score.hidden], lowest, hidden_label, colours)
    gaps = [(float(score.year), str(score.year)) for score in scores if score.value is None and not score.hidden]
    add_missing(figure, gaps, lowest, language, colours)
    return figure


def _axis(figure: go.Figure, scores: Sequence[Score], ends: tuple[float, float], language: Language) -> float:
    """Set the part of the scale in use, at least a fifth of it; return the height of a mark at its foot."""
    told = [part for score in scores for part in (score.value, score.low, score.high) if part is not None] or list(ends)
    step = round_step(max(max(told) - min(told), (ends[1] - ends[0]) / 5))
    first = max(ends[0], (min(told) // step - 1) * step)
    last = min(ends[1], (max(told) // step + 1) * step)
    count = math.floor((last - first) / step + 1e-9)
    ticks = [first + i * step for i in range(count + 1)]
    decimals = 0 if float(step).is_integer() and float(first).is_integer() else 1
    figure.update_yaxes(
        range=[first - step * 0.1, last + step * 0.6],
        tickvals=ticks,
        ticktext=[language.number(tick, decimals).replace("-", "−") for tick in ticks],
        showgrid=True,
    )
    return float(first + step * 0.4)


def _add_points(
    figure: go.Figure, points: Sequence[Score], unit: str, decimals: int, language: Language, colours: Palette
) -> None:
    if not points:
        return
    written = [language.number(score.value, decimals) for score in points]
    figure.add_scatter(
        x=[score.year for score in points],
        y=[score.value for score in points],
        mode="markers+text",
        marker={
            "size": 12,
            "color": colours.paper if points[0].uncertain else colours.place,
            "line": {"color": colours.place, "width": 2.5},
        },
        error_y={
            "type": "data",
            "symmetric": False,
            "array": [_reach(score.value, score.high) for score in points],
            "arrayminus": [_reach(score.low, score.value) for score in points],
            "color": colours.place,
            "thickness": 1.5,
            "width": 6,
        },
        text=[f"<b>{text}</b>" for text in written],
        textposition="top right",
        textfont={"size": SMALL, "color": colours.ink},
        cliponaxis=False,
        hovertext=[_told(score, text, unit, decimals, language) for score, text in zip(points, written, strict=True)],
        hoverinfo="text",
    )


def _reach(low: float | None, high: float | None) -> float:
    return 0.0 if low is None or high is None else high - low


def _told(score: Score, written: str, unit: str, decimals: int, language: Language) -> str:
    lines = [str(score.year), f"<b>{written} {plain(unit)}</b>"]
    if score.low is not None and score.high is not None:
        lines.append(f"{language.number(score.low, decimals)} – {language.number(score.high, decimals)}")
    return "<br>".join([*lines, plain(score.basis)])


def _add_hidden(figure: go.Figure, years: Sequence[int], y: float, label: str, colours: Palette) -> None:
    if not years:
        return
    figure.add_scatter(
        x=list(years),
        y=[y] * len(years),
        mode="markers",
        marker={"symbol": "cross", "size": 9, "color": colours.muted},
        hovertext=[f"{year}<br>{plain(label)}" for year in years],
        hoverinfo="text",
    )
    explain(figure, "cross", "muted", label)
