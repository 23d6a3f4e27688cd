"""What a figure is set beside in its tile, in words and as numbers: the year before, the area around, its interval."""

from dataclasses import replace
from typing import NamedTuple

from answers.answer import Answer
from answers.sentences.area import area_text, compared_with_area
from answers.written import change_text, change_written, judgement, said_change, written
from charts.tiles import Direction
from kpis.result import Value
from locales import Language


class Number(NamedTuple):
    """A number that is said: what it is of the figure, as written, and itself."""

    name: str
    written: str
    value: float


class Beside(NamedTuple):
    """One comparison in words, whether it is good, and the numbers it says."""

    words: str
    direction: Direction
    numbers: tuple[Number, ...]


def beside(answer: Answer, language: Language) -> list[Beside]:
    """Return what stands beside the figure, in the order it is told."""
    parts = (_even_months, _pairs, _area, _change, _raw, _interval)
    return [one for part in parts if (one := part(answer, language)) is not None]


def _even_months(answer: Answer, language: Language) -> Beside | None:
    if not isinstance(answer.result, Value) or "effective_months" not in answer.result.detail:
        return None
    months = float(str(answer.result.detail["effective_months"]))
    told = language.number(months, 1)
    words = language.text("spread like {months} even months", months=told)
    return Beside(words, "neutral", (Number("effective_months", told, months),))


def _pairs(answer: Answer, language: Language) -> Beside | None:
    """Say of how many pairs a share of confirmed ties is, for whoever was not asked is in none of them."""
    if not isinstance(answer.result, Value) or "claimed_pairs" not in answer.result.detail:
        return None
    mutual, claimed, not_asked = (
        Number(name, language.number(count), count)
        for name in ("mutual_pairs", "claimed_pairs", "not_asked")
        for count in [int(str(answer.result.detail[name]))]
    )
    told = language.plural(
        "{mutual} of {n} pair where both were asked",
        "{mutual} of {n} pairs where both were asked",
        int(claimed.value),
        mutual=mutual.written,
    )
    if not not_asked.value:
        return Beside(told, "neutral", (mutual, claimed))
    rest = language.plural(
        "{n} pair is left out, as one of them has not been asked",
        "{n} pairs are left out, as one of them has not been asked",
        int(not_asked.value),
    )
    return Beside(f"{told}; {rest}", "neutral", (mutual, claimed, not_asked))


def _area(answer: Answer, language: Language) -> Beside | None:
    compared = compared_with_area(answer)
    if compared is None:
        return None
    numbers = (
        Number(name, language.percent(growth, signed=True), growth)
        for name, growth in (("here", compared.here), ("area", compared.area))
    )
    return Beside(area_text(answer, language), "neutral", tuple(numbers))


def _change(answer: Answer, language: Language) -> Beside | None:
    change = said_change(answer)
    if change is None:
        return None
    words = change_text(answer, language)
    # What has not changed is said in words alone.
    said = change_written(answer, language) if change else words
    return Beside(words, judgement(answer), (Number("change", said, change),))


def _raw(answer: Answer, language: Language) -> Beside | None:
    if not isinstance(answer.result, Value) or "raw" not in answer.result.detail:
        return None
    raw = float(str(answer.result.detail["raw"]))
    told = language.percent(raw, signed=True)
    words = language.text("{change} as reported, unadjusted", change=told)
    return Beside(words, "neutral", (Number("raw", told, raw),))


def _interval(answer: Answer, language: Language) -> Beside | None:
    if not isinstance(answer.result, Value) or not answer.result.interval:
        return None
    low, high = (
        Number(name, written(replace(answer, result=Value(end)), language), end)
        for name, end in zip(("low", "high"), answer.result.interval, strict=True)
    )
    words = language.text("between {low} and {high}, with 95 per cent certainty", low=low.written, high=high.written)
    return Beside(words, "neutral", (low, high))
