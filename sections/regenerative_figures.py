"""The figures of the page Regenerative: the ladder of actions, the residents' answers, and what a visit uses."""

from collections.abc import Iterator

import pandas as pd
import plotly.graph_objects as go

from answers.regenerative import FEWEST_ANSWERS, Regenerative, Survey
from answers.wording import reason_text
from charts.ladder import evidence_ladder
from charts.resources import per_visit_series
from charts.support import answers_bar
from frame.context import Context
from kpis.regenerative.care import LADDER
from kpis.regenerative.residents import resident_support_share
from kpis.result import Undefined, Value
from locales.rounding import whole
from sections.figures import Drawing, draw_figures
from warehouse.schema import datasets

_SCALE = ("more_negative", "dont_know", "equal", "more_positive")


def draw_regenerative_figures(context: Context, regenerative: Regenerative) -> None:
    """Draw the ladder of actions, the residents' answers, and what a visit uses."""
    draw_figures(context, regenerative_drawings(context, regenerative))


def regenerative_drawings(context: Context, regenerative: Regenerative) -> Iterator[Drawing]:
    """Give the figures there are figures for: "ladder", "support", "energy"."""
    ladder = regenerative.answers["regen_evidence_ladder"].result
    if isinstance(ladder, Value):
        yield Drawing("ladder", lambda: _ladder(context, ladder), _ladder_title(context, ladder))
    if regenerative.surveys:
        yield Drawing("support", lambda: _support(context, regenerative), _support_title(context, regenerative))
    if len(regenerative.resources):
        yield Drawing("energy", lambda: _energy(context, regenerative), _energy_title(context, regenerative))


def _ladder(context: Context, ladder: Value) -> go.Figure:
    counts = ladder.detail["counts"]
    assert not isinstance(counts, str)
    return evidence_ladder(
        [int(counts[step]) for step in LADDER],  # type: ignore[index]
        [status_names(context)[step] for step in LADDER],
        unit=context.text("actions"),
        title=_ladder_title(context, ladder),
        subtitle=context.text(
            "Actions registered so far, by how far they have come; one that goes on is counted each year"
        ),
        language=context.language,
        dark=context.dark,
    )


def status_names(context: Context) -> dict[str, str]:
    """Return the words for how far an action has come, by code."""
    code = context.language.code
    return {choice.code: choice.names[code] for choice in datasets()["regenerative"].column("status").choices}


def _ladder_title(context: Context, ladder: Value) -> str:
    documented = whole(ladder.number * (ladder.n or 0))
    return context.language.plural(
        "{documented} of {n} action has a documented effect",
        "{documented} of {n} actions have a documented effect",
        ladder.n or 0,
        documented=context.language.number(documented),
    )


def _support(context: Context, regenerative: Regenerative) -> go.Figure:
    results = [_share(survey) for survey in regenerative.surveys]
    names = {
        choice.code: choice.names[context.language.code] for choice in datasets()["residents"].column("answer").choices
    }
    shares = {
        names[answer]: [
            _part(survey, answer, result) for survey, result in zip(regenerative.surveys, results, strict=True)
        ]
        for answer in _SCALE
    }
    return answers_bar(
        [context.language.period(survey.period) for survey in regenerative.surveys],
        shares,
        [result.number if isinstance(result, Value) else None for result in results],
        [result.interval[0] if isinstance(result, Value) and result.interval else None for result in results],
        [result.interval[1] if isinstance(result, Value) and result.interval else None for result in results],
        no_opinion=names["dont_know"],
        support_label=context.text("more good than bad"),
        hidden_labels=[_why_hidden(context, result) for result in results],
        title=_support_title(context, regenerative),
        subtitle=context.text("Does tourism do more good than harm where you live? Share of answers"),
        language=context.language,
        dark=context.dark,
    )


def _share(survey: Survey) -> Value | Undefined:
    counts = [survey.counts.get(answer) for answer in ("more_positive", "equal", "more_negative", "dont_know")]
    return resident_support_share(*counts, minimum=FEWEST_ANSWERS)


def _why_hidden(context: Context, result: Value | Undefined) -> str:
    """Say why a wave shows no answers; a wave without any is one whose few answers are hidden."""
    if isinstance(result, Undefined) and result.reason == "answers_missing":
        return reason_text(result, context.language)
    return context.text("fewer than {n} answers, hidden", n=FEWEST_ANSWERS)


def _part(survey: Survey, answer: str, result: Value | Undefined) -> float | None:
    total = sum(survey.counts.values())
    return None if isinstance(result, Undefined) or not total else survey.counts.get(answer, 0) / total


def _support_title(context: Context, regenerative: Regenerative) -> str:
    answer = regenerative.answers["resident_support_share"]
    if isinstance(answer.result, Undefined):
        few = answer.result.reason == "too_few_answers"
        why = reason_text(answer.result, context.language).rstrip(".")
        return context.text("Too few residents have answered") if few else why
    return context.text("{share} see more good than bad in tourism", share=context.language.percent(answer.number, 0))


def _energy(context: Context, regenerative: Regenerative) -> go.Figure:
    table = regenerative.resources
    values = [
        None if pd.isna(use) or not visits else float(use) / float(visits)
        for use, visits in zip(table["kwh"], table["visits"], strict=True)
    ]
    return per_visit_series(
        [int(year) for year in table["year"]],
        values,
        [bool(flag) for flag in table["estimated"]],
        unit="kWh",
        title=_energy_title(context, regenerative),
        subtitle=context.text("kWh per visit, of the actors that report both energy and visits"),
        language=context.language,
        dark=context.dark,
    )


def _energy_title(context: Context, regenerative: Regenerative) -> str:
    number = regenerative.answers["resource_per_visit"].number
    if number is None:
        return context.text("Energy per visit")
    return context.text(
        "A visit used {energy} kWh in {year}", energy=context.language.number(number, 1), year=regenerative.year
    )
