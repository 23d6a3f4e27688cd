"""How the season moved since the year before, in a sentence: the one label in words, and Easter beside it."""

from answers.season import Season
from answers.wording import on_some, told_label
from kpis.growth.easter import easter_sunday
from kpis.result import Undefined
from locales import Language

MARCH, APRIL = 2, 3


def shift_sentence(season: Season, language: Language) -> str:
    """Is the season spreading, and by gain or by loss? Nothing where that cannot be compared."""
    result, compared = season.answers["season_shift_label"].result, season.compared.coverage
    if isinstance(result, Undefined):
        return ""
    said = _shift(told_label(result), season.year - 1, language)
    return said if compared == season.counts.coverage else on_some(said, compared, season.panel.measure, language)


def _shift(label: str, previous: int, language: Language) -> str:
    said = {
        "unchanged": language.text("The season lies about as in {previous}.", previous=previous),
        "flatter": language.text("It is flatter than in {previous}.", previous=previous),
        "steeper": language.text("It is steeper than in {previous}.", previous=previous),
        "flatter_by_offpeak_gain": language.text(
            "It is flatter than in {previous}, because more came outside the summer.", previous=previous
        ),
        "flatter_by_peak_loss": language.text(
            "It is flatter than in {previous}, but only because the summer lost guests.", previous=previous
        ),
        "steeper_by_peak_gain": language.text(
            "It is steeper than in {previous}, because the summer gained guests.", previous=previous
        ),
        "steeper_by_offpeak_loss": language.text(
            "It is steeper than in {previous}, because fewer came outside the summer.", previous=previous
        ),
    }
    return said[label]


def easter_sentence(season: Season, language: Language) -> str:
    """Where Easter was, if March and April moved against each other: they compare only as a pair. Else nothing."""
    changes = [
        (season.compared.current[month] or 0) - (season.compared.previous[month] or 0) for month in (MARCH, APRIL)
    ]
    if changes[0] * changes[1] >= 0:
        return ""
    before, after = (language.date(easter_sunday(year)) for year in (season.year - 1, season.year))
    return language.text(
        "Easter Sunday was {before} and {after}, so March and April can only be compared together.",
        before=before, after=after,
    )  # fmt: skip
