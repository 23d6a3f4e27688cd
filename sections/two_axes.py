"""Growth and residents' support beside each other on the overview, where both are known."""

from collections.abc import Sequence

import plotly.graph_objects as go

from answers.two_axes import OnTwoAxes, growth_and_support
from charts.two_axes import Dot, two_axes
from frame.context import Context
from sections.figures import draw_figure


def draw_two_axes(context: Context, year: int) -> None:
    """Draw the places on two axes; nothing where no place has both figures."""
    found = growth_and_support(context.data, year)
    if found:
        told = "; ".join(_in_words(context, one) for one in found)
        draw_figure(
            context, f"two_axes_{year}", lambda: _figure(context, found, year), f"{_title(context, found)}. {told}."
        )


def _figure(context: Context, found: Sequence[OnTwoAxes], year: int) -> go.Figure:
    return two_axes(
        [Dot(one.name, one.growth, one.support, *one.interval, one.is_uncertain) for one in found],
        across_label=context.text("change on the year before"),
        up_label=context.text("residents who see more good than bad"),
        certain_label=context.text("a place, with 95 per cent certainty for the residents' answers"),
        uncertain_label=context.text("few answers: uncertain"),
        title=_title(context, found),
        subtitle=context.text("Growth and local support side by side, {year}; never made into one number", year=year),
        language=context.language,
        dark=context.dark,
    )


def _title(context: Context, found: Sequence[OnTwoAxes]) -> str:
    both = sum(one.growth > 0 and one.interval[0] > 0.5 for one in found)
    return context.language.plural(
        "{both} of {n} place grows with most residents behind it",
        "{both} of {n} places grow with most residents behind them",
        len(found),
        both=context.language.number(both),
    )


def _in_words(context: Context, one: OnTwoAxes) -> str:
    growth = context.language.percent(one.growth, signed=True)
    return f"{one.name}: {growth}, {context.language.percent(one.support, 0)}"
