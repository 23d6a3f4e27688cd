"""How unevenly the year's guests are spread over its months."""

from collections.abc import Sequence

import plotly.graph_objects as go

from charts.palette import Palette
from charts.style import SMALL, new_figure
from charts.text import plain
from locales import Language


def lorenz(
    shares: Sequence[float],
    gini: float | None,
    earlier: Sequence[float] | None = None,
    *,
    current_label: str,
    earlier_label: str = "",
    title: str,
    subtitle: str,
    language: Language,
    dark: bool,
) -> go.Figure:
    """Return the Lorenz curve: the cumulative share of guests, from the quietest month to the busiest.

    `shares` are cumulative fractions from 0 to 1 with 0 first (13 of them for twelve months); `earlier` the same for
    an earlier year, drawn grey. The nearer the curve to the straight line, the more even the year. `gini` is written
    at the curve, left out where it is undefined.
    """
    figure, colours = new_figure(title=title, subtitle=subtitle, language=language, dark=dark, height=380)
    months = len(shares) - 1
    figure.update_xaxes(
        range=[-0.15, months + 0.15],
        tickvals=list(range(0, months + 1, 3)),
        title_text=_axis_name(language),
        title_standoff=8,
    )
    figure.update_xaxes(title_font={"size": SMALL, "color": colours.muted}, showline=True)
    quarters = [0, 0.25, 0.5, 0.75, 1]
    figure.update_yaxes(
        range=[0, 1.02], tickvals=quarters, ticktext=[language.percent(q, 0) for q in quarters], showgrid=True
    )

    _add_even_year(figure, months, language, colours)
    if earlier is not None:
        line = {"color": colours.comparison, "width": 2}
        _add_curve(figure, earlier, earlier_label, line, language)
        _label(figure, earlier_label, colours.muted, height=0.03)
    _add_curve(figure, shares, current_label, {"color": colours.place, "width": 3.25}, language)
    told = current_label if gini is None else f"{current_label}: Gini {language.number(gini, 2)}"
    _label(figure, told, colours.place, height=0.1)
    return figure


def _axis_name(language: Language) -> str:
    return language.text("months, from the quietest to the busiest")


def _add_even_year(figure: go.Figure, months: int, language: Language, colours: Palette) -> None:
    figure.add_scatter(
        x=[0, months],
        y=[0, 1],
        mode="lines",
        line={"color": colours.comparison, "width": 1.25, "dash": "2px,3px"},
        hoverinfo="skip",
    )
    figure.add_annotation(
        x=months / 2,
        y=0.5,
        text=plain(language.text("equally many every month")),
        font={"size": SMALL, "color": colours.muted},
        showarrow=False,
        xanchor="right",
        yanchor="bottom",
        xshift=-6,
    )


def _add_curve(
    figure: go.Figure, shares: Sequence[float], name: str, line: dict[str, object], language: Language
) -> None:
    figure.add_scatter(
        x=list(range(len(shares))),
        y=list(shares),
        mode="lines",
        line=line,
        hovertext=[
            f"{plain(name)}<br>"
            + plain(
                language.plural(
                    "the quietest month has {share} of the visits",
                    "the {n} quietest months have {share} of the visits",
                    count,
                    share=language.percent(share, 0),
                )
            )
            for count, share in enumerate(shares)
        ],
        hoverinfo="text",
    )


def _label(figure: go.Figure, text: str, colour: str, *, height: float) -> None:
    """Write the text in the lower right corner, which no Lorenz curve reaches, in the colour of its curve."""
    figure.add_annotation(
        x=1,
        xref="x domain",
        y=height,
        text=f"<b>{plain(text)}</b>",
        font={"size": SMALL, "color": colour},
        showarrow=False,
        xanchor="right",
        yanchor="bottom",
    )
