"""Axes: few round ticks, written in the language; months and years that fit a phone."""

import math
from collections.abc import Iterable, Sequence

import plotly.graph_objects as go

from charts.text import MINUS, Show
from locales import Language

_ROUND_STEPS = (1, 2, 2.5, 5, 10)
_MOST_YEARS = 10
_NEARLY = 0.3
_DECIMALS = 6


def round_step(span: float, intervals: int = 4) -> float:
    """Return the least round step (1, 2, 2.5 or 5 times a power of ten) covering `span` in that many intervals."""
    if span <= 0:
        return 1.0
    power: float = 10 ** math.floor(math.log10(span / intervals))
    return next(step * power for step in _ROUND_STEPS if step * power * intervals >= span * (1 - 1e-9))


def bounds(values: Iterable[float | None]) -> tuple[float, float]:
    """Return the lowest and highest value with zero always among them; (0, 1) where there are none."""
    known = [v for v in values if v is not None]
    low, high = min([0.0, *known]), max([0.0, *known])
    return (low, high) if high > low else (0.0, 1.0)


def value_axis(
    figure: go.Figure, values: Iterable[float | None], language: Language, show: Show = "number"
) -> tuple[float, float]:
    """Set a y axis from zero with at most five ticks, only zero where there is nothing else; return its range."""
    known = [value for value in values if value]
    low, high = bounds(known)
    step = round_step(high - low)
    first, last = math.ceil(low / step - _NEARLY), math.ceil(high / step - 1e-9)
    if not known:
        step, last = 1.0, 0
    ticks = [i * step for i in range(first, last + 1)]
    span = (min(low * 1.06, ticks[0] * 1.02), max(high * 1.06, ticks[-1] * 1.01, -low * 0.06))
    figure.update_yaxes(
        range=span, tickvals=ticks, ticktext=[_tick(t, step, language, show) for t in ticks], showgrid=True
    )
    return span


def _tick(value: float, step: float, language: Language, show: Show) -> str:
    shown_step = step * 100 if show == "percent" else step
    decimals = next((d for d in range(_DECIMALS) if math.isclose(round(shown_step, d), shown_step)), _DECIMALS)
    written = language.percent(value, decimals) if show == "percent" else language.number(value, decimals)
    return written.replace("-", MINUS)


def month_axis(figure: go.Figure, language: Language, *, every: int = 1) -> None:
    """Set an x axis of the twelve months at 1-12; with `every` 2 each second one is named, where room is scarce."""
    named = range(1, 13, every)
    figure.update_xaxes(
        range=[0.5, 12.5],
        tickvals=list(named),
        ticktext=[language.month(m, "abbreviated") for m in named],
        tickangle=0,
        tickfont_size=11,
    )


def year_axis(figure: go.Figure, years: Sequence[int]) -> None:
    """Set an x axis of whole years; of a long series every second (or third) is named, counted from the last."""
    every = math.ceil(len(years) / _MOST_YEARS) or 1
    named = list(years)[::-1][::every][::-1]
    figure.update_xaxes(
        range=[min(years) - 0.5, max(years) + 0.5] if years else [0, 1],
        tickvals=named,
        ticktext=[str(year) for year in named],
        tickangle=0,
    )
