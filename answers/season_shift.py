"""How the season moved since the year before, in a sentence whose reason holds."""

from answers.compare import Months, TwoYears
from answers.season import Season
from answers.wording import on_some
from kpis.buckets import DEFAULT_BUCKETS, sum_of
from kpis.growth.easter import easter_sunday
from kpis.result import Undefined, Value
from locales import Language

MARCH, APRIL = 2, 3


def shift_sentence(season: Season, language: Language) -> str:
    """Is the season spreading, and by gain or by loss? Nothing where that cannot be compared."""
    result, compared = season.answers["season_shift_label"].result, season.compared.coverage
    if isinstance(result, Undefined):
        return ""
    said = _shift(season, result, language)
    return said if compared == season.counts.coverage else on_some(said, compared, season.panel.measure, language)


def _shift(season: Season, result: Value, language: Language) -> str:
    previous, label = season.year - 1, str(result.value)
    if label != "unchanged" and _is_written_alike(result, language):
        return language.text("The season lies about as in {previous}.", previous=previous)
    if not _reason_holds(season.compared, result, label):
        flatter = language.text("It is flatter than in {previous}.", previous=previous)
        steeper = language.text("It is steeper than in {previous}.", previous=previous)
        return flatter if label.startswith("flatter") else steeper
    said = {
        "unchanged": language.text("The season lies as in {previous}.", previous=previous),
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


def _is_written_alike(shift: Value, language: Language) -> bool:
    before, after = (
        language.number(float(str(shift.detail[f"gini_norm_{year}"])), 2) for year in ("previous", "current")
    )
    return before == after


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


def _reason_holds(compared: TwoYears, shift: Value, label: str) -> bool:
    """Whether the summer and the rest of the year moved as the label says: their shares too, and a gain beyond a loss.

    The label rests on the concentration, which also changes within the summer or within the rest, as at Easter.
    """
    if label == "unchanged":
        return True
    off_peak, peak = (float(str(shift.detail[name])) for name in ("off_peak_change", "peak_change"))
    before, after = (_share_of_summer(months) for months in (compared.previous, compared.current))
    return (after < before if label.startswith("flatter") else after > before) and {
        "flatter_by_offpeak_gain": off_peak > -peak,
        "flatter_by_peak_loss": peak < 0,
        "steeper_by_peak_gain": peak > -off_peak,
        "steeper_by_offpeak_loss": off_peak < 0,
    }[label]


def _share_of_summer(months: Months) -> float:
    counts = [count or 0.0 for count in months]
    return sum_of(counts, DEFAULT_BUCKETS.high) / sum(counts)
