"""The figures of the page Culture business about income: where it comes from, whether it grows, what an hour gives."""

import plotly.graph_objects as go

from answers.answer import Answer
from answers.business import Business
from answers.compare import Coverage
from charts.part_bars import PartBar, part_bars
from charts.real_income import real_income
from frame.context import Context
from kpis.result import Value
from locales.rounding import whole
from sections.business_points import hours_points, income_points, streams_points
from sections.figures import draw_figure
from sections.money import money_text, streams_text
from sections.words import capitalised

_THOUSAND = 1000


def draw_income_figures(context: Context, business: Business) -> None:
    """Draw the sources of own income, the years, own income beside grants, and the opening hours."""
    if len(business.streams) > 1:
        told, points = streams_in_words(context, business), streams_points(context, business)
        draw_figure(context, "streams", lambda: _streams(context, business), told, points)
    if len(business.income) > 1:
        told, points = _income_title(context, business), income_points(context, business)
        draw_figure(context, "income", lambda: _income(context, business), told, points)
    if isinstance(business.answers["self_earned_share"].result, Value):
        draw_figure(context, "sources", lambda: _sources(context, business), _sources_title(context, business))
    if any(visits is not None for visits in business.hours.visits):
        told, points = _hours_title(context, business), hours_points(context, business)
        draw_figure(context, "hours", lambda: _hours(context, business), told, points)


def basis(context: Context, coverage: Coverage | None) -> str:
    """Return what a figure rests on as the end of a subtitle: ", 3 of 6 actors"."""
    if coverage is None or coverage.of_reporters == 1:
        return ""
    k = context.language.number(coverage.reporters)
    return ", " + context.language.plural("{k} of {n} actor", "{k} of {n} actors", coverage.of_reporters, k=k)


def _streams(context: Context, business: Business) -> go.Figure:
    total = sum(business.streams.values())
    bars = [
        PartBar(
            capitalised(streams_text(context, streams)),
            amount,
            money_text(context, amount),
            before=business.streams_before.get(streams),
            below=context.language.percent(amount / total, 0) if total else "",
        )
        for streams, amount in business.streams.items()
    ]
    return part_bars(
        bars,
        before_label=str(business.year - 1),
        title=_streams_title(context, business),
        subtitle=context.text("Own income by source in {year}, DKK excluding VAT", year=business.year)
        + basis(context, business.answers["income_diversity"].coverage),
        language=context.language,
        dark=context.dark,
    )


def _streams_title(context: Context, business: Business) -> str:
    (streams, most), *_ = business.streams.items()
    share = most / (sum(business.streams.values()) or 1)
    return context.text(
        "{source}: {share} of what is earned",
        source=capitalised(streams_text(context, streams)),
        share=context.language.percent(share, 0),
    )


def streams_in_words(context: Context, business: Business) -> str:
    """Return the sources of own income with their kroner, for those who cannot see the figure."""
    told = [f"{streams_text(context, streams)}: {money_text(context, n)}" for streams, n in business.streams.items()]
    return f"{_streams_title(context, business)}. {'; '.join(told)}"


def _income(context: Context, business: Business) -> go.Figure:
    growth = business.answers["real_revenue_growth"]
    return real_income(
        [year.year for year in business.income],
        [None if year.fixed_dkk is None else year.fixed_dkk / _THOUSAND for year in business.income],
        [year.current_dkk / _THOUSAND for year in business.income],
        unit=context.text("thousand DKK"),
        fixed_label=context.text("in prices of {year}", year=business.year),
        current_label=context.text("in the prices of each year"),
        title=_income_title(context, business),
        subtitle=context.text("Own income a year of the same actors, thousands of DKK excluding VAT")
        + basis(context, growth.coverage),
        language=context.language,
        dark=context.dark,
    )


def _income_title(context: Context, business: Business) -> str:
    growth = business.answers["real_revenue_growth"].number
    if growth is None:
        return context.text("Own income from year to year")
    return context.text(
        "{change} in {year}, once prices are taken out",
        change=context.language.percent(growth, signed=True),
        year=business.year,
    )


def _sources(context: Context, business: Business) -> go.Figure:
    answer = business.answers["self_earned_share"]
    return part_bars(
        source_bars(context, business),
        title=_sources_title(context, business),
        subtitle=_sources_subtitle(context, answer),
        language=context.language,
        dark=context.dark,
    )


def source_bars(context: Context, business: Business) -> list[PartBar]:
    """Return own income and grants as bars that make up all income, both kinds of grant apart where both are told."""
    result = business.answers["self_earned_share"].result
    assert isinstance(result, Value)
    total = float(str(result.detail["total"]))
    parts = {context.text("Own income"): result.number}
    private = business.answers["private_funding_share"].number
    if private is None:
        parts[context.text("Grants")] = 1 - result.number
    else:
        parts[context.text("Public grants")] = 1 - result.number - private
        parts[context.text("Private grants")] = private
    return [
        PartBar(
            name,
            share * total,
            money_text(context, share * total),
            "comparison" if place else "place",
            below=context.language.percent(share, 0),
        )
        for place, (name, share) in enumerate(parts.items())
    ]


def _sources_title(context: Context, business: Business) -> str:
    share = context.language.percent(business.answers["self_earned_share"].number, 0)
    return context.text("{share} of all income is earned by the house itself", share=share)


def _sources_subtitle(context: Context, answer: Answer) -> str:
    assert isinstance(answer.result, Value)
    without = answer.result.detail["share_without_project_grants"]
    told = (
        context.text("without project grants the share is {share}", share=context.language.share(float(str(without))))
        if without is not None
        else context.text("how much of the grants is for projects is not known")
    )
    return context.text("All income in {year}, DKK", year=answer.period) + basis(context, answer.coverage) + "; " + told


def _hours(context: Context, business: Business) -> go.Figure:
    hours = business.hours
    return part_bars(
        [
            PartBar(
                capitalised(context.language.month(month)),
                visits,
                context.text("{n} visits", n=context.language.number(visits, 1))
                if visits is not None
                else context.text("closed"),
                below=money_text(context, income) if visits is not None and income is not None else "",
            )
            for month, (visits, income) in enumerate(zip(hours.visits, _same_hours(business), strict=True), 1)
        ],
        title=_hours_title(context, business),
        subtitle=_hours_subtitle(context, business),
        language=context.language,
        dark=context.dark,
    )


def _same_hours(business: Business) -> tuple[float | None, ...]:
    """The income of each month's hours where it is of the very actors whose visits are shown."""
    hours = business.hours
    return hours.income if hours.earning == hours.figure.actors else (None,) * len(hours.visits)


def _hours_title(context: Context, business: Business) -> str:
    known = {month: visits for month, visits in enumerate(business.hours.visits, 1) if visits is not None}
    most, least = max(known, key=lambda month: known[month]), min(known, key=lambda month: known[month])
    return context.language.plural(
        "An opening hour in {busy} gives {most} visit, in {quiet} {least}",
        "An opening hour in {busy} gives {most} visits, in {quiet} {least}",
        whole(known[most]),
        busy=context.language.month(most),
        most=context.language.number(known[most]),
        quiet=context.language.month(least),
        least=context.language.number(known[least], 0 if known[least] >= 1 else 1),
    )


def _hours_subtitle(context: Context, business: Business) -> str:
    answer = business.answers["visits_per_opening_hour"]
    told = context.text("Visits for each opening hour in {year}", year=business.year) + basis(context, answer.coverage)
    if business.hours.income_of_year is None:
        return told
    income = money_text(context, business.hours.income_of_year)
    n = len(business.hours.earning)
    earned = context.language.plural(
        "an hour earned {income} on average ({n} actor)",
        "an hour earned {income} on average ({n} actors)",
        n,
        income=income,
    )
    return f"{told}; {earned}"
