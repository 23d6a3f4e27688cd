"""Which phase of its development people say a place is in: their choice and their words, nothing computed."""

from dataclasses import dataclass

import pandas as pd

from answers.answer import Answer
from answers.data import Data
from answers.places import Place
from kpis.growth.lifecycle import STAGES, lifecycle_note
from kpis.labels import LABELS
from kpis.result import Result, Undefined
from locales import LANGUAGES, language


@dataclass(frozen=True)
class Phase:
    """The phase as people have told it: the answer, their words, who they are, and when."""

    answer: Answer
    text: str = ""
    author: str = ""
    written_on: str | None = None


def phase_of(data: Data, place: Place, year: int) -> Phase:
    """Return the phase that was told of the place by the end of the year; a text that names none is kept as words."""
    frame = data.frame("profiles")
    told = frame[(frame["entity"] == place.code) & (frame["field"] == "phase") & frame["text"].notna()]
    told = told[told["written_on"].isna() | (told["written_on"] <= f"{year}-12-31")]
    if told.empty:
        return Phase(Answer("lifecycle_note", Undefined("stage_not_chosen"), str(year)))
    row = told.iloc[-1]
    author, written_on = ("" if pd.isna(row[name]) else str(row[name]) for name in ("author", "written_on"))
    return Phase(
        Answer("lifecycle_note", _stage(str(row["text"])), str(year)), str(row["text"]), author, written_on or None
    )


def _stage(text: str) -> Result:
    """The stage that the text begins with, in any of our languages."""
    begins = text.strip().casefold()
    for stage in STAGES:
        names = {stage, *(language(code).kpi_text(LABELS[stage]).casefold() for code in LANGUAGES)}
        if any(begins.startswith(name) for name in names):
            return lifecycle_note(stage)
    return lifecycle_note(None)
