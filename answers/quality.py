"""Whether the figures can be trusted: who has reported, how fresh it is, where the series breaks."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import Literal, cast

import numpy as np
import pandas as pd

from answers.answer import Answer, Answers, by_id
from answers.compare import Coverage
from answers.data import Data
from answers.monthly import counted_visits
from answers.panel import Panel, every, panel_of, some
from answers.places import Place, actor_names, concerned
from kpis.quality import Break, break_flags, data_completeness, freshness
from warehouse.schema import datasets

State = Literal["reported", "closed", "missing", "not_expected"]


@dataclass(frozen=True)
class Quality:
    """How complete, fresh and unbroken the figures of a place are."""

    place: Place
    year: int
    panel: Panel
    answers: Answers
    breaks: tuple[Break, ...]


@dataclass(frozen=True)
class Missing:
    """A reporter and the months that are expected of it and not there."""

    reporter: str
    name: str
    months: tuple[str, ...]


def quality(data: Data, place: Place, year: int, today: date) -> Quality:
    """Return how far the figures of a place in a year can be trusted."""
    return data.remember(("quality", place.id, year, today), lambda: _quality(data, place, year, today))


def _quality(data: Data, place: Place, year: int, today: date) -> Quality:
    panel = panel_of(data, place)
    breaks = breaks_of(data, place)
    months = panel.year(year)
    expected, present = int(months.expected.sum()), int((months.expected & months.known).sum())
    first, last = date(year, 1, 1), date(year, 12, 31)
    touching = break_flags(breaks, first, last)
    completeness = data_completeness(expected, present, imputed=_estimated(data, months))
    return Quality(
        place,
        year,
        panel,
        by_id(
            Answer("data_completeness", completeness, str(year), _coverage(months)),
            Answer("freshness", freshness(today, last_complete_month_end(panel)), str(year)),
            Answer("break_flags", touching, str(year)),
        ),
        breaks,
    )


def _coverage(months: Panel) -> Coverage:
    """How many reporters, and how many months, lack nothing that is expected."""
    complete = int((every(~months.expected | months.known, 0) & some(months.known, 0)).sum())
    return Coverage(len(months.without_gaps().reporters), len(months.reporting().reporters), complete)


def last_complete_month_end(panel: Panel) -> date | None:
    """Return the last day of the last month that everybody expected has reported."""
    whole = np.flatnonzero(every(~panel.expected | panel.known, 0) & some(panel.known, 0))
    if not len(whole):
        return None
    year, month = (int(part) for part in panel.months[int(whole[-1])].split("-"))
    return date(year, month, monthrange(year, month)[1])


def _estimated(data: Data, months: Panel) -> int:
    """How many of the figures expected and present rest on an estimate."""
    if months.measure != "visits":
        return 0
    rows = counted_visits(data)
    rows = rows[rows["visits"].notna() & (rows["method"] == "estimate")]
    estimated = set(zip(rows["actor_id"], rows["period"], strict=True))
    there = np.argwhere(months.expected & months.known)
    return sum((months.reporters[row], months.months[column]) in estimated for row, column in there)


def breaks_of(data: Data, place: Place) -> tuple[Break, ...]:
    """Return the noted breaks that concern a place."""
    notes = data.frame("notes")
    here = notes[notes["entity"].isin(concerned(data, place))]
    return tuple(
        Break(str(kind), date.fromisoformat(start), date.fromisoformat(end) if end else None, text or "")
        for kind, start, end, text in zip(here["kind"], here["date_from"], here["date_to"], here["text"], strict=True)
    )


def states(panel: Panel) -> list[list[State]]:
    """Return the state of every reporter and month."""
    chosen = np.select(
        [panel.closed, panel.known, panel.expected], ["closed", "reported", "missing"], default="not_expected"
    )
    return [[cast(State, str(state)) for state in row] for row in chosen]


def who_has_not_reported(data: Data, panel: Panel) -> list[Missing]:
    """Return who has not reported, those with most months missing first."""
    names = actor_names(data)
    gaps = panel.expected & ~panel.known
    found = [
        Missing(reporter, names.get(reporter, reporter), tuple(np.array(panel.months)[row]))
        for reporter, row in zip(panel.reporters, gaps, strict=True)
        if row.any()
    ]
    return sorted(found, key=lambda missing: (-len(missing.months), missing.name))


def dataset_counts(data: Data) -> pd.DataFrame:
    """Return how many rows each dataset holds and which periods they span."""
    rows = []
    for dataset in datasets().values():
        frame = data.frame(dataset.id)
        periods = frame["period"].dropna() if "period" in frame else pd.Series(dtype=object)
        rows.append(
            {
                "dataset": dataset.id,
                "rows": len(frame),
                "first": periods.min() if len(periods) else None,
                "last": periods.max() if len(periods) else None,
            }
        )
    return pd.DataFrame(rows)
