"""Words that several sections write: the nouns of what a place counts, days, and what is linked as evidence."""

from datetime import date

from answers.panel import Measure
from frame.context import Context
from kpis.catalogue import catalogue


def counted_noun(context: Context, measure: Measure) -> str:
    """Return what is counted as a heading: "Visits" or "Nights"."""
    return context.text("Visits") if measure == "visits" else context.text("Nights")


def counted_unit(context: Context, measure: Measure) -> str:
    """Return what is counted as a word after a number."""
    return context.text("visits") if measure == "visits" else context.text("nights")


def day_text(context: Context, day: str | None) -> str:
    """Return a stored day as people write it, nothing where there is none."""
    return context.language.date(date.fromisoformat(day[:10])) if isinstance(day, str) and day else ""


def evidence_text(context: Context, link: str) -> str:
    """Return what is linked as evidence: the name of a figure, or the link as it stands."""
    passport = catalogue().get(link)
    return context.language.kpi_text(passport.name) if passport else link


def plain_markdown(text: str) -> str:
    """Return the text without the signs that Markdown would act on."""
    return "".join(f"\\{sign}" if sign in r"\`*_{}[]()<>#+-!|$:~" else sign for sign in text)
