"""What is tourism worth here?"""

from collections.abc import Iterable

from answers.rounded_parts import rounding_note
from answers.sentences.growth import count_sentence
from answers.tourism_value import TourismValue
from kpis.result import Undefined
from locales import Language
from locales.rounding import rounded

CERTAIN_FROM = 30
_MILLION, _THOUSAND = 1_000_000, 1_000


def tourism_value_sentence(told: TourismValue, language: Language) -> str:
    """What is tourism worth here?"""
    parts = [count_sentence(told.growth, language), _spend(told, language), _support(told, language)]
    return " ".join(part for part in parts if part)


def _spend(told: TourismValue, language: Language) -> str:
    spend = told.spend.result
    if isinstance(spend, Undefined):
        return ""
    return language.text(
        "The guests left an estimated {amount} in the area that would else not have been spent here.",
        amount=money_text(spend.number, language),
    )


def _support(told: TourismValue, language: Language) -> str:
    support = told.support.result
    if isinstance(support, Undefined):
        return ""
    share, period = language.percent(support.number, 0), language.period(told.support.period)
    if (support.n or 0) < CERTAIN_FROM:
        return language.text(
            "{share} of the residents asked in {period} see more good than bad (uncertain: only {n} answers).",
            share=share, period=period, n=language.number(support.n),
        )  # fmt: skip
    return language.text(
        "{share} of the residents asked in {period} see more good than bad ({n} answers).",
        share=share, period=period, n=language.number(support.n),
    )  # fmt: skip


def money_text(amount: float, language: Language) -> str:
    """Return an estimated amount in kroner, to a tenth of a million or to a thousand: no finer than it is known."""
    shown = _as_shown(amount)
    if shown >= _MILLION:
        return language.text("DKK {n} million", n=language.number(shown / _MILLION, 1))
    return language.text("DKK {n}", n=language.number(shown))


def parts_note(parts: Iterable[float], whole: float, language: Language) -> str:
    """Return the note where the amounts as they are shown do not add up to the whole as it is shown, else ""."""
    return rounding_note((_in_full(part, language) for part in parts), _in_full(whole, language), language)


def _in_full(amount: float, language: Language) -> str:
    return language.number(_as_shown(amount))


def _as_shown(amount: float) -> float:
    if amount >= _MILLION:
        return float(rounded(amount / _MILLION, 1)) * _MILLION
    return float(rounded(amount, -3)) if amount >= _THOUSAND else amount
