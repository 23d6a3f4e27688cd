"""How a result is written: its value with its unit, its reason when it has none."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Literal

from answers.answer import number_of
from answers.compare import Coverage
from answers.panel import MONTHS_OF_A_YEAR, Measure
from kpis.declare import Passport, Unit
from kpis.labels import LABELS
from kpis.reasons import MONTH_FIELDS, SHARE_FIELDS, explain
from kpis.result import Result, Undefined, Value
from locales import Language, mark
from locales.language import NOT_KNOWN
from locales.rounding import whole
from warehouse.schema import Choice, datasets

Judgement = Literal["good", "bad", "neutral"]

_UNIT_WORDS: dict[Unit, str] = {
    "visits": mark("visits"),
    "fraction": "",
    "percentage_points": mark("percentage points"),
    "index": mark("index"),
    "score": mark("of 100"),
    "index_10000": mark("index"),
    "ratio": mark("times"),
    "months": mark("months"),
    "days": mark("days"),
    "nights": mark("nights"),
    "count": "",
    "label": "",
    "dkk": mark("DKK"),
    "nights_per_resident": mark("nights per resident"),
    "nights_per_km2": mark("nights per km²"),
    "per_100_residents": mark("per 100 residents"),
    "visits_per_1000_nights": mark("visits per 1,000 nights"),
    "hours_per_1000": mark("hours per 1,000 visits"),
    "kwh_per_visit": mark("kWh per visit"),
    "kg_per_visit": mark("kg CO₂e per visit"),
    "visits_per_hour": mark("visits per hour"),
    "per_1000_visits": mark("per 1,000 visits"),
    "professions": mark("professions"),
    "score_10": mark("of 10"),
    "score_5": mark("of 5"),
    "points": mark("points"),
    "elasticity": mark("per cent of the concentration for each per cent more visits from there"),
}
_DECIMALS: dict[Unit, int] = {
    "visits": 0, "nights": 1, "days": 0, "count": 0, "dkk": 0, "index_10000": 0,
    "months": 1, "percentage_points": 1, "ratio": 1, "nights_per_resident": 1, "nights_per_km2": 0,
    "per_100_residents": 0, "visits_per_1000_nights": 2, "hours_per_1000": 1, "kwh_per_visit": 1, "kg_per_visit": 1,
    "visits_per_hour": 1, "per_1000_visits": 1, "professions": 1, "score_10": 1, "score_5": 2, "points": 0, "index": 2,
    "score": 0, "elasticity": 2,
}  # fmt: skip
_OF_NIGHTS: dict[Unit, str] = {
    "visits": mark("nights"),
    "visits_per_1000_nights": mark("nights per 1,000 nights"),
    "elasticity": mark("per cent of the concentration for each per cent more nights from there"),
}
_OF_ONE = {
    "visits": mark("visit"),
    "nights": mark("night"),
    "months": mark("month"),
    "days": mark("day"),
    "points": mark("point"),
}
# What a reason names by its code, such as a mode of travel, has its name where it is declared.
_CHOICES: Mapping[str, Callable[[], Sequence[Choice]]] = {
    "markets": lambda: datasets()["visits"].column("market").choices,
    "mode": lambda: datasets()["travel"].column("mode").choices,
    "visitor_type": lambda: datasets()["spend"].column("visitor_type").choices,
}


def value_text(result: Result, unit: Unit, language: Language) -> str:
    """Return the value as written, without its unit word; a dash where it is undefined."""
    if isinstance(result, Undefined):
        return NOT_KNOWN
    if isinstance(result.value, str):
        return language.kpi_text(LABELS[told_label(result)])
    if unit == "fraction":
        return language.share(result.number)
    decimals = 0 if unit == "months" and float(result.number).is_integer() else _DECIMALS[unit]
    return language.number(result.number, decimals)


def told_label(result: Value) -> str:
    """Return the code of the label that is told: of some KPIs a more careful one than the rule gives."""
    return str(result.detail.get("told", result.value))


def signed_text(result: Result, unit: Unit, language: Language) -> str:
    """Return a growth with its sign."""
    number = number_of(result)
    if number is None:
        return value_text(result, unit, language)
    if unit == "fraction":
        return language.percent(number, signed=True)
    return language.change(number, _DECIMALS[unit])


def decimals_of(unit: Unit) -> int:
    """Return with how many decimals a number of the unit is written; whole months and shares may have fewer."""
    return _DECIMALS.get(unit, 0)


def unit_text(unit: Unit, measure: Measure, language: Language, number: float | None = None) -> str:
    """Return the word of the unit, in the singular for a `number` of 1; nights where these are what is counted."""
    word = _OF_NIGHTS.get(unit, _UNIT_WORDS[unit]) if measure == "nights" else _UNIT_WORDS[unit]
    if number == 1 and (unit == "months" or not _DECIMALS.get(unit)):
        word = _OF_ONE.get(word, word)
    return language.text(word) if word else ""


def measured_in(passport: Passport, measure: Measure, language: Language, number: float | None = None) -> str:
    """Return what stands after the number: the word of its unit, what it is a share of or what is counted; else ""."""
    if passport.counted:
        one, many = passport.counted
        return language.kpi_text(one if number == 1 else many)
    return language.kpi_text(passport.share_of) or unit_text(passport.unit, measure, language, number)


def reason_text(undefined: Undefined, language: Language) -> str:
    """Return why there is no value, as a sentence; with the side it is about where there are two."""
    reason = explain(
        undefined, translate=language.kpi_text, write=lambda name, content: _written(name, content, language)
    )
    side = undefined.detail.get("side")
    return f"{reason.rstrip('.')} ({language.kpi_text(LABELS[side])})." if isinstance(side, str) else reason


def _written(name: str, content: object, language: Language) -> object:
    if name in _CHOICES:
        names = {one.code: one.names[language.code] for one in _CHOICES[name]()}
        codes = [content] if isinstance(content, str) else list(content) if isinstance(content, Sequence) else []
        return language.listed(names.get(str(code), str(code)) for code in codes)
    if name in MONTH_FIELDS and isinstance(content, Sequence):
        if len(content) == MONTHS_OF_A_YEAR:
            return language.text("the whole year")
        return language.listed(language.month(int(number)) for number in content)
    if name in SHARE_FIELDS and isinstance(content, float | int):
        return language.share(content)
    if isinstance(content, date):
        return language.date(content)
    if isinstance(content, float | int):
        return language.number(content, 0 if float(content).is_integer() else 1)
    if isinstance(content, Sequence) and not isinstance(content, str):
        return language.listed(_item(item, language) for item in content)
    return content


def _item(item: object, language: Language) -> str:
    # A whole number in a list is a year or a score, which takes no thousands separator.
    return language.number(item, 1) if isinstance(item, float) else str(item)


def judged(change: float | None, passport: Passport) -> Judgement:
    """Return whether a change of a KPI is for the better."""
    if not change or passport.direction not in ("higher", "lower"):
        return "neutral"
    return "good" if (change > 0) == (passport.direction == "higher") else "bad"


def coverage_text(coverage: Coverage | None, measure: Measure, language: Language) -> str:
    """Return how many of how many the figure rests on: "4 of 5 actors, 9 of 12 months"."""
    if coverage is None or not coverage.of_reporters:
        return ""
    k, n = language.number(coverage.reporters), coverage.of_reporters
    if measure == "visits" or not coverage.of_months:
        reporters = language.plural("{k} of {n} actor", "{k} of {n} actors", n, k=k)
    else:
        reporters = language.plural("{k} of {n} area", "{k} of {n} areas", n, k=k)
    if not coverage.of_months:
        return reporters
    return f"{reporters}, " + language.text("{k} of {n} months", k=coverage.months, n=coverage.of_months)


def answers_text(result: Result, language: Language) -> str:
    """Return how many answers a survey's figure rests on, and that it is uncertain where they are few; else ""."""
    if isinstance(result, Undefined) or "uncertain" not in result.detail:
        return ""
    if result.detail["uncertain"]:
        return language.plural("uncertain: only {n} answer", "uncertain: only {n} answers", result.n or 0)
    return language.plural("{n} answer", "{n} answers", result.n or 0)


def basis_text(coverage: Coverage, measure: Measure, language: Language) -> str:
    """Return in brackets what a comparison rests on: " (all 4 actors)", how many of how many, "" for a single one."""
    if not coverage.is_whole:
        return f" ({coverage_text(coverage, measure, language)})"
    if coverage.reporters == 1:
        return ""
    n = language.number(coverage.reporters)
    told = language.text("all {n} actors", n=n) if measure == "visits" else language.text("all {n} areas", n=n)
    return f" ({told})"


def counted_text(count: float | None, measure: Measure, language: Language) -> str:
    """Return a count with its noun: "41.203 visits", "1 night"."""
    if count is None:
        return NOT_KNOWN
    shown = whole(count)
    if measure == "visits":
        return language.plural("{n} visit", "{n} visits", shown)
    return language.plural("{n} night", "{n} nights", shown)


def on_some(sentence: str, coverage: Coverage, measure: Measure, language: Language) -> str:
    """Return the sentence, saying before its full stop who it rests on where somebody is left out."""
    return sentence if coverage.is_whole else f"{sentence[:-1]}{basis_text(coverage, measure, language)}."
