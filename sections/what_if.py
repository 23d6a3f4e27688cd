"""The simulator of the page Season spread: sliders, what they would change, and a link that says the same."""

from collections.abc import Sequence
from typing import NamedTuple

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from answers.answer import number_of
from answers.places import Place
from answers.sentences.markets import heading_of
from answers.sentences.what_if import dropped_text, finding, outcome_sentence
from answers.what_if import (
    LEAVE,
    LEFT,
    MARKET,
    MOST_MOVED,
    MOST_WON,
    MOVE,
    PARAMETERS,
    TO,
    TO_CODES,
    WIN,
    Plan,
    read_plan,
    to_code,
)
from answers.what_if_outcome import Outcome, Pair, even_months, offered_markets, outcome, peak_month
from answers.wording import coverage_text, reason_text, value_text
from charts.before_after import before_after
from charts.page_parts import note_html, warning_html
from frame.context import Context
from kpis.catalogue import catalogue
from kpis.growth.capacity import TARGET_UTILISATION
from kpis.growth.markets import TOTAL
from kpis.result import Undefined
from locales.language import NOT_KNOWN
from locales.rounding import of_three_digits
from sections.answers import fraction_unit
from sections.figures import draw_figure
from sections.tables import draw_table
from sections.words import counted_noun, counted_unit

_KEYS = {name: f"what_if_{name}" for name in PARAMETERS}
_WRITTEN, _DROPPED, _BASE = "_what_if_written", "_what_if_dropped", "_what_if_base"


class Row(NamedTuple):
    """One line of the table: before and after, as numbers and as written."""

    label: str
    numbers: tuple[float | None, float | None]
    texts: tuple[str, str]


def draw_what_if(context: Context) -> None:
    """Draw what would become of the season if guests moved out of a month, or were won in the shoulder."""
    if context.place is None or context.year is None:
        return
    offered = offered_markets(context.data, context.place, context.year)
    st.subheader(context.text("What if?"))
    _follow_address(offered)
    _begin_at_the_peak(context, context.place, context.year)
    plan = _draw_sliders(context, offered)
    _write_address(plan)
    for name, value in st.session_state.pop(_DROPPED, {}).items():
        st.html(warning_html(dropped_text(name, value, context.language)))
    found = outcome(context.data, context.place, context.year, plan, context.reader)
    if isinstance(found, Undefined):
        st.html(note_html(reason_text(found, context.language)))
        return
    _draw_outcome(context, found)


def _follow_address(offered: Sequence[str]) -> None:
    """Take over the plan of an address that is new; a market that this place does not know is told and left."""
    asked = {name: st.query_params[name] for name in PARAMETERS if name in st.query_params}
    is_new = asked != st.session_state.get(_WRITTEN) or any(key not in st.session_state for key in _KEYS.values())
    kept = {name: str(st.session_state[key]) for name, key in _KEYS.items() if key in st.session_state}
    plan, dropped = read_plan(asked if is_new else kept, offered)
    if is_new or dropped:
        st.session_state[_DROPPED] = dict(dropped)
        for name, value in _values(plan).items():
            st.session_state[_KEYS[name]] = value


def _values(plan: Plan) -> dict[str, int | str]:
    return {MOVE: plan.move, LEAVE: plan.leave, TO: to_code(plan.to), WIN: plan.win, MARKET: plan.market}


def _begin_at_the_peak(context: Context, place: Place, year: int) -> None:
    """Let guests leave the fullest month of a place and year that are new here, while nobody is moved."""
    base = (place.id, year)
    if st.session_state.get(_BASE) != base and not st.session_state[_KEYS[MOVE]]:
        st.session_state[_KEYS[LEAVE]] = peak_month(context.data, place, year)
    st.session_state[_BASE] = base


def _draw_sliders(context: Context, offered: Sequence[str]) -> Plan:
    left, middle, right = st.columns(3)
    with left:
        move = st.slider(context.text("Per cent of the guests who move"), 0, MOST_MOVED, step=1, key=_KEYS[MOVE])
    with middle:
        leave = st.selectbox(context.text("Moved from"), LEFT, format_func=context.language.month, key=_KEYS[LEAVE])
    with right:
        to = st.selectbox(
            context.text("Moved to"), TO_CODES, format_func=lambda code: _months_text(context, code), key=_KEYS[TO]
        )
    left, middle, _ = st.columns(3)
    with left:
        win = st.number_input(
            context.text("New guests in April, May, September and October"), 0, MOST_WON, step=50, key=_KEYS[WIN]
        )
    with middle:
        market = st.selectbox(
            context.text("Where the new guests come from"),
            [TOTAL, *offered],
            format_func=lambda code: (
                context.text("All markets") if code == TOTAL else heading_of(code, context.language)
            ),
            key=_KEYS[MARKET],
            disabled=not offered,
        )
    return Plan(int(move), int(win), str(market), int(leave), _months(to))


def _months(code: str) -> tuple[int, ...]:
    return tuple(map(int, code.split("-")))


def _months_text(context: Context, code: str) -> str:
    return context.language.listed(context.language.month(month) for month in _months(code))


def _write_address(plan: Plan) -> None:
    wanted = plan.as_parameters()
    for name in PARAMETERS:
        if name in wanted:
            if st.query_params.get(name) != wanted[name]:
                st.query_params[name] = wanted[name]
        elif name in st.query_params:
            del st.query_params[name]
    st.session_state[_WRITTEN] = wanted


def _draw_outcome(context: Context, found: Outcome) -> None:
    said = outcome_sentence(found, context.language)
    st.write(said)
    name = "_".join(("what_if", *map(str, _values(found.plan).values())))
    draw_figure(context, name, lambda: _figure(context, found), f"{finding(found, context.language)}. {said}")
    table, written = outcome_tables(context, found)
    draw_table(context, table, context.text("Before and after"), "what_if", written=written)
    st.caption(
        context.text(
            "This is arithmetic, not a forecast: it says what would follow if it happened, not whether it will. A "
            "month is filled until {share} of its comfortable room is used; a guest who is moved spends as before, "
            "a new one as the average guest of the year. The address of this page holds what you try, "
            "so you can send it.",
            share=context.language.percent(TARGET_UTILISATION, 0),
        )
    )


def _figure(context: Context, found: Outcome) -> go.Figure:
    before, after = found.tried.before, found.tried.after
    basis = coverage_text(found.coverage, found.measure, context.language)
    noun = counted_noun(context, found.measure)
    return before_after(
        before.counts,
        after.counts,
        before.room,
        before.closed,
        labels=(str(context.year), context.text("what if"), context.text("room for")),
        unit=counted_unit(context, found.measure),
        title=finding(found, context.language),
        subtitle=f"{noun} {context.text('per month')}, {basis}" if basis else f"{noun} {context.text('per month')}",
        language=context.language,
        dark=context.dark,
    )


def outcome_tables(context: Context, found: Outcome) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return before and after with the numbers themselves, for the downloads, and as they are written."""
    names = [context.text("Figure"), str(context.year), context.text("What if")]
    rows = [_counted(context, found), *_season(context, found), *_use(context, found), _revenue(context, found)]
    # Counts and shares stand in one column: each keeps its own kind, so that a count is written whole.
    table = pd.DataFrame([(row.label, *row.numbers) for row in rows], columns=names, dtype=object)
    table[context.text("Unit")] = [fraction_unit(context, "fraction") if "%" in row.texts[0] else "" for row in rows]
    written = pd.DataFrame([(row.label, *row.texts) for row in rows], columns=names)
    return table, written


def _counted(context: Context, found: Outcome) -> Row:
    before, after = (sum(year.counts) for year in (found.tried.before, found.tried.after))
    texts = context.language.number(before), context.language.number(after)
    return Row(_of_whom(context, found, counted_noun(context, found.measure)), (before, after), texts)


def _of_whom(context: Context, found: Outcome, name: str) -> str:
    """Say after a name how many the figure is of, where that is not all: the page's own figure may be of others."""
    if found.coverage.is_whole:
        return name
    return f"{name} ({coverage_text(found.coverage, found.measure, context.language)})"


def _season(context: Context, found: Outcome) -> list[Row]:
    rows = [_row(context, found, kpi_id, pair) for kpi_id, pair in found.season.items()]
    before, after = (even_months(result) for result in found.season["season_evenness"])
    texts = context.language.number(before, 1), context.language.number(after, 1)
    return [*rows, Row(context.text("Spread like so many even months"), (before, after), texts)]


def _row(context: Context, found: Outcome, kpi_id: str, pair: Pair) -> Row:
    passport = catalogue()[kpi_id]
    before, after = (value_text(result, passport.unit, context.language) for result in pair)
    name = context.language.kpi_text(passport.name)
    return Row(_of_whom(context, found, name), (number_of(pair[0]), number_of(pair[1])), (before, after))


def _use(context: Context, found: Outcome) -> list[Row]:
    """The fullest month and the busiest one, each with its name."""
    language, rows = context.language, []
    if found.knows_the_room and not any(isinstance(result, Undefined) for result in found.fullest):
        told = [(int(str(r.detail["peak_month"])), float(str(r.detail["peak"]))) for r in found.fullest]
        texts = [f"{language.month(month)}: {language.percent(share, 0)}" for month, share in told]
        label = context.text("Use of the room in the fullest month")
        rows.append(Row(label, (told[0][1], told[1][1]), (texts[0], texts[1])))
    if found.peak:
        before, after = (f"{language.month(month)}: {language.number(share, 1)}" for month, share in found.peak)
        label = context.text("Guests a day per 100 residents in the busiest month")
        rows.append(Row(label, (found.peak[0][1], found.peak[1][1]), (before, after)))
    return rows


def _revenue(context: Context, found: Outcome) -> Row:
    label = context.text("Own income from the new guests, DKK")
    if isinstance(found.revenue, Undefined):
        return Row(label, (None, None), (NOT_KNOWN, reason_text(found.revenue, context.language)))
    gained = found.revenue.number
    about = context.text("about {n}", n=context.language.change(of_three_digits(gained)))
    return Row(label, (0.0, gained), (context.language.number(0), about))
