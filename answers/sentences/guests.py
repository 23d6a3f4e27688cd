"""Do guests like it, and do they buy?"""

from collections.abc import Iterator
from dataclasses import replace

from answers.asked_about import asked_about
from answers.guests import Guests
from answers.sentences.words import continued
from answers.wording import answers_text, coverage_text, reason_text
from kpis.result import Undefined, Value
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
    score = language.number(result.number, 1)
    basis = ", ".join(filter(None, (_some(guests, "satisfaction_mean", language), *_certainty(result, language))))
    return language.text(
        "The guests gave {place} {score} of 10 in {year} ({basis}).", place=place, score=score, year=year, basis=basis
    )


def _certainty(result: Value, language: Language) -> Iterator[str]:
    """How many have answered, and where they are enough, between what the score lies."""
    yield answers_text(result, language)
    if result.interval is not None and not result.detail["uncertain"]:
        low, high = (language.number(end, 1) for end in result.interval)
        yield language.text("between {low} and {high}", low=low, high=high)


def _some(guests: Guests, kpi: str, language: Language) -> str:
    """Return how many of how many actors a figure rests on, "" where it is all of them."""
    coverage = guests.answers[kpi].coverage
    if coverage is None or coverage.reporters == coverage.of_reporters:
        return ""
    return coverage_text(replace(coverage, months=0, of_months=0), "visits", language)


def _on_some(sentence: str, guests: Guests, kpi: str, language: Language) -> str:
    """Return the sentence, saying before its full stop how many actors it rests on where it is not all."""
    some = _some(guests, kpi, language)
    return f"{sentence[:-1]} ({some})." if some else sentence


def _improve(guests: Guests, language: Language) -> str:
    """Name what matters and could be done better, where the answers are many enough to be sure."""
    names = [
        asked_about(thing.name, language)
        for thing in guests.things
        if thing.quadrant == "improve" and not thing.uncertain
    ]
    if not names:
        return ""
    said = language.text("What matters most and could be done better: {things}.", things=language.listed(names))
    return _on_some(said, guests, "importance_performance", language)


def _bought(guests: Guests, language: Language) -> str:
    result = guests.answers["offer_fill_rate"].result
    if isinstance(result, Undefined):
        if result.reason not in NOTHING_SOLD:
            return ""
        return language.text("Whether they buy is not known: no seats on sale are reported.")
    share = language.percent(result.number, 0)
    conversion = result.detail["conversion"]
    if not isinstance(conversion, float):
        said = language.text("{share} of the seats on sale were sold.", share=share)
    else:
        said = language.text(
            "{share} of the seats on sale were sold, and {conversion} of the enquiries became a booking.",
            share=share, conversion=language.percent(conversion, 0),
        )  # fmt: skip
    return _on_some(said, guests, "offer_fill_rate", language)
