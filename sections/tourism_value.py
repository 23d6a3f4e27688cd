"""The report on the value of tourism: every fact with what it rests on, and what is not known."""

import streamlit as st

from answers.answer import Answer
from answers.sentences.tourism_value import CERTAIN_FROM, money_text, parts_note
from answers.tourism_value import Count, TourismValue
from answers.wording import coverage_text, reason_text
from charts.report import Fact, Gap, report_html
from frame.context import Context
from frame.scripts import PRINT, script_html
from kpis.result import Result, Undefined, Value
from sections.collaboration_words import choice_names
from sections.words import day_text


def draw_print_button(context: Context) -> None:
    """Draw the button that prints the page; it is not printed itself."""
    with st.container(key="no_print"):
        st.caption(
            context.text(
                "Made for residents and politicians: it prints on one page, in the language that is chosen on the left."
            )
        )
        if st.button(context.text("Print"), key="print_report"):
            st.html(script_html(PRINT), unsafe_allow_javascript=True)


def draw_tourism_value(context: Context, told: TourismValue) -> None:
    """Draw the report."""
    found = [
        _visits(context, told),
        _nights(context, told),
        _spend(context, told),
        _sum(context, told.jobs, context.text("Jobs"), context.text("jobs")),
        _sum(context, told.volunteers, context.text("Volunteers"), context.text("hours given")),
        _support(context, told),
        _care(context, told),
    ]
    st.html(
        report_html(
            [fact for fact in found if isinstance(fact, Fact)],
            [gap for gap in found if isinstance(gap, Gap)],
            gaps_title=context.text("What we do not know"),
            footer=(
                context.text(
                    "A visit is counted each time somebody comes, so visits are not persons. The figures stand beside "
                    "each other and are never added up."
                ),
                context.text(
                    "This is what tourism gives. What it costs, in nature and in daily life, stands on the page "
                    "Regenerative; how each figure is computed stands on the page Method."
                ),
            ),
        )
    )


def _visits(context: Context, told: TourismValue) -> Fact | Gap:
    label, measure = context.text("Visits"), told.growth.panel.measure
    if measure == "nights":
        return _gap(context, label, Undefined("visits_missing"))
    answer = told.growth.answers["visits_total"]
    if answer.number is None:
        return _gap(context, label, answer.result)
    rests_on = coverage_text(answer.coverage, measure, context.language)
    return Fact(label, context.language.number(answer.number), context.text("visits"), (rests_on,), answer.id)


def _nights(context: Context, told: TourismValue) -> Fact | Gap:
    label = context.text("Nights")
    if isinstance(told.nights, Undefined):
        return _gap(context, label, told.nights)
    note = context.text(
        "Every guest who slept in the area, whatever they came for. Official statistics miss the smallest."
    )
    return Fact(label, context.language.number(told.nights.number), context.text("nights"), (note,))


def _spend(context: Context, told: TourismValue) -> Fact | Gap:
    label, spend = context.text("Spent in the area"), told.spend.result
    if isinstance(spend, Undefined):
        return _gap(context, label, spend)
    return Fact(
        label,
        money_text(spend.number, context.language),
        context.text("estimated"),
        (_by_type(context, spend), _method(context), _sources(context, told)),
        "local_economic_value",
    )


def _by_type(context: Context, spend: Value) -> str:
    names, parts = choice_names(context, "spend", "visitor_type"), spend.detail["by_type"]
    assert not isinstance(parts, str)
    amounts = {kind: float(parts[kind]) for kind in names if kind in parts}  # type: ignore[operator, index]
    written = {kind: money_text(amount, context.language) for kind, amount in amounts.items()}
    told = ", ".join(f"{names[kind]} {amount}" for kind, amount in written.items())
    note = parts_note(amounts.values(), spend.number, context.language)
    by_type = context.text("By type of guest: {parts}", parts=told)
    # An amount may end in an abbreviation, which has its own full stop: »kr.«.
    return f"{by_type.rstrip('.')}. {note}" if note else by_type


def _method(context: Context) -> str:
    return context.text(
        "Visits × spend outside the house × the share that would else not have come (the AIM method). An estimate "
        "built on assumptions."
    )


def _sources(context: Context, told: TourismValue) -> str:
    rows = told.spend.rows
    pairs = rows[["source", "source_date"]].drop_duplicates().itertuples(index=False)
    told_sources = [", ".join(filter(None, (source or "", day_text(context, day)))) for source, day in pairs]
    known = "; ".join(filter(None, told_sources))
    return context.text("Source: {source}.", source=known) if known else context.text("The source is not told.")


def _sum(context: Context, count: Count, label: str, unit: str) -> Fact | Gap:
    if isinstance(count.result, Undefined):
        return _gap(context, label, count.result)
    basis = coverage_text(count.coverage, "visits", context.language)
    note = context.text("With those who have told: {basis}.", basis=basis)
    return Fact(label, context.language.number(count.result.number), unit, (note,))


def _support(context: Context, told: TourismValue) -> Fact | Gap:
    answer, label = told.support, context.text("Residents' support")
    if isinstance(answer.result, Undefined):
        return _gap(context, label, answer.result)
    language = context.language
    return Fact(
        label,
        language.percent(answer.result.number, 0),
        context.text("see more good than bad"),
        (_certainty(context, answer),),
        answer.id,
    )


def _certainty(context: Context, answer: Answer) -> str:
    result, language = answer.result, context.language
    assert isinstance(result, Value)
    n, period = language.number(result.n), language.period(answer.period)
    uncertain = context.text("Uncertain: few answers.") if (result.n or 0) < CERTAIN_FROM else ""
    low, high = result.interval or (result.number, result.number)
    between = context.text(
        "{n} answers, {period}; between {low} and {high} with 95 per cent certainty.",
        n=n, period=period, low=language.percent(low, 0), high=language.percent(high, 0),
    )  # fmt: skip
    return " ".join(filter(None, (between, uncertain)))


def _care(context: Context, told: TourismValue) -> Fact | Gap:
    label = context.text("Care for nature and heritage")
    if told.care_hours is None:
        return _gap(context, label, told.care.result)
    notes = [context.text("Only work that is documented counts.")]
    if told.care_hectares:
        notes.insert(0, context.text("{ha} hectares cared for.", ha=context.language.number(told.care_hectares, 1)))
    return Fact(label, context.language.number(told.care_hours), context.text("hours"), tuple(notes))


def _gap(context: Context, label: str, result: Result) -> Gap:
    unknown = result if isinstance(result, Undefined) else Undefined("not_logged")
    return Gap(label, reason_text(unknown, context.language))
