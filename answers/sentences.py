"""The sentence that answers a page's question, with the number in it."""

from collections.abc import Iterable

from answers.answer import number_of
from answers.growth import Growth
from answers.overview import Overview
from answers.panel import Measure
from answers.regenerative import Regenerative
from answers.season import Season
from answers.season_shift import shift_sentence
from answers.wording import basis_text, counted_text, coverage_text, on_some, reason_text
from kpis.growth.trend import FLAGGED_YEARS
from kpis.result import Result, Undefined, Value
from locales import Language

CERTAIN_FROM = 30


def growth_sentence(growth: Growth, language: Language) -> str:
    """How much has this place grown, and is there room for more?"""
    told = [
        _count(growth, language),
        _against_last_year(growth, language),
        _trend(growth, language),
        _room(growth, language),
    ]
    return " ".join(sentence for sentence in told if sentence)


def _count(growth: Growth, language: Language) -> str:
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
            "It cannot be compared with {previous}: {reason}", previous=previous, reason=_continued(reason)
        )
    basis = basis_text(growth.compared.coverage, growth.panel.measure, language)
    return _more_or_fewer(answer.result.number, previous, basis, language) + _covid((previous, growth.year), language)


def _covid(years: Iterable[int], language: Language) -> str:
    flagged = [str(year) for year in years if year in FLAGGED_YEARS]
    if not flagged:
        return ""
    return " " + language.plural(
        "{years} was a COVID year.", "{years} were COVID years.", len(flagged), years=language.listed(flagged)
    )


def _more_or_fewer(change: float, previous: int, basis: str, language: Language) -> str:
    size = language.percent(abs(change))
    if size == language.percent(0):
        return language.text("That is as many as in {previous}, like for like{basis}.", previous=previous, basis=basis)
    if change > 0:
        return language.text(
            "That is {size} more than in {previous}, like for like{basis}.",
            size=size,
            previous=previous,
            basis=basis,
        )
    return language.text(
        "That is {size} fewer than in {previous}, like for like{basis}.", size=size, previous=previous, basis=basis
    )


def _continued(reason: str) -> str:
    return reason[:1].lower() + reason[1:]


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
    return rests_on + _covid(growth.steady.totals, language)


def _room(growth: Growth, language: Language) -> str:
    result = growth.answers["capacity_headroom"].result
    if isinstance(result, Undefined):
        return ""
    room = language.number(_rounded(result.number))
    off_peak = language.number(_rounded(float(str(result.detail["off_peak"]))))
    if growth.room.coverage.reporters == growth.room.coverage.of_reporters:
        return language.text(
            "There is room for {room} more visits a year, {off_peak} of them outside the summer.",
            room=room, off_peak=off_peak,
        )  # fmt: skip
    return language.text(
        "There is room for {room} more visits a year, {off_peak} of them outside the summer ({basis}).",
        room=room, off_peak=off_peak, basis=coverage_text(growth.room.coverage, growth.panel.measure, language),
    )  # fmt: skip


def _rounded(number: float) -> float:
    """To the nearest hundred: room is a calculation, and more digits would promise too much."""
    return round(number, -2) if number >= 1000 else round(number, -1)


def season_sentence(season: Season, language: Language) -> str:
    """When do guests come, and is it spreading?"""
    peak = season.answers["peak_month_share"].result
    if isinstance(peak, Undefined):
        return language.text(
            "The season of {place} in {year} cannot be measured: {reason}",
            place=season.place.name, year=season.year, reason=_continued(reason_text(peak, language)),
        )  # fmt: skip
    return f"{_peak(season, peak, language)} {shift_sentence(season, language)}".strip()


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


def regenerative_sentence(regenerative: Regenerative, language: Language) -> str:
    """What gets better because guests come?"""
    told = [_actions(regenerative, language), _support(regenerative, language), _energy(regenerative, language)]
    return " ".join(sentence for sentence in told if sentence)


def _actions(regenerative: Regenerative, language: Language) -> str:
    registered = len(regenerative.actions)
    if not registered:
        return language.text("{place} has registered no regenerative actions yet.", place=regenerative.place.name)
    documented = int((regenerative.actions["status"] == "documented").sum())
    return language.plural(
        "{place} has registered {n} regenerative action; {documented} with a documented effect.",
        "{place} has registered {n} regenerative actions; {documented} with a documented effect.",
        registered, place=regenerative.place.name, documented=language.number(documented),
    )  # fmt: skip


def _support(regenerative: Regenerative, language: Language) -> str:
    answer = regenerative.answers["resident_support_share"]
    result: Result = answer.result
    if isinstance(result, Undefined):
        return ""
    share, n, period = language.percent(result.number, 0), language.number(result.n), language.period(answer.period)
    if (result.n or 0) < CERTAIN_FROM:
        return language.text(
            "{share} of the residents asked in {period} see more good than bad (uncertain: only {n} answers).",
            share=share, period=period, n=n,
        )  # fmt: skip
    return language.text(
        "{share} of the residents asked in {period} see more good than bad ({n} answers).",
        share=share, period=period, n=n,
    )  # fmt: skip


def _energy(regenerative: Regenerative, language: Language) -> str:
    answer = regenerative.answers["resource_per_visit"]
    if answer.number is None:
        return ""
    energy, year = language.number(answer.number, 1), regenerative.year
    if answer.coverage is None or answer.coverage.is_whole:
        return language.text("A visit used {energy} kWh in {year}.", energy=energy, year=year)
    return language.text(
        "A visit used {energy} kWh in {year} ({basis}).",
        energy=energy, year=year, basis=coverage_text(answer.coverage, "visits", language),
    )  # fmt: skip


def overview_sentence(overview: Overview, language: Language) -> str:
    """How do our places fare?"""
    if overview.total is None:
        return language.text("None of the places has figures for {year}.", year=overview.year)
    rows = [row for row in overview.rows if row.measure == overview.measure]
    opening = _counted_in_all(overview, sum(row.total is not None for row in rows), language)
    if isinstance(overview.growth, Undefined):
        return opening
    basis = basis_text(overview.coverage, overview.measure, language)
    grown = sum((number_of(row.growth) or 0) > 0 for row in rows)
    fallen = sum((number_of(row.growth) or 0) < 0 for row in rows)
    return " ".join(
        (
            opening,
            _more_or_fewer(overview.growth.number, overview.year - 1, basis, language)
            + _covid((overview.year - 1, overview.year), language),
            language.text(
                "Of the places {grown} grew and {fallen} fell.",
                grown=language.number(grown),
                fallen=language.number(fallen),
            ),
        )
    )


def _counted_in_all(overview: Overview, places: int, language: Language) -> str:
    counted, year = counted_text(overview.total, overview.measure, language), overview.year
    if overview.complete:
        return language.plural(
            "{n} place had {counted} in {year}.", "{n} places had {counted} in {year}.", places,
            counted=counted, year=year,
        )  # fmt: skip
    if overview.months == 12:
        return language.plural(
            "{n} place had at least {counted} in {year}; not everybody has reported.",
            "{n} places had at least {counted} in {year}; not everybody has reported.", places,
            counted=counted, year=year,
        )  # fmt: skip
    return language.plural(
        "{n} place had {counted} in {year}, with {months} of 12 months reported.",
        "{n} places had {counted} in {year}, with {months} of 12 months reported.", places,
        counted=counted, year=year, months=overview.months,
    )  # fmt: skip


def counted_noun(measure: Measure, language: Language) -> str:
    """Return what is counted, as the head of a column."""
    return language.text("Visits") if measure == "visits" else language.text("Nights")
