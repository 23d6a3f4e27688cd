"""The figures of the page Guests: what guests answer by year, what matters to them, and what they buy by month."""

from functools import partial

import pandas as pd
import plotly.graph_objects as go

from answers.asked_about import asked_about
from answers.guests import Guests
from answers.wording import answers_text
from charts.importance import Corners, Thing, importance_map
from charts.room import room_by_month
from charts.scores import Score, score_by_year
from frame.context import Context
from kpis.guests.answers import ANSWERS_SHOWN
from kpis.labels import LABELS
from kpis.result import Result, Undefined, Value
from sections.figures import draw_figure

HIDDEN_REASONS = frozenset({"too_few_answers", "surveys_too_small"})
_ON_TEN, _ON_NPS = (1.0, 10.0), (-100.0, 100.0)


def draw_answered(context: Context, guests: Guests) -> None:
    """Draw satisfaction and recommendation by year, and what matters against how it is done."""
    if any(isinstance(wave.satisfaction, Value) for wave in guests.waves):
        title = _satisfaction_title(context, guests)
        draw_figure(context, "satisfaction", partial(_satisfaction, context, guests, title), title)
    if any(isinstance(wave.nps, Value) for wave in guests.waves):
        title = _nps_title(context, guests)
        draw_figure(context, "nps", partial(_nps, context, guests, title), title)
    if isinstance(guests.answers["importance_performance"].result, Value):
        title = _importance_title(context, guests)
        draw_figure(context, "importance", partial(_importance, context, guests, title), title)


def draw_bought(context: Context, guests: Guests) -> None:
    """Draw the seats offered and sold by month."""
    if guests.buying.months["offered"].notna().any():
        title = _fill_title(context, guests)
        draw_figure(context, "fill", partial(_fill, context, guests, title), title)


def score_of(year: int, result: Result, context: Context) -> Score:
    """Return a result as a point of the figure: hidden ones carry no number at all."""
    if isinstance(result, Undefined):
        return Score(year, hidden=result.reason in HIDDEN_REASONS)
    low, high = result.interval or (None, None)
    basis = answers_text(result, context.language)
    return Score(year, result.number, low, high, uncertain=bool(result.detail["uncertain"]), basis=basis)


def _satisfaction(context: Context, guests: Guests, title: str) -> go.Figure:
    return score_by_year(
        [score_of(wave.year, wave.satisfaction, context) for wave in guests.waves],
        _ON_TEN,
        unit=context.text("of 10"),
        decimals=1,
        subtitle=context.text("Mean of the answers from 1 to 10, with its 95 per cent interval; part of the scale"),
        title=title,
        hidden_label=hidden_label(context),
        uncertain_label=context.text("uncertain: fewer than 30 answers"),
        language=context.language,
        dark=context.dark,
    )


def _nps(context: Context, guests: Guests, title: str) -> go.Figure:
    return score_by_year(
        [score_of(wave.year, wave.nps, context) for wave in guests.waves],
        _ON_NPS,
        unit=context.text("points"),
        decimals=0,
        subtitle=context.text(
            "Those who recommend (9 and 10) less those who do not (0 to 6) for every 100 answers, with its interval"
        ),
        title=title,
        hidden_label=hidden_label(context),
        uncertain_label=context.text("uncertain: fewer than 30 answers"),
        language=context.language,
        dark=context.dark,
    )


def hidden_label(context: Context) -> str:
    """Return what is said of a figure of too few answers."""
    return context.text("fewer than {n} answers, hidden", n=ANSWERS_SHOWN)


def _satisfaction_title(context: Context, guests: Guests) -> str:
    result = guests.answers["satisfaction_mean"].result
    if isinstance(result, Undefined):
        return context.text("Satisfaction year by year")
    return context.text(
        "The guests gave {score} of 10 in {year}", score=context.language.number(result.number, 1), year=guests.year
    )


def _nps_title(context: Context, guests: Guests) -> str:
    result = guests.answers["nps"].result
    if isinstance(result, Undefined):
        return context.text("Recommendation year by year")
    fans, critics = (
        context.language.percent(float(str(result.detail[name])), 0) for name in ("promoter_share", "detractor_share")
    )
    return context.text("{fans} recommend it warmly, {critics} would not", fans=fans, critics=critics)


def _importance(context: Context, guests: Guests, title: str) -> go.Figure:
    result = guests.answers["importance_performance"].result
    assert isinstance(result, Value)
    say = context.language.kpi_text
    things = [
        Thing(
            asked_about(thing.name, context.language),
            thing.importance,
            thing.performance,
            thing.answers,
            thing.uncertain,
            thing.quadrant == "improve",
            say(LABELS[thing.quadrant]),
        )
        for thing in guests.things
    ]
    return importance_map(
        things,
        (float(str(result.detail["importance_cut"])), float(str(result.detail["performance_cut"]))),
        Corners(*(say(LABELS[code]) for code in ("possible_overkill", "keep", "low_priority", "improve"))),
        importance_label=context.text("How much it matters to the guests (1 to 10)"),
        performance_label=context.text("How well it is done (1 to 10)"),
        uncertain_label=context.text("uncertain: fewer than 30 answers"),
        title=title,
        subtitle=context.text("As the guests say in {year}; in brackets the number of answers", year=guests.year),
        language=context.language,
        dark=context.dark,
    )


def _importance_title(context: Context, guests: Guests) -> str:
    names = [asked_about(thing.name, context.language) for thing in guests.things if thing.quadrant == "improve"]
    if not names:
        return context.text("Nothing that matters much is done less well than the rest")
    return context.text("Matters, and could be done better: {things}", things=context.language.listed(names))


def _fill(context: Context, guests: Guests, title: str) -> go.Figure:
    months = guests.buying.months
    return room_by_month(
        [None if pd.isna(value) else float(value) for value in months["sold"]],
        [None if pd.isna(value) else float(value) for value in months["offered"]],
        None,
        unit=context.text("seats"),
        visits_label=context.text("sold"),
        capacity_label=context.text("offered"),
        title=title,
        subtitle=context.text("Seats offered and sold by month in {year}, with the per cent sold", year=guests.year),
        language=context.language,
        dark=context.dark,
    )


def _fill_title(context: Context, guests: Guests) -> str:
    fill = guests.buying.answer.number
    if fill is None:
        return context.text("Seats offered and sold")
    return context.text("{share} of the seats on sale were sold", share=context.language.percent(fill, 0))
