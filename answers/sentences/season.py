"""When do guests come, and is it spreading?"""

from answers.compare import a_year_earlier, over_months
from answers.season import Season
from answers.season_shift import easter_sentence, measures_sentence, shift_sentence
from answers.sentences.words import continued
from answers.wording import counted_text, coverage_text, reason_text
from kpis.result import Undefined, Value
from locales import Language


def season_sentence(season: Season, language: Language) -> str:
    """When do guests come, and is it spreading?"""
    peak = season.answers["peak_month_share"].result
    if isinstance(peak, Undefined):
        return language.text(
            "The season of {place} in {year} cannot be measured: {reason}",
            place=season.place.name, year=season.year, reason=continued(reason_text(peak, language)),
        )  # fmt: skip
    told = (
        _peak(season, peak, language),
        shift_sentence(season, language),
        measures_sentence(season, language),
        easter_sentence(season, language),
    )
    return " ".join(filter(None, told))


def _peak(season: Season, peak: Value, language: Language) -> str:
    months = season.counts.counts
    month = max(range(12), key=lambda place: months[place] or 0) + 1
    evenness = season.answers["season_evenness"].result
    effective = evenness.detail.get("effective_months") if isinstance(evenness, Value) else None
    share, place, year = language.percent(peak.number, 0), season.place.name, season.year
    measure = season.panel.measure
    opening = _capital(language.month(month))
    if measure == "visits":
        carried = language.text(
            "{month} carries {share} of the visits to {place} in {year}",
            month=opening,
            share=share,
            place=place,
            year=year,
        )
    else:
        carried = language.text(
            "{month} carries {share} of the nights in {place} in {year}",
            month=opening,
            share=share,
            place=place,
            year=year,
        )
    if not season.counts.coverage.is_whole:
        carried += f" ({coverage_text(season.counts.coverage, measure, language)})"
    if effective is None:
        return f"{carried}."
    months_text = language.number(float(str(effective)), 1)
    return carried + language.text("; the year is spread like {months} even months.", months=months_text)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def peak_sentence(season: Season, language: Language) -> str:
    """Which month peaked, and how much against the year before? Nothing while a month of the year is not known."""
    month = season.peak_month
    if month is None:
        return ""
    name, measure, months = _capital(language.month(month)), season.panel.measure, season.peak_months
    counted = counted_text(season.counts.counts[month - 1] or 0, measure, language)
    now = over_months(season.counts.counts, months)
    before = over_months(a_year_earlier(season.panel, season.counts), months)
    if not before or now is None:
        return language.text(
            "{month} was the busiest month of {year}, with {counted}; {previous} has nothing to compare it with.",
            month=name, year=season.year, counted=counted, previous=season.year - 1,
        )  # fmt: skip
    change = language.percent(now / before - 1, signed=True)
    known = counted_text(before, measure, language)
    if len(months) > 1:
        return language.text(
            "{month} was the busiest month of {year}, with {counted}. Easter moves between March and April, so the two "
            "are compared together: {together}, {change} on {previous} ({before}).",
            month=name, year=season.year, counted=counted, together=counted_text(now, measure, language),
            change=change, previous=season.year - 1, before=known,
        )  # fmt: skip
    return language.text(
        "{month} was the busiest month of {year}, with {counted}: {change} on the same month of {previous} ({before}).",
        month=name, year=season.year, counted=counted, change=change, previous=season.year - 1, before=known,
    )  # fmt: skip
