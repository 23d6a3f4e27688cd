"""Freeze: a composition, the data and a reader become the content of a page. Figures come from `answers` alone."""

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from functools import cache
from pathlib import Path

from access.reader import Reader
from answers.data import Data
from board.composition import Composition, SectionChoice
from board.content import Content, Section, SectionKind
from board.definitions import definitions_of
from board.parts.actions import actions
from board.parts.asked import Asked, Draw, without_drawing
from board.parts.comparison import comparison
from board.parts.headline import headline
from board.parts.heatmap import heatmap
from board.parts.regenerative import regenerative
from board.parts.ten_steps import ten_steps
from board.parts.tiles import tiles
from board.parts.trend import trend

_PARTS: Mapping[SectionKind, Callable[[Asked, SectionChoice], Section]] = {
    "headline": headline,
    "tiles": tiles,
    "trend": trend,
    "heatmap": heatmap,
    "comparison": comparison,
    "regenerative": regenerative,
    "ten_steps": ten_steps,
    "actions": actions,
}
_PROJECT = Path(__file__).resolve().parent.parent / "pyproject.toml"


def freeze(
    composition: Composition, data: Data, reader: Reader, moment: datetime, draw: Draw = without_drawing
) -> Content:
    """Return the page as it is at the moment (UTC), as whoever has its link may see it.

    Raises UnknownPlaceError. The reader of a link is nobody in particular, so no business's own figures are shown.
    """
    asked = Asked(composition, data, as_seen_by_anybody(reader), moment.date(), draw)
    sections = tuple(_PARTS[choice.kind](asked, choice) for choice in composition.sections)
    names = tuple(at.place.name for at in asked.places())
    return Content(
        title=composition.title,
        language=composition.language,
        places=names,
        scope=asked.language.listed(names),
        period=str(composition.year),
        compared_with=_compared_with(asked),
        frozen_at=moment,
        sent_by=composition.sender or asked.text("an analyst"),
        data_version=data.version,
        app_version=app_version(),
        is_sample=data.is_sample,
        sections=sections,
        definitions=definitions_of(asked, sections),
    )


def as_seen_by_anybody(reader: Reader) -> Reader:
    """Return the reader without the right to see figures of single businesses."""
    return replace(reader, sees_business_figures=False)


def _compared_with(asked: Asked) -> str:
    names = {
        "year_before": str(asked.year - 1),
        "target": asked.text("the targets"),
        "peers": asked.text("the other places"),
    }
    return asked.language.listed(names[one] for one in asked.composition.comparison)


@cache
def app_version() -> str:
    """Return the version of the app."""
    return str(tomllib.loads(_PROJECT.read_text("utf-8"))["project"]["version"])
