"""Parts of sentences that more than one page says."""

from collections.abc import Iterable

from kpis.growth.trend import FLAGGED_YEARS
from locales import Language


def years_of_covid(years: Iterable[int], language: Language) -> str:
    """Say which of the years were years of COVID; nothing where none was."""
    flagged = [str(year) for year in years if year in FLAGGED_YEARS]
    if not flagged:
        return ""
    return " " + language.plural(
        "{years} was a COVID year.", "{years} were COVID years.", len(flagged), years=language.listed(flagged)
    )


def more_or_fewer(change: float, previous: int, basis: str, language: Language) -> str:
    """Say how a year compares with the one before, like for like."""
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


def continued(reason: str) -> str:
    """Return a sentence as the second half of another."""
    return reason[:1].lower() + reason[1:]
