"""Months across, years down: one sequential scale with its numbers in the cells."""

from collections.abc import Sequence

import plotly.graph_objects as go

from charts.axis import month_axis
from charts.key import explain
from charts.marks import State, dash, hatch, states
from charts.palette import Palette, mixed, readable_on
from charts.style import colour_scale, new_figure
from charts.text import CellNumbers, plain, shown
from locales import Language

_ROW, _TOP = 34, 26
# Four digits run into the next month on a phone.
_IN_FULL = 1_000
_Cell = tuple[int, int]


def month_by_year(
    years: Sequence[int],
    rows: Sequence[Sequence[float | None]],
    closed: Sequence[Sequence[bool]],
    *,
    unit: str,
    closed_label: str,
    missing_label: str,
    title: str,
    subtitle: str,
    language: Language,
    dark: bool,
) -> go.Figure:
    """Return a row per year of twelve cells, shaded from little to much; zero is a shaded cell with a 0.

    A missing month is a blank cell with a dash, a closed one is hatched; the key names those that
    occur. Large numbers are in thousands or millions, and the subtitle then says so. `closed` has the shape of
    `rows`; its rows may be empty where opening is not known.
    """
    numbers = CellNumbers([value for row in rows for value in row], language, _IN_FULL)
    told = f"{subtitle} · {numbers.unit}" if numbers.unit else subtitle
    figure, colours = new_figure(
        title=title, subtitle=told, language=language, dark=dark, height=_TOP + 4 + _ROW * max(1, len(years))
    )
    figure.update_layout(margin={"t": _TOP, "b": 4, "r": 2})
    month_axis(figure, language)
    figure.update_xaxes(side="top")
    figure.update_yaxes(
        range=[len(years) - 0.5, -0.5], tickvals=list(range(len(years))), ticktext=[str(year) for year in years]
    )

    kinds = [states(row, shut) for row, shut in zip(rows, closed, strict=True)]
    shaded = [
        [value if kind in (State.VALUE, State.ZERO) else None for value, kind in zip(row, kind_row, strict=True)]
        for row, kind_row in zip(rows, kinds, strict=True)
    ]
    _add_shades(figure, years, shaded, unit, language, colours)
    _add_numbers(figure, shaded, numbers, colours)
    _add_closed_cells(figure, years, _cells(kinds, State.CLOSED), closed_label, language, colours)
    _add_missing_cells(figure, years, _cells(kinds, State.MISSING), missing_label, language, colours)
    return figure


def _cells(kinds: Sequence[Sequence[State]], wanted: State) -> list[_Cell]:
    return [
        (row, month) for row, kind_row in enumerate(kinds) for month, kind in enumerate(kind_row, 1) if kind is wanted
    ]


def _add_shades(
    figure: go.Figure,
    years: Sequence[int],
    rows: Sequence[Sequence[float | None]],
    unit: str,
    language: Language,
    colours: Palette,
) -> None:
    most = max((v for row in rows for v in row if v is not None), default=1) or 1
    figure.add_heatmap(
        x=list(range(1, 13)),
        y=list(range(len(years))),
        z=[list(row) for row in rows],
        zmin=0,
        zmax=most,
        colorscale=colour_scale(colours),
        showscale=False,
        xgap=2,
        ygap=2,
        hoverongaps=False,
        hovertext=[
            [
                f"{language.month(month)} {year}<br><b>{shown(value, language)} {plain(unit)}</b>"
                for month, value in enumerate(row, 1)
            ]
            for year, row in zip(years, rows, strict=True)
        ],
        hoverinfo="text",
    )


def _add_numbers(
    figure: go.Figure, rows: Sequence[Sequence[float | None]], numbers: CellNumbers, colours: Palette
) -> None:
    """Write each number in black or white, whichever reads on its shade; Plotly's own choice fails midway."""
    cells = [(row, month, value) for row, line in enumerate(rows) for month, value in enumerate(line, 1)]
    known = [(row, month, value) for row, month, value in cells if value is not None]
    most = max((value for _, _, value in known), default=1) or 1
    figure.add_scatter(
        x=[month for _, month, _ in known],
        y=[row for row, _, _ in known],
        mode="text",
        text=[numbers.text(value) for _, _, value in known],
        textfont={"size": 11, "color": [readable_on(mixed(colours.scale, value / most)) for _, _, value in known]},
        hoverinfo="skip",
    )


def _add_closed_cells(
    figure: go.Figure, years: Sequence[int], cells: Sequence[_Cell], word: str, language: Language, colours: Palette
) -> None:
    if not cells:
        return
    figure.add_bar(
        name=plain(word),
        x=[month for _, month in cells],
        y=[0.9] * len(cells),
        base=[row - 0.45 for row, _ in cells],
        width=0.92,
        marker=hatch(colours),
        hovertext=[f"{language.month(month)} {years[row]}: {plain(word)}" for row, month in cells],
        hoverinfo="text",
    )
    explain(figure, "hatch", "comparison", word)


def _add_missing_cells(
    figure: go.Figure, years: Sequence[int], cells: Sequence[_Cell], word: str, language: Language, colours: Palette
) -> None:
    if not cells:
        return
    figure.add_scatter(
        name=plain(word),
        x=[month for _, month in cells],
        y=[row for row, _ in cells],
        mode="markers",
        marker=dash(colours),
        hovertext=[f"{language.month(month)} {years[row]}: {plain(word)}" for row, month in cells],
        hoverinfo="text",
    )
    explain(figure, "dash", "warning", word)
