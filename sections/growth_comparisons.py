"""The growth as reported beside the growth adjusted, each with what it rests on."""

import pandas as pd
import streamlit as st

from answers.adjusted import Compared, How, comparisons
from answers.growth import Growth
from answers.wording import coverage_text, reason_text
from frame.context import Context
from kpis.growth.easter import easter_sunday
from kpis.ratios import number_or_none
from kpis.result import Undefined
from locales.language import NOT_KNOWN
from sections.tables import draw_table


def draw_growth_comparisons(context: Context, growth: Growth) -> None:
    """Draw the growth of the year compared in each way there is figures for."""
    if growth.panel.is_empty:
        return
    ways = comparisons(context.data, growth.panel, growth.compared)
    names = [context.text("How it is compared"), context.text("Change"), context.text("Rests on, or why there is none")]
    table = pd.DataFrame(
        {
            names[0]: [_name(context, way.how) for way in ways],
            names[1]: [number_or_none(way.result) for way in ways],
            names[2]: [_basis(context, growth, way) for way in ways],
        }
    ).astype({names[1]: float})
    written = table.astype(object)
    written[names[1]] = [_written(context, way) for way in ways]
    caption = context.text("The same growth, as reported and adjusted, {year}", year=growth.year)
    draw_table(context, table, caption, "comparisons", written=written)
    st.caption(_notes(context, growth.year))


def _name(context: Context, how: How) -> str:
    return {
        "raw": context.text("As reported, all months and actors"),
        "like_for_like": context.text("Same months and actors, March and April as a pair"),
        "leap_day": context.text("The same, without the leap day"),
        "opening_days": context.text("The same, on as many opening days as the year before"),
    }[how]


def _written(context: Context, way: Compared) -> str:
    number = number_or_none(way.result)
    return NOT_KNOWN if number is None else context.language.percent(number, signed=True)


def _basis(context: Context, growth: Growth, way: Compared) -> str:
    if isinstance(way.result, Undefined):
        return reason_text(way.result, context.language)
    if way.coverage is None:
        return context.text("all that is reported")
    return coverage_text(way.coverage, growth.panel.measure, context.language)


def _notes(context: Context, year: int) -> str:
    before, after = (context.language.date(easter_sunday(one)) for one in (year - 1, year))
    return context.text(
        "The figure of this page is the second line. Easter Sunday was {before} and {after}. Opening days are compared "
        "month by month and only where a house was open in both years.",
        before=before,
        after=after,
    )
