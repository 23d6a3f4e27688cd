"""Do guests like it, and do they buy?"""

from answers.asked_about import asked_about
from answers.guests import Guests
from answers.sentences.words import continued
from answers.wording import reason_text
from kpis.result import Undefined
from locales import Language

NOBODY_ASKED = frozenset({"no_responses", "answer_count_missing"})
NOTHING_SOLD = frozenset({"sold_missing", "offered_missing"})


def guests_sentence(guests: Guests, language: Language) -> str:
    """Do guests like it, and do they buy?"""
    told = [_liked(guests, language), _improve(guests, language), _bought(guests, language)]
    return " ".join(sentence for sentence in told if sentence)


def _liked(guests: Guests, language: Language) -> str:
    result, place, year = guests.answers["satisfaction_mean"].result, guests.place.name, guests.year
    if isinstance(result, Undefined):
        if result.reason in NOBODY_ASKED:
            return language.text("Nobody has told what the guests of {place} think in {year}.", place=place, year=year)
        reason = continued(reason_text(result, language))
        return language.text(
            "What the guests of {place} think in {year} cannot be shown: {reason}",
            place=place,
            year=year,
            reason=reason,
        )
    score, n = language.number(result.number, 1), language.number(result.n)
    if result.detail["uncertain"]:
        return language.text(
            "The guests gave {place} {score} of 10 in {year} (uncertain: only {n} answers).",
            place=place, score=score, year=year, n=n,
        )  # fmt: skip
    if result.interval is None:
        return language.text(
            "The guests gave {place} {score} of 10 in {year} ({n} answers).", place=place, score=score, year=year, n=n
        )
    low, high = (language.number(end, 1) for end in result.interval)
    return language.text(
        "The guests gave {place} {score} of 10 in {year} ({n} answers, between {low} and {high}).",
        place=place, score=score, year=year, n=n, low=low, high=high,
    )  # fmt: skip


def _improve(guests: Guests, language: Language) -> str:
    """Name what matters and could be done better, where the answers are many enough to be sure."""
    names = [
        asked_about(thing.name, language)
        for thing in guests.things
        if thing.quadrant == "improve" and not thing.uncertain
    ]
    if not names:
        return ""
    return language.text("What matters most and could be done better: {things}.", things=language.listed(names))


def _bought(guests: Guests, language: Language) -> str:
    result = guests.answers["offer_fill_rate"].result
    if isinstance(result, Undefined):
        if result.reason not in NOTHING_SOLD:
            return ""
        return language.text("Whether they buy is not known: no seats on sale are reported.")
    share = language.percent(result.number, 0)
    conversion = result.detail["conversion"]
    if not isinstance(conversion, float):
        return language.text("{share} of the seats on sale were sold.", share=share)
    return language.text(
        "{share} of the seats on sale were sold, and {conversion} of the enquiries became a booking.",
        share=share, conversion=language.percent(conversion, 0),
    )  # fmt: skip
