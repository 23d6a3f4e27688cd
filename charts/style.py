"""The one Plotly template, the frame every figure starts from, and how the browser shows it."""

from collections.abc import Mapping
from functools import cache
from typing import Any

import plotly.graph_objects as go

from charts.palette import Palette, palette
from locales import Language

SANS = "Public Sans, Helvetica Neue, Arial, sans-serif"
SERIF = "Kulturpuls Serif, Georgia, serif"
TEXT, SMALL = 13, 12
MARGIN = {"l": 2, "r": 8, "t": 12, "b": 30}
_CLEAR = "rgba(0,0,0,0)"


@cache
def _template(*, dark: bool) -> go.layout.Template:
    colours = palette(dark=dark)
    axis = {
        "showgrid": False,
        "zeroline": False,
        "showline": False,
        "ticks": "",
        "fixedrange": True,
        "automargin": True,
        "tickfont": {"size": SMALL, "color": colours.muted},
        "gridcolor": colours.rule,
        "linecolor": colours.comparison,
    }
    return go.layout.Template(
        layout={
            "font": {"family": SANS, "size": TEXT, "color": colours.ink},
            "paper_bgcolor": _CLEAR,
            "plot_bgcolor": _CLEAR,
            "margin": {**MARGIN, "pad": 4},
            "xaxis": axis,
            "yaxis": axis,
            "colorway": [colours.place, colours.comparison, colours.muted],
            "colorscale": {"sequential": _steps(colours.scale)},
            "hovermode": "closest",
            "hoverlabel": {
                "bgcolor": colours.ink,
                "bordercolor": colours.ink,
                "align": "left",
                "font": {"family": SANS, "size": TEXT, "color": colours.paper},
            },
            "dragmode": False,
            "showlegend": False,
            "barmode": "overlay",
            "barcornerradius": 0,
            "uniformtext": {"mode": False, "minsize": 8},
        }
    )


def _steps(scale: tuple[str, ...]) -> list[tuple[float, str]]:
    return [(i / (len(scale) - 1), colour) for i, colour in enumerate(scale)]


def colour_scale(colours: Palette) -> list[tuple[float, str]]:
    """Return the one sequential scale, from little to much, as Plotly wants it."""
    return _steps(colours.scale)


def separators(language: Language) -> str:
    """Return Plotly's two separator characters, decimal first: ",." in Danish."""
    symbols = language.locale.number_symbols["latn"]
    return f"{symbols['decimal']}{symbols['group']}"


def new_figure(*, title: str, subtitle: str, language: Language, dark: bool, height: int) -> tuple[go.Figure, Palette]:
    """Return an empty figure in the house style with its colours; `height` in pixels.

    Title and subtitle are kept as plain text in `layout.meta`: Plotly cannot wrap them, so they are set above the
    figure.
    """
    figure = go.Figure(
        layout={
            "template": _template(dark=dark),
            "height": height,
            "separators": separators(language),
            "meta": {"title": title, "subtitle": subtitle, "key": []},
        }
    )
    return figure, palette(dark=dark)


def figure_config(language: Language, *, static: str = "app/static/") -> Mapping[str, Any]:
    """Return the `config` for `st.plotly_chart` and for HTML exports.

    No mode bar, no logo, nothing sent anywhere; the locale is whole because Plotly ships none; the topology is our own
    empty one under `static` (a URL ending in "/"), because otherwise a map asks a server elsewhere.
    """
    locale = language.locale
    return {
        "locale": language.code,
        "locales": {
            language.code: {
                "dictionary": {},
                "format": {
                    "months": [language.month(m) for m in range(1, 13)],
                    "shortMonths": [language.month(m, "abbreviated") for m in range(1, 13)],
                    "days": [str(locale.days["stand-alone"]["wide"][(d - 1) % 7]) for d in range(7)],
                    "shortDays": [str(locale.days["stand-alone"]["abbreviated"][(d - 1) % 7]) for d in range(7)],
                    "decimal": separators(language)[0],
                    "thousands": separators(language)[1],
                },
            }
        },
        "displayModeBar": False,
        "displaylogo": False,
        "showSendToCloud": False,
        "scrollZoom": False,
        "responsive": True,
        "topojsonURL": f"{static}topo/",
    }
