"""How much can this place grow, and from what?"""

from answers.growth import Growth
from answers.sentences.words import continued, more_or_fewer, years_of_covid
from answers.wording import basis_text, counted_text, coverage_text, on_some, reason_text
from kpis.result import Undefined
from locales import Language
from locales.rounding import of_three_digits


def growth_sentence(growth: Growth, language: Language) -> str:
    """How much has this place grown, and is there room for more?"""
    if growth.panel.is_empty:
        return language.text("{place} has no figures of its guests by the month.", place=growth.place.name)
    told = [
        count_sentence(growth, language),
        _against_last_year(growth, language),
        _trend(growth, language),
        _room(growth, language),
    ]
    return " ".join(sentence for sentence in told if sentence)


def count_sentence(growth: Growth, language: Language) -> str:
    """How many guests came, and how much of the year is reported."""
    total, complete = growth.totals_by_year.get(growth.year, (None, False))
    place, year = growth.place.name, growth.year
    if total is None:
        return language.text("{place} has no figures for {year}.", place=place, year=year)
    counted = counted_text(total, growth.panel.measure, language)
    if complete:
        return language.text("{place} had {counted} in {year}.", place=place, counted=counted, year=year)
    months = [number for number, count in enumerate(growth.panel.year(year).sums_of_known(), 1) if count is not None]
    if len(months) == 12:
        return language.text(
            "{place} had at least {counted} in {year}; not everybody has reported.",
            place=place,
            counted=counted,
            year=year,
        )
    return language.text(
        "{place} had {counted} in {year}, with {n} of 12 months reported.",
        place=place, counted=counted, year=year, n=len(months),
    )  # fmt: skip


def _against_last_year(growth: Growth, language: Language) -> str:
    answer = growth.answers["visits_yoy"]
    previous = growth.year - 1
    if isinstance(answer.result, Undefined):
        reason = reason_text(answer.result, language)
        return language.text(
            "It cannot be compared with {previous}: {reason}", previous=previous, reason=continued(reason)
        )
    basis = basis_text(growth.compared.coverage, growth.panel.measure, language)
    return more_or_fewer(answer.result.number, previous, basis, language) + years_of_covid(
        (previous, growth.year), language
    )


def _trend(growth: Growth, language: Language) -> str:
    result = growth.answers["visits_trend_growth"].result
    if isinstance(result, Undefined) or result.interval is None:
        return ""
    low, high = result.interval
    period = growth.answers["visits_trend_growth"].period
    if low <= 0 <= high:
        said = language.text("The years {period} do not show a sure trend.", period=period)
    else:
        rate = language.percent(result.number, signed=True)
        said = language.text("The trend over {period} is {rate} a year.", period=period, rate=rate)
    rests_on = on_some(said, growth.steady.coverage, growth.panel.measure, language)
    return rests_on + years_of_covid(growth.steady.totals, language)


def _room(growth: Growth, language: Language) -> str:
    result = growth.answers["capacity_headroom"].result
    if isinstance(result, Undefined):
        return ""
    room = language.number(of_three_digits(result.number))
    off_peak = language.number(of_three_digits(float(str(result.detail["off_peak"]))))
    if growth.room.coverage.reporters == growth.room.coverage.of_reporters:
        return language.text(
            "There is room for about {room} more visits a year, {off_peak} of them outside the summer.",
            room=room, off_peak=off_peak,
        )  # fmt: skip
    return language.text(
        "There is room for about {room} more visits a year, {off_peak} of them outside the summer ({basis}).",
        room=room, off_peak=off_peak, basis=coverage_text(growth.room.coverage, growth.panel.measure, language),
    )  # fmt: skip
