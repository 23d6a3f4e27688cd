"""A year as it was and as it would be: twelve months in pairs, with the room that limits them."""

from collections.abc import Sequence

import plotly.graph_objects as go

from charts.axis import month_axis, value_axis
from charts.key import explain
from charts.marks import add_closed
from charts.month_bars import MONTHS, add_month_bars, add_month_limits
from charts.style import new_figure
from charts.text import plain, shown
from locales import Language


def before_after(
    before: Sequence[float],
    after: Sequence[float],
    room: Sequence[float | None],
    closed: Sequence[bool],
    *,
    labels: tuple[str, str, str],
    unit: str,
    title: str,
    subtitle: str,
    language: Language,
    dark: bool,
) -> go.Figure:
    """Return each month as it would be (narrow, strong) in front of how it was (wide, pale), its room as a line.

    `labels` names before, after and room, in that order. A month whose room is not known has no line.
    """
    figure, colours = new_figure(title=title, subtitle=subtitle, language=language, dark=dark, height=340)
    month_axis(figure, language)
    known = [None if shut else limit for limit, shut in zip(room, closed, strict=True)]
    span = value_axis(figure, [*before, *after, *known], language)
    figure.update_xaxes(showline=True)
    looks = ((before, labels[0], "faint", colours.faint, 0.84), (after, labels[1], "place", colours.place, 0.5))
    for values, name, look, colour, width in looks:
        add_month_bars(figure, values, name, colour, width, unit, language)
        explain(figure, "fill", look, name)
    if any(limit is not None for limit in known):
        said = [
            f"{language.month(month)}, {plain(labels[2])}<br><b>{shown(limit, language)} {plain(unit)}</b>"
            for month, limit in zip(MONTHS, known, strict=True)
        ]
        add_month_limits(figure, known, labels[2], said, colours.ink)
        explain(figure, "line", "ink", labels[2])
    shut = [(float(month), language.month(month)) for month, is_shut in zip(MONTHS, closed, strict=True) if is_shut]
    add_closed(figure, shut, span, language, colours)
    return figure
