"""A line as small as a word.

It is a CSS mask, because the page's sanitiser removes inline SVG, and a mask takes its colour from the theme.
"""

import html
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import quote

from charts.axis import bounds

_SIDE, _TOP, _FOOT = 3.0, 12.0, 94.0


@dataclass(frozen=True)
class Spark:
    """A run of values, oldest first, and what a screen reader says of it. None is a gap; the line starts at zero."""

    values: tuple[float | None, ...]
    label: str


def spark_html(spark: Spark) -> str:
    """Return the line as HTML, or "" where there are fewer than two values."""
    known = [value for value in spark.values if value is not None]
    if len(known) < 2:
        return ""
    picture = quote(_svg(spark.values), safe="")
    style = f"--kp-spark:url(data:image/svg+xml,{picture})"
    return f'<span class="kp-spark" role="img" aria-label="{html.escape(spark.label)}" style="{style}"></span>'


def _svg(values: Sequence[float | None]) -> str:
    low, high = bounds(values)
    step = (100 - 2 * _SIDE) / (len(values) - 1)

    def point(i: int, value: float) -> str:
        return f"{_SIDE + i * step:.2f},{_FOOT - (value - low) / (high - low) * (_FOOT - _TOP):.2f}"

    runs = _runs(values)
    paths = "".join("M" + "L".join(point(i, value) for i, value in run) for run in runs if len(run) > 1)
    alone = "".join(f"M{point(*run[0])}h0" for run in runs if len(run) == 1)
    zero = point(0, 0).split(",")[1]
    stroke = (
        "fill='none' stroke='#000' stroke-linecap='round' stroke-linejoin='round' vector-effect='non-scaling-stroke'"
    )
    return (
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 100 100' preserveAspectRatio='none'>"
        f"<path d='M0,{zero}H100' {stroke} stroke-width='1' opacity='.3'/>"
        f"<path d='{paths}' {stroke} stroke-width='1.75' opacity='.8'/>"
        f"<path d='{alone}' {stroke} stroke-width='3' opacity='.8'/>"
        f"<path d='M{point(*runs[-1][-1])}h0' {stroke} stroke-width='7'/>"
        "</svg>"
    )


def _runs(values: Sequence[float | None]) -> list[list[tuple[int, float]]]:
    """Return the stretches without a gap as (position, value)."""
    runs: list[list[tuple[int, float]]] = [[]]
    for i, value in enumerate(values):
        if value is None:
            runs.append([])
        else:
            runs[-1].append((i, value))
    return [run for run in runs if run]
