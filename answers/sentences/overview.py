"""How do our places fare?"""

from answers.answer import number_of
from answers.overview import Overview, PlaceRow
from answers.panel import Measure
from answers.sentences.words import more_or_fewer, years_of_covid
from answers.wording import basis_text, counted_text
from kpis.result import Undefined
from locales import Language


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
            more_or_fewer(overview.growth.number, overview.year - 1, basis, language)
            + years_of_covid((overview.year - 1, overview.year), language),
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


def place_sentence(row: PlaceRow | None, overview: Overview, name: str, language: Language) -> str:
    """How the chosen place fares beside all of them, and that the page is about all of them."""
    opening = language.text("The page is about all places, not only {place}.", place=name)
    if row is None or row.total is None:
        nothing = language.text("{place} has no figures for {year}.", place=name, year=overview.year)
        return f"{opening} {nothing}"
    told = [opening, _counted_here(row, overview, name, language)]
    if not isinstance(row.growth, Undefined):
        basis = basis_text(row.coverage, row.measure, language)
        told.append(more_or_fewer(row.growth.number, overview.year - 1, basis, language))
    return " ".join(told)


def _counted_here(row: PlaceRow, overview: Overview, name: str, language: Language) -> str:
    said = {"place": name, "counted": counted_text(row.total, row.measure, language), "year": overview.year}
    if not row.complete:
        return language.text("{place} had at least {counted} in {year}.", **said)
    if row.measure != overview.measure or not overview.total:
        return language.text("{place} had {counted} in {year}.", **said)
    share = language.percent((row.total or 0) / overview.total, 0)
    return language.text("{place} had {counted} in {year}, {share} of them all.", share=share, **said)


def counted_noun(measure: Measure, language: Language) -> str:
    """Return what is counted, as the head of a column."""
    return language.text("Visits") if measure == "visits" else language.text("Nights")
