"""Where there is room for more guests: visits against what the place can hold, month by month."""

from collections.abc import Sequence

import plotly.graph_objects as go

from charts.axis import month_axis, value_axis
from charts.key import explain
from charts.marks import State, add_closed, add_missing, states
from charts.month_bars import MONTHS, add_month_bars, add_month_limits
from charts.palette import Palette
from charts.style import new_figure
from charts.text import plain
from locales import Language

_Values = Sequence[float | None]


def room_by_month(
    visits: Sequence[float | None],
    capacity: Sequence[float | None],
    target_share: float | None,
    closed: Sequence[bool] = (),
    *,
    unit: str,
    visits_label: str,
    capacity_label: str,
    target_label: str = "",
    title: str,
    subtitle: str,
    language: Language,
    dark: bool,
) -> go.Figure:
    """Return visits (strong) in front of capacity (pale) for twelve months, with the highest wanted use as a line.

    `capacity` is in the unit of `visits`, None where it is not known; `target_share` is the fraction of it that may be
    used, None where nobody has set one. The number over a month is the percentage used.
    """
    figure, colours = new_figure(title=title, subtitle=subtitle, language=language, dark=dark, height=340)
    month_axis(figure, language)
    top = max([v for v in (*visits, *capacity) if v is not None], default=0)
    span = value_axis(figure, [*visits, *capacity, top * 1.1], language)
    figure.update_xaxes(showline=True)

    kinds = states(visits, closed)
    shut, missing = (
        [(float(m), language.month(m)) for m, kind in zip(MONTHS, kinds, strict=True) if kind is wanted]
        for wanted in (State.CLOSED, State.MISSING)
    )
    add_month_bars(figure, capacity, capacity_label, colours.faint, 0.8, unit, language)
    add_month_bars(figure, visits, visits_label, colours.place, 0.5, unit, language)
    explain(figure, "fill", "place", visits_label)
    explain(figure, "fill", "faint", capacity_label)
    if target_share is not None:
        explain(figure, "line", "ink", target_label)
        wanted = [None if limit is None else limit * target_share for limit in capacity]
        said = f"{plain(target_label)}: {language.percent(target_share, 0)}"
        add_month_limits(figure, wanted, target_label, [said] * 12, colours.ink)
    _add_use(figure, visits, capacity, kinds, language, colours)
    add_closed(figure, shut, span, language, colours)
    add_missing(figure, missing, span[1] * 0.05, language, colours)
    return figure


def _add_use(
    figure: go.Figure,
    visits: _Values,
    capacity: _Values,
    kinds: Sequence[State],
    language: Language,
    colours: Palette,
) -> None:
    shares = [
        (month, max(value, limit), value / limit)
        for month, value, limit, kind in zip(MONTHS, visits, capacity, kinds, strict=True)
        if kind in (State.VALUE, State.ZERO) and value is not None and limit
    ]
    figure.add_scatter(
        x=[month for month, _, _ in shares],
        y=[height for _, height, _ in shares],
        mode="text",
        text=[language.number(share * 100) for _, _, share in shares],
        textposition="top center",
        textfont={"size": 11, "color": colours.ink},
        cliponaxis=False,
        hoverinfo="skip",
    )
