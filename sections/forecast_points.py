"""The points of the known months under a forecast, with their cells."""

from answers.answer import Answer
from answers.forecast import ComingYear
from answers.lineage.points import KNOWN_MONTHS
from frame.context import Context
from kpis.result import Value
from sections.count_points import period_names, titled
from sections.forecast_words import WORDS
from sections.money import money_text
from sections.points import Chosen, Points


def known_points(context: Context, coming: ComingYear, months: tuple[str, ...]) -> Points:
    """Return the points of these known months, the first of which is drawn first; those ahead rest on no cells."""
    counts = dict(zip(coming.ground.months, coming.ground.counts, strict=True))
    return Points(
        context.text("Month"),
        lambda: period_names(context, months),
        lambda spot: months[round(spot.x)] if 0 <= round(spot.x) < len(months) else None,
        lambda month: _known(context, coming, month, counts[month]),
    )


def _known(context: Context, coming: ComingYear, month: str, count: float) -> Chosen:
    is_money = coming.subject == "revenue"
    value = money_text(context, count) if is_money else context.language.number(count)
    shown = titled(context, context.text(WORDS[coming.subject].name), month, value)
    answer = Answer("visits_total", Value(count), month, reporters=coming.ground.reporters)
    return Chosen(shown, answer, bases=KNOWN_MONTHS[coming.subject])
