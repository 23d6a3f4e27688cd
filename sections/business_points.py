"""The points of the figures about income: a source, a year, a month's opening hours, with their cells."""

from answers.answer import Answer
from answers.business import Business
from answers.lineage.points import INCOME_OF_A_YEAR, OPENING_HOURS, of_streams
from answers.opening import months_of
from frame.context import Context
from kpis.result import Result, Undefined, Value
from sections.count_points import period_names, titled
from sections.money import money_text, streams_text
from sections.points import Chosen, Points
from sections.words import capitalised


def streams_points(context: Context, business: Business) -> Points:
    """Return the points of the sources of own income; those that are told together are one."""
    streams = {"+".join(one): one for one in business.streams}
    codes = list(streams)

    def chosen(code: str) -> Chosen:
        amount, year = business.streams[streams[code]], str(business.year)
        shown = titled(context, capitalised(streams_text(context, streams[code])), year, money_text(context, amount))
        reporters = business.answers["income_diversity"].reporters
        answer = Answer("income_diversity", Value(amount), year, reporters=reporters)
        return Chosen(shown, answer, bases=of_streams(streams[code]))

    return Points(
        context.text("Source of income"),
        lambda: {code: capitalised(streams_text(context, one)) for code, one in streams.items()},
        lambda spot: codes[round(spot.y)] if 0 <= round(spot.y) < len(codes) else None,
        chosen,
    )


def income_points(context: Context, business: Business) -> Points:
    """Return the points of own income a year."""
    years = {str(year.year): year for year in business.income}
    growth = business.answers["real_revenue_growth"]

    def chosen(code: str) -> Chosen:
        year = years[code]
        shown = titled(context, context.text("Own income"), code, money_text(context, year.current_dkk))
        formula = context.text(
            "In prices of {year} it is {amount}: the amount times that year's consumer prices, over those of its own.",
            year=business.year,
            amount=money_text(context, year.fixed_dkk),
        )
        answer = Answer(growth.id, Value(year.current_dkk), code, reporters=growth.reporters)
        return Chosen(shown, answer, formula, INCOME_OF_A_YEAR)

    return Points(context.text("Year"), lambda: period_names(context, years), lambda spot: str(round(spot.x)), chosen)


def hours_points(context: Context, business: Business) -> Points:
    """Return the points of what an opening hour gives in each month."""
    months = months_of(business.year)
    answer = business.answers["visits_per_opening_hour"]

    def chosen(month: str) -> Chosen:
        visits = business.hours.visits[int(month[5:]) - 1]
        result: Result = Undefined("hours_missing") if visits is None else Value(visits)
        name = context.language.kpi_text(answer.passport.name)
        shown = titled(context, name, month, context.language.number(visits, 1))
        formula = context.language.kpi_text(answer.passport.method).split("\n\n")[0]
        of_month = Answer(answer.id, result, month, reporters=answer.reporters)
        return Chosen(shown, of_month, formula, OPENING_HOURS)

    return Points(
        context.text("Month"),
        lambda: {month: context.language.period(month) for month in months},
        lambda spot: months[round(spot.y)] if 0 <= round(spot.y) < len(months) else None,
        chosen,
    )
