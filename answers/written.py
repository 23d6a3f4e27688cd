"""How an answer is written, and how far two answers of one KPI are apart as they are written."""

from dataclasses import replace

from answers.answer import Answer, number_of
from answers.panel import Measure
from answers.smallest_change import TOLD_IN_ITS_UNIT, why_not_judged
from answers.wording import Judgement, judged, signed_text, unit_text, value_text
from kpis.declare import Unit
from locales import DANISH, Language
from locales.language import NOT_KNOWN
from locales.rounding import of_three_digits, rounded

SIGNED = frozenset({"visits_yoy", "visits_yoy_easter", "visits_cagr", "visits_trend_growth", "relative_growth_gap",
                    "season_growth_contribution", "season_gap_vs_reference", "season_market_rme",
                    "real_revenue_growth"})  # fmt: skip
# What is computed from assumptions or from what people take to be possible: more than three digits would promise that
# it is known to the krone or the guest. The exact number stands in the downloads and on the command line.
ESTIMATED = frozenset({"local_economic_value", "capacity_headroom"})
# Amounts as they were paid; the growth without prices is a KPI of its own.
_NOMINAL: Unit = "dkk"


def written(answer: Answer, language: Language) -> str:
    """Return the value as written on the page, without its unit word; an estimate with three digits and "about"."""
    if answer.id in ESTIMATED and answer.number is not None:
        return language.text("about {n}", n=language.number(of_three_digits(answer.number)))
    say = signed_text if answer.id in SIGNED else value_text
    return say(answer.result, answer.passport.unit, language)


def with_unit(answer: Answer, measure: Measure, language: Language) -> str:
    """Return the value as written with its unit word."""
    return f"{written(answer, language)} {unit_text(answer.passport.unit, measure, language, answer.number)}".rstrip()


def difference_text(before: Answer, now: Answer, measure: Measure, language: Language) -> str:
    """Return how far two answers are apart in words with their unit, a dash where either has no number."""
    apart = difference(before, now)
    if apart is None:
        return NOT_KNOWN
    change, unit = language.change(*apart), now.passport.unit
    if unit in ("fraction", "percentage_points"):
        return points_text(change, language)
    return f"{change} {unit_text(unit, measure, language)}".rstrip()


def points_text(change: str, language: Language) -> str:
    """Return a written change of a percentage with its unit: "+1 percentage point"."""
    return language.plural("{change} percentage point", "{change} percentage points", how_many(change), change=change)


def how_many(written_number: str) -> int:
    """Return 1 for what is written as one, whatever its sign, else 2: "1.0" is plural, as people say it."""
    return 1 if written_number.strip("+−") == "1" else 2


def difference(before: Answer, now: Answer) -> tuple[float, int] | None:
    """Return how far the written values are apart in their unit, percentages in points, and with how many decimals.

    None where either has no number.
    """
    if before.number is None or now.number is None:
        return None
    return DANISH.difference(written(before, DANISH), written(now, DANISH))


def change_text(answer: Answer, language: Language) -> str:
    """Return the change from the year before in words, or nothing where there is none to tell."""
    change, said = said_change(answer), change_written(answer, language)
    if change is None:
        return ""
    if not change:
        return language.text("unchanged on the year before")
    if answer.passport.unit in ("fraction", "percentage_points"):
        moved = language.plural(
            "{change} percentage point on the year before",
            "{change} percentage points on the year before",
            how_many(said), change=said,
        )  # fmt: skip
    elif answer.passport.unit == _NOMINAL:
        moved = language.text("{change} on the year before in current prices", change=said)
    else:
        moved = language.text("{change} on the year before", change=said)
    match why_not_judged(answer.previous, answer):
        case "a trifle":
            return language.text("about unchanged: {moved}", moved=moved)
        case "within the uncertainty":
            return language.text("within the uncertainty: {moved}", moved=moved)
        case "March and April apart":
            return language.text("not judged, as March and April compare only together: {moved}", moved=moved)
    return moved


def change_written(answer: Answer, language: Language) -> str:
    """Return the change from the year before as it is written: with its sign, without words."""
    apart = _since_the_year_before(answer)
    if apart is not None and _is_told_in_its_unit(answer):
        return language.change(*apart)
    return language.percent(said_change(answer), signed=True)


def said_change(answer: Answer) -> float | None:
    """Return the change from the year before as it is said: in points, in the unit itself, or as a fraction.

    What is written alike in both years has not changed, nor has what grew by less than can be written.
    """
    apart, before, now = _since_the_year_before(answer), number_of(answer.previous), answer.number
    if apart is None or before is None or now is None:
        return None
    if _is_told_in_its_unit(answer) or not apart[0]:
        return apart[0]
    growth = now / before - 1
    return growth if rounded(growth, 3) else 0.0


def judgement(answer: Answer) -> Judgement:
    """Return whether the change from the year before is for the better, as `judgement_between` has it."""
    before = Answer(answer.id, answer.previous, answer.period) if answer.previous else None
    return "neutral" if before is None else judgement_between(before, answer)


def judgement_between(before: Answer, now: Answer) -> Judgement:
    """Return whether one answer is better than another, from the declared direction; never from the number alone.

    A change too small to be written, or to be told from rounding or chance, is neither; nor is one of an amount in
    current prices, of which nobody can say how much is prices.
    """
    apart = difference(before, now)
    is_told = now.passport.unit != _NOMINAL and apart is not None and not why_not_judged(before.result, now)
    return judged(apart[0] if apart and is_told else None, now.passport)


def _since_the_year_before(answer: Answer) -> tuple[float, int] | None:
    return None if answer.previous is None else difference(replace(answer, result=answer.previous), answer)


def _is_told_in_its_unit(answer: Answer) -> bool:
    return answer.passport.unit in TOLD_IN_ITS_UNIT or number_of(answer.previous) == 0
