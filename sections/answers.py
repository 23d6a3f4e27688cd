"""Answers as tiles and as a table: one wording for both."""

from collections.abc import Iterable, Mapping, Sequence

import pandas as pd
import streamlit as st

from answers.answer import Answer
from answers.confidence import Confidence, confidence
from answers.confidence_words import grade_text, reasons_text, worst_text
from answers.panel import Measure
from answers.sentences.markets import heading_of
from answers.wording import (
    answers_text,
    coverage_text,
    measured_in,
    reason_text,
)
from answers.written import written
from charts.tiles import Comparison, Tile, tiles_html
from frame.context import Context
from kpis.declare import Passport, Unit
from kpis.result import Undefined, Value
from sections.beside import beside
from sections.method import passport_of_answer
from sections.tables import draw_table


def label_of(context: Context, answer: Answer, measure: Measure) -> str:
    """Return the name of the answer's KPI, with the market that it is about where it is about one."""
    name, result = name_of(context, answer.passport, measure), answer.result
    market = result.detail.get("market") if isinstance(result, Value) else None
    return f"{name}: {heading_of(market, context.language)}" if isinstance(market, str) else name


def common_label(context: Context, answers: Iterable[Answer | None], measure: Measure) -> str:
    """Return the name of answers of one KPI at several times: with a market only where all of them are about it."""
    known = [answer for answer in answers if answer is not None]
    labels = {label_of(context, answer, measure) for answer in known}
    return labels.pop() if len(labels) == 1 else name_of(context, known[0].passport, measure)


def name_of(context: Context, passport: Passport, measure: Measure) -> str:
    """Return the KPI's name; a place that counts nights has nights and not visits."""
    if passport.id == "visits_total" and measure == "nights":
        return context.text("Nights")
    return context.language.kpi_text(passport.name)


def written_value(context: Context, answer: Answer) -> str:
    """Return the value as written on the page."""
    return written(answer, context.language)


def draw_tiles(context: Context, answers: Mapping[str, Answer], ids: Sequence[str], measure: Measure) -> None:
    """Draw the named answers as tiles, in that order."""
    tiles = [tile_of(context, answers[kpi_id], measure) for kpi_id in ids if kpi_id in answers]
    st.html(tiles_html(tiles, context.language))


def tile_of(context: Context, answer: Answer, measure: Measure) -> Tile:
    """Return the answer as a tile: the same on the page as on the board page."""
    language, result = context.language, answer.result
    sure = _sure(context, answer)
    return Tile(
        label=label_of(context, answer, measure),
        value=written_value(context, answer),
        unit=measured_in(answer.passport, measure, language, answer.number),
        period=period_text(context, answer.period),
        comparisons=tuple(Comparison(one.words, one.direction) for one in beside(answer, language)),
        spark=answer.spark,
        spark_label=language.text("the course so far") if answer.spark else "",
        grade=sure.grade if sure else "",
        grade_name=grade_text(sure, language) if sure else "",
        confidence=worst_text(sure, answer, measure, language) if sure else _told(context, answer),
        passport=passport_of_answer(context, answer, measure),
        warning=_warning(context, answer, sure),
        undefined_reason=reason_text(result, language) if isinstance(result, Undefined) else "",
        kpi=answer.id,
    )


def _warning(context: Context, answer: Answer, sure: Confidence | None) -> str:
    """Say that few have answered, where the grade is not already for that."""
    result = answer.result
    if isinstance(result, Undefined) or not result.detail.get("uncertain"):
        return ""
    is_told = sure is not None and sure.grounds and sure.grounds[0].kind == "answers"
    return "" if is_told else _answers(context, answer)


def _answers(context: Context, answer: Answer) -> str:
    """Return how many answers a survey's figure rests on; any other rests on months or years, which are no answers."""
    if answer.passport.theme == "guests":
        return answers_text(answer.result, context.language)
    is_uncertain = not isinstance(answer.result, Undefined) and answer.result.detail.get("uncertain")
    return context.text("uncertain: it rests on a short time") if is_uncertain else ""


def _sure(context: Context, answer: Answer) -> Confidence | None:
    if context.place is None or context.year is None:
        return None
    return confidence(context.data, context.place, context.year, answer)


def _told(context: Context, answer: Answer) -> str:
    """Say of a figure without a grade that people have told it; nothing where it has no value."""
    if isinstance(answer.result, Undefined) or answer.passport.theme != "steps":
        return ""
    return context.text("told by people here, not measured")


def _rests_on(context: Context, answer: Answer, measure: Measure) -> str:
    told = (_answers(context, answer), coverage_text(answer.coverage, measure, context.language))
    return ", ".join(filter(None, told))


def period_text(context: Context, period: str) -> str:
    """Return a period as people write it; a span is written with both its ends."""
    return " – ".join(context.language.period(part) for part in period.split("/"))


def answers_table(context: Context, answers: Mapping[str, Answer], measure: Measure) -> pd.DataFrame:
    """Return the answers as a table: the numbers themselves, with the reason where there is none."""
    language = context.language
    rows = [
        {
            context.text("Figure"): label_of(context, answer, measure),
            context.text("Value"): _cell(answer, context),
            context.text("Unit"): measured_in(answer.passport, measure, language, answer.number)
            or fraction_unit(context, answer.passport.unit),
            context.text("Period"): period_text(context, answer.period),
            context.text("Rests on"): _rests_on(context, answer, measure),
            context.text("Confidence"): _grade(context, answer),
            context.text("Because"): _because(context, answer, measure),
            context.text("Why not"): reason_text(answer.result, language)
            if isinstance(answer.result, Undefined)
            else "",
        }
        for answer in answers.values()
    ]
    return pd.DataFrame(rows)


def _grade(context: Context, answer: Answer) -> str:
    sure = _sure(context, answer)
    return sure.grade if sure else ""


def _because(context: Context, answer: Answer, measure: Measure) -> str:
    sure = _sure(context, answer)
    return reasons_text(sure, answer, measure, context.language) if sure else ""


def _grade_in_words(context: Context, answer: Answer, measure: Measure) -> str:
    sure = _sure(context, answer)
    if sure is None or not sure.grounds:
        return sure.grade if sure else ""
    return f"{sure.grade}: {worst_text(sure, answer, measure, context.language)}"


def fraction_unit(context: Context, unit: Unit) -> str:
    """Return the unit of a fraction in a download, where it is a number by itself or a cell in per cent; else ""."""
    return context.text("per cent (1 = 100%)") if unit == "fraction" else ""


def _cell(answer: Answer, context: Context) -> object:
    if isinstance(answer.result, Undefined):
        return None
    return written_value(context, answer) if isinstance(answer.result.value, str) else answer.result.number


def draw_answers_table(context: Context, answers: Mapping[str, Answer], measure: Measure, name: str) -> None:
    """Draw every answer of a page as a table, written as in the tiles, with the numbers as download."""
    table = answers_table(context, answers, measure)
    basis, reason = context.text("Rests on"), context.text("Why not")
    written = table.drop(columns=[reason, context.text("Because")]).astype(object)
    written[context.text("Value")] = [written_value(context, answer) for answer in answers.values()]
    written[context.text("Unit")] = [
        measured_in(answer.passport, measure, context.language, answer.number) for answer in answers.values()
    ]
    written[context.text("Confidence")] = [_grade_in_words(context, answer, measure) for answer in answers.values()]
    written[basis] = table[reason].where(table[reason] != "", table[basis])
    written = written.rename(columns={basis: context.text("Rests on, or why there is none")})
    draw_table(context, table, context.text("Every figure of the page"), name, rows=60, written=written)
