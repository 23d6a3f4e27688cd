"""The year's shape: this year strong, earlier years grey, a reference dotted."""

from collections.abc import Mapping, Sequence

import plotly.graph_objects as go

from charts.axis import month_axis, value_axis
from charts.labels import EndLabel, joined, label_ends, line_height
from charts.marks import State, add_closed, add_missing, states
from charts.palette import Palette
from charts.style import SMALL, new_figure
from charts.text import Show, plain, shown
from locales import Language

_MONTHS = list(range(1, 13))
_Values = Sequence[float | None]


def season_curve(
    current: Sequence[float | None],
    earlier: Mapping[int, Sequence[float | None]],
    reference: Sequence[float | None] | None = None,
    closed: Sequence[bool] = (),
    *,
    current_label: str,
    reference_label: str = "",
    unit: str,
    show: Show = "number",
    title: str,
    subtitle: str,
    language: Language,
    dark: bool,
) -> go.Figure:
    """Return twelve months of this year over those of earlier years, labelled at their ends.

    Each series has twelve values, January first, all in one measure: with a reference give every series as shares of
    its year (fractions, `show="percent"`). `closed` says which months of the current year the place was closed.
    """
    figure, colours = new_figure(title=title, subtitle=subtitle, language=language, dark=dark, height=360)
    month_axis(figure, language, every=2)
    span = value_axis(
        figure, [*current, *(v for year in earlier.values() for v in year), *(reference or ())], language, show
    )

    kinds = states(current, closed)
    shut = [(float(m), language.month(m)) for m, kind in zip(_MONTHS, kinds, strict=True) if kind is State.CLOSED]
    add_closed(figure, shut, span, language, colours)
    labels = []
    for rank, year in enumerate(sorted(earlier)):
        latest = rank == len(earlier) - 1
        line = {"color": colours.comparison, "width": 2 if latest else 1.25}
        _add_line(figure, earlier[year], str(year), line, (unit, show), language, opacity=1 if latest else 0.62)
        labels.append((str(year), earlier[year], colours.muted))
    if reference is not None:
        line = {"color": colours.ink, "width": 1.75, "dash": "2px,3px"}
        _add_line(figure, reference, reference_label, line, (unit, show), language)
        labels.append((reference_label, reference, colours.ink))
    drawn = [None if kind is State.CLOSED else value for value, kind in zip(current, kinds, strict=True)]
    _add_line(
        figure, drawn, current_label, {"color": colours.place, "width": 3.25}, (unit, show), language, markers=True
    )
    missing = [m for m, kind in zip(_MONTHS, kinds, strict=True) if kind is State.MISSING and _between(m, current)]
    add_missing(figure, [(float(m), language.month(m)) for m in missing], span[1] * 0.05, language, colours)

    _label_current(figure, current_label, drawn, labels, colours)
    return figure


def _between(month: int, values: _Values) -> bool:
    """Months after the last known one have not come yet; they are not missing."""
    return any(value is not None for value in values[month:])


def _add_line(
    figure: go.Figure,
    values: _Values,
    name: str,
    line: Mapping[str, object],
    written: tuple[str, Show],
    language: Language,
    *,
    opacity: float = 1,
    markers: bool = False,
) -> None:
    unit, show = written
    figure.add_scatter(
        name=plain(name),
        x=_MONTHS,
        y=list(values),
        mode="lines+markers" if markers else "lines",
        line=line,
        marker={"size": 7, "color": line["color"]},
        opacity=opacity,
        connectgaps=False,
        cliponaxis=False,
        hovertext=[
            f"{plain(name)}, {language.month(month)}<br><b>{shown(value, language, show)} {plain(unit)}</b>"
            for month, value in zip(_MONTHS, values, strict=True)
        ],
        hoverinfo="text",
    )


def _label_current(
    figure: go.Figure, name: str, values: _Values, others: Sequence[tuple[str, _Values, str]], colours: Palette
) -> None:
    ended = [EndLabel(text, series[11], colour) for text, series, colour in others if series[11] is not None]
    years = [end for end in ended if end.colour == colours.muted]
    ends = [*joined(years, line_height(figure)), *(end for end in ended if end not in years)]
    last = max((i for i, value in enumerate(values) if value is not None), default=None)
    if last == 11 and values[11] is not None:
        ends.append(EndLabel(name, values[11], colours.place, strong=True))
    elif last is not None:
        figure.add_annotation(
            x=last + 1,
            y=values[last],
            text=f"<b>{plain(name)}</b>",
            font={"color": colours.place, "size": SMALL},
            bgcolor=colours.paper,
            opacity=0.92,
            borderpad=2,
            showarrow=False,
            xanchor="center" if last else "left",
            yanchor="bottom",
            yshift=8,
        )
    label_ends(figure, 12, ends)
