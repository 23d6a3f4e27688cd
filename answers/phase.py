"""Which phase of its development people say a place is in: their choice and their words, nothing computed."""

from dataclasses import dataclass

import pandas as pd

from answers.answer import Answer
from answers.data import Data
from answers.logged import is_later
from answers.places import Place
from kpis.growth.lifecycle import STAGES, lifecycle_note
from kpis.labels import LABELS
from kpis.result import Result, Undefined
from locales import LANGUAGES, language


@dataclass(frozen=True)
class Phase:
    """The phase as people have told it: the answer of the year, and as it stands now their words, who and when.

    `stage` is the phase that their words name; what is written after the year is no answer of it.
    """

    answer: Answer
    stage: Result
    text: str = ""
    author: str = ""
    written_on: str | None = None
    is_later: bool = False


def phase_of(data: Data, place: Place, year: int) -> Phase:
    """Return the phase that is told of the place; a text that names none is kept as words."""
    frame = data.frame("profiles")
    told = frame[(frame["entity"] == place.code) & (frame["field"] == "phase") & frame["text"].notna()]
    not_chosen = Undefined("stage_not_chosen")
    if told.empty:
        return Phase(Answer("lifecycle_note", not_chosen, str(year)), not_chosen)
    row = told.iloc[-1]
    author, written_on = ("" if pd.isna(row[name]) else str(row[name]) for name in ("author", "written_on"))
    text, later = str(row["text"]), is_later(written_on, year)
    stage = _stage(text)
    answer = Answer("lifecycle_note", not_chosen if later else stage, str(year))
    return Phase(answer, stage, text, author, written_on or None, later)


def _stage(text: str) -> Result:
    """The stage that the text begins with, in any of our languages."""
    begins = text.strip().casefold()
    for stage in STAGES:
        names = {stage, *(language(code).kpi_text(LABELS[stage]).casefold() for code in LANGUAGES)}
        if any(begins.startswith(name) for name in names):
            return lifecycle_note(stage)
    return lifecycle_note(None)
