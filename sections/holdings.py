"""What the store holds: rows and periods of each dataset, and who has reported which months."""

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from answers.panel import Panel, panel_of, whole_panel
from answers.places import actor_names
from answers.quality import State, dataset_counts, states, who_has_not_reported
from charts.completeness import Reported, completeness_grid
from frame.context import Context
from sections.figures import draw_figure
from sections.tables import draw_table
from warehouse.schema import datasets

_MONTHS_SHOWN = 24
_STATES: dict[State, Reported] = {
    "reported": Reported.REPORTED,
    "closed": Reported.CLOSED,
    "missing": Reported.MISSING,
    "not_expected": Reported.NOT_EXPECTED,
}


def data_sentence(context: Context) -> str:
    """What have we, and can we trust it?"""
    if context.data.is_empty:
        return context.text("Nothing has been loaded yet.")
    language = context.language
    visits = whole_panel(context.data, "visits")
    shown = visits if visits.last_month else whole_panel(context.data, "nights")
    opening = language.plural("{n} upload stands.", "{n} uploads stand.", len(context.data.history.shown))
    if shown.last_month:
        opening += " " + context.text("The newest figures are from {month}.", month=language.period(shown.last_month))
    late = who_has_not_reported(context.data, visits)
    if not visits.reporters:
        return opening
    if not late:
        return opening + " " + context.text("Everybody has reported.")
    return opening + " " + language.plural(
        "{n} of {all} actors has months missing.", "{n} of {all} actors have months missing.", len(late),
        all=language.number(len(visits.reporters)),
    )  # fmt: skip


def draw_holdings(context: Context) -> None:
    """Draw what each dataset holds, and the months of the place's reporters."""
    st.subheader(context.text("What the store holds"))
    if context.place is not None:
        panel = panel_of(context.data, context.place)
        if not panel.is_empty:
            draw_figure(context, "completeness", lambda: _grid(context, panel), _title(context, panel))
    code = context.language.code
    counts = dataset_counts(context.data)
    table = pd.DataFrame(
        {
            context.text("Dataset"): counts["dataset"].map(lambda name: datasets()[name].name[code]),
            context.text("Rows"): counts["rows"],
            context.text("From"): counts["first"].map(lambda period: context.language.period(period) if period else ""),
            context.text("To"): counts["last"].map(lambda period: context.language.period(period) if period else ""),
            context.text("What it is"): counts["dataset"].map(lambda name: datasets()[name].description[code]),
        }
    )
    draw_table(context, table, context.text("Rows of each dataset"), "holdings")


def _grid(context: Context, panel: Panel) -> go.Figure:
    last = [month for month in panel.months if panel.last_month and month <= panel.last_month][-_MONTHS_SHOWN:]
    shown = panel.span(last)
    names = actor_names(context.data)
    return completeness_grid(
        [names.get(reporter, reporter) for reporter in shown.reporters],
        last,
        [[_STATES[state] for state in row] for row in states(shown)],
        title=_title(context, panel),
        subtitle=context.text("Months reported, {place}", place=context.place.name if context.place else ""),
        language=context.language,
        dark=context.dark,
    )


def _title(context: Context, panel: Panel) -> str:
    missing = int((panel.expected & ~panel.known).sum())
    if not missing:
        return context.text("Every month that is expected is there")
    return context.language.plural("{n} month is missing", "{n} months are missing", missing)
