"""Words that several sections write: the nouns of what a place counts, days, and what is linked as evidence."""

import re
from collections.abc import Iterable, Mapping
from datetime import date

from answers.panel import Measure, panel_of
from frame.context import Context
from kpis.catalogue import catalogue
from warehouse.schema import datasets

# What Streamlit and GitHub's Markdown look for in the finished text: emoji, icons, addresses and arrows.
_FOUND_LATER = re.compile(r"(?<=:)(?=[^\s\d])|(?<=@)(?=\w)|(?<=www)(?=\.)|(?<=[-<>=~])(?=[-<>=])", re.IGNORECASE)
_SYNTAX = re.compile(r"[\\`*_\[\]<>$~|&]|(?<!\S)[#+=-]|(?:(?<=^\d)|(?<=^\d\d))[.)](?=\s)", re.MULTILINE)


_CODE = re.compile(r"[a-z][a-z0-9]*(?:_[a-z0-9]+)+")


def measure_of(context: Context) -> Measure:
    """Return what the place in view counts; visits where none is chosen."""
    return panel_of(context.data, context.place).measure if context.place else "visits"


def counted_noun(context: Context, measure: Measure) -> str:
    """Return what is counted as a heading: "Visits" or "Nights"."""
    return context.text("Visits") if measure == "visits" else context.text("Nights")


def counted_unit(context: Context, measure: Measure) -> str:
    """Return what is counted as a word after a number."""
    return context.text("visits") if measure == "visits" else context.text("nights")


def headers_of(context: Context, dataset: str) -> Mapping[str, str]:
    """Return the header of each column of a dataset by the column's id, in the reader's language."""
    return {column.id: column.header[context.language.code] for column in datasets()[dataset].columns}


def day_text(context: Context, day: str | None) -> str:
    """Return a stored day as people write it, nothing where there is none."""
    stored = day_of(day)
    return context.language.date(stored) if stored else ""


def day_of(day: object) -> date | None:
    """Return a stored day, None where there is none."""
    return date.fromisoformat(day[:10]) if isinstance(day, str) and day else None


def later_text(context: Context, day: str) -> str:
    """Return a day, or what happened on it, with the note that it is after the year that is looked at."""
    return context.text("{what} (after {year})", what=day, year=context.year)


def later_marked(context: Context, days: Iterable[str], later: Iterable[bool]) -> list[str]:
    """Return the days as they are written, each that is later than the year with the note that it is."""
    return [later_text(context, day) if after else day for day, after in zip(days, later, strict=True)]


def evidence_text(context: Context, link: str) -> str:
    """Return what is linked as evidence: the name of a figure, or the link as it stands."""
    passport = catalogue().get(link)
    return context.language.kpi_text(passport.name) if passport else link


def with_figures_named(context: Context, text: str) -> str:
    """Return what somebody wrote with the codes of figures in it as their names."""
    return _CODE.sub(lambda code: evidence_text(context, code[0]), text)


def capitalised(text: str) -> str:
    """Return the text with its first letter large and the others as they are: "What I do"."""
    return text[:1].upper() + text[1:]


def plain_markdown(text: str) -> str:
    """Return the text so that Markdown shows it as it is.

    A backslash takes the meaning from a sign of the syntax. Addresses, icons and arrows are found only after that, in
    the text itself; a joiner that is not seen keeps them apart.
    """
    return _SYNTAX.sub(r"\\\g<0>", _FOUND_LATER.sub("\N{WORD JOINER}", text))
