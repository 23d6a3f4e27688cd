"""How the season moved since the year before, in a sentence: the one label in words, and Easter beside it."""

from collections.abc import Callable, Iterable

from answers.answer import Answer
from answers.season import Season
from answers.wording import on_some, told_label
from answers.written import change_text, change_written, judgement, points_text
from kpis.growth.easter import easter_sunday, spring_shifted
from kpis.result import Undefined
from locales import Language

# The measures whose change from the year before stands beside the sentence on the page.
MEASURES = ("season_evenness", "offseason_share", "months_to_move", "peak_month_share")


def shift_sentence(season: Season, language: Language) -> str:
    """Is the season spreading, and by gain or by loss? Nothing where that cannot be compared."""
    result, compared = season.answers["season_shift_label"].result, season.compared.coverage
    if isinstance(result, Undefined):
        return ""
    said = _shift(told_label(result), season.year - 1, language)
    return said if compared == season.counts.coverage else on_some(said, compared, season.panel.measure, language)


def _shift(label: str, previous: int, language: Language) -> str:
    how, _, reason = label.removeprefix("slightly_").partition("_by_")
    is_slight = label.startswith("slightly_")
    moved = {
        "flatter": language.text("slightly flatter") if is_slight else language.text("flatter"),
        "steeper": language.text("slightly steeper") if is_slight else language.text("steeper"),
    }.get(how, "")
    said = {
        "unchanged": language.text("The season is about as even as in {previous}.", previous=previous),
        "unclear": language.text("Whether it is flatter than in {previous} depends on the measure.", previous=previous),
        "": language.text("It is {moved} than in {previous}.", moved=moved, previous=previous),
        "offpeak_gain": language.text(
            "It is {moved} than in {previous}, because more came outside the summer.", moved=moved, previous=previous
        ),
        "peak_loss": language.text(
            "It is {moved} than in {previous}, but only because the summer lost guests.", moved=moved, previous=previous
        ),
        "peak_gain": language.text(
            "It is {moved} than in {previous}, because the summer gained guests.", moved=moved, previous=previous
        ),
        "offpeak_loss": language.text(
            "It is {moved} than in {previous}, because fewer came outside the summer.", moved=moved, previous=previous
        ),
    }
    return said[reason] if moved else said[how]


def measures_sentence(season: Season, language: Language) -> str:
    """Which measures of the page do not say what the shift does? Nothing where all of them say it."""
    result = season.answers["season_shift_label"].result
    if isinstance(result, Undefined):
        return ""
    label = told_label(result)
    if label == "unclear":
        both = [season.answers[kpi_id] for kpi_id in ("season_evenness", "gini_season_norm")]
        return language.text("These are the two: {measures}.", measures=_listed(both, change_text, language))
    spread = language.text("The season spread is about unchanged.") if label.startswith("slightly_") else ""
    return " ".join(filter(None, (spread, _otherwise(season, label, language))))


def _otherwise(season: Season, label: str, language: Language) -> str:
    answers = [season.answers[kpi_id] for kpi_id in MEASURES]
    if label == "unchanged":
        moved = [answer for answer in answers if judgement(answer) != "neutral"]
        return language.text("This did move: {measures}.", measures=_listed(moved, _apart, language)) if moved else ""
    against = "good" if "steeper" in label else "bad"
    opposed = [answer for answer in answers if judgement(answer) == against]
    measures = _listed(opposed, _apart, language)
    return language.text("This points the other way: {measures}.", measures=measures) if opposed else ""


def _listed(answers: Iterable[Answer], say: Callable[[Answer, Language], str], language: Language) -> str:
    return language.listed(f"{language.kpi_text(one.passport.name)} {say(one, language)}".rstrip() for one in answers)


def _apart(answer: Answer, language: Language) -> str:
    change = change_written(answer, language)
    return points_text(change, language) if answer.passport.unit == "fraction" else change


def easter_sentence(season: Season, language: Language) -> str:
    """Where Easter was, if March and April moved against each other: they compare only as a pair. Else nothing."""
    if not spring_shifted(season.compared.previous, season.compared.current):
        return ""
    before, after = (language.date(easter_sunday(year)) for year in (season.year - 1, season.year))
    return language.text(
        "Easter Sunday was {before} and {after}, so March and April can only be compared together.",
        before=before, after=after,
    )  # fmt: skip
