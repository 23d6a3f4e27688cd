"""How an answer is written, and how far two answers of one KPI are apart as they are written."""

from answers.answer import Answer
from answers.panel import Measure
from answers.wording import signed_text, unit_text, value_text
from locales import DANISH, Language
from locales.language import NOT_KNOWN

SIGNED = frozenset({"visits_yoy", "visits_yoy_easter", "visits_cagr", "visits_trend_growth", "relative_growth_gap",
                    "season_growth_contribution", "season_gap_vs_reference", "real_revenue_growth"})  # fmt: skip


def written(answer: Answer, language: Language) -> str:
    """Return the value as written on the page, without its unit word."""
    say = signed_text if answer.id in SIGNED else value_text
    return say(answer.result, answer.passport.unit, language)


def with_unit(answer: Answer, measure: Measure, language: Language) -> str:
    """Return the value as written with its unit word."""
    return f"{written(answer, language)} {unit_text(answer.passport.unit, measure, language)}".rstrip()


def difference_text(before: Answer, now: Answer, measure: Measure, language: Language) -> str:
    """Return how far two answers are apart in words with their unit, a dash where either has no number."""
    apart = difference(before, now)
    if apart is None:
        return NOT_KNOWN
    change, unit = language.change(*apart), now.passport.unit
    if unit in ("fraction", "percentage_points"):
        return language.text("{change} percentage points", change=change)
    return f"{change} {unit_text(unit, measure, language)}".rstrip()


def difference(before: Answer, now: Answer) -> tuple[float, int] | None:
    """Return how far the written values are apart in their unit, percentages in points, and with how many decimals.

    None where either has no number.
    """
    if before.number is None or now.number is None:
        return None
    return DANISH.difference(written(before, DANISH), written(now, DANISH))
