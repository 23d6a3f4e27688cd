"""What a KPI rests on, declared: which columns of which rows of a dataset, for a place and a period.

Lineage, the confidence badge and the passports all read the same declarations.
"""

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from typing import Literal

import pandas as pd

from answers.answer import Answer
from answers.data import Data
from answers.panel import Measure, panel_of
from answers.places import Place, concerned
from warehouse.schema import datasets, each_of
from warehouse.totals import summands

Span = Literal["period", "with_year_before", "until", "always"]
Grain = Literal["month", "year", "any"]

_WRITTEN: Mapping[Grain, str] = {"month": r"\d{4}-\d{2}", "year": r"\d{4}", "any": r".*"}
_BETWEEN_PERIODS = re.compile(r"[/–]")
_TIMES = ("period", "date")


@dataclass(frozen=True)
class Scope:
    """One answer of a place: what its rows are looked for by."""

    data: Data
    place: Place
    answer: Answer

    @property
    def measure(self) -> Measure:
        """What the place counts."""
        return panel_of(self.data, self.place).measure

    @property
    def ends(self) -> tuple[str, str]:
        """The first and the last period of the answer."""
        parts = _BETWEEN_PERIODS.split(self.answer.period)
        return parts[0], parts[-1]


@dataclass(frozen=True, eq=False)
class Basis:
    """Columns of the rows of one dataset that a KPI rests on, those of the place and the span of its period.

    `where` keeps the rows with these values; `grain` those of single months or years; `added` names the keys for which
    totals are made over all other dimensions, so that only what is added up counts; `start` gives other rows to choose
    from than those of the dataset; `codes` other actors, destinations or areas than the place's own; `only_for` limits
    the declaration to places that count this.
    """

    dataset: str
    columns: tuple[str, ...]
    span: Span = "period"
    where: Mapping[str, Collection[object]] = field(default_factory=dict)
    grain: Grain = "any"
    added: tuple[str, ...] = ()
    start: Callable[[Data], pd.DataFrame] | None = None
    codes: Callable[[Scope], Collection[str]] | None = None
    only_for: Measure | None = None

    def rows(self, scope: Scope) -> pd.DataFrame:
        """Return the rows, those of `Data.frame` with their index."""
        answer = scope.answer
        key = ("rows of basis", self, scope.place.id, answer.period, answer.reporters, answer.months)
        return scope.data.remember(key, lambda: self._rows(scope))

    def _rows(self, scope: Scope) -> pd.DataFrame:
        frame = self.start(scope.data) if self.start else scope.data.frame(self.dataset)
        if self.only_for not in (None, scope.measure):
            return frame.iloc[:0]
        frame = frame[self._of_place(frame, scope)]
        frame = frame[self._of_period(frame, scope)]
        for column, values in self.where.items():
            frame = frame[frame[column].isin(list(values))]
        frame = frame[frame[list(self.columns)].notna().any(axis=1)]
        return frame.loc[self._added_up(frame)] if self.added else frame

    def _of_place(self, frame: pd.DataFrame, scope: Scope) -> "pd.Series[bool]":
        here = pd.Series(False, frame.index)
        for column, codes in self._codes_by_column(scope).items():
            if column in frame:
                here |= frame[column].isin(list(codes))
        if "partners" in frame:
            here |= frame["partners"].map(lambda text: bool({*each_of(text)} & {*scope.place.actors})).astype(bool)
        return here

    def _codes_by_column(self, scope: Scope) -> Mapping[str, Collection[str | None]]:
        if self.codes is not None:
            codes = self.codes(scope)
            return dict.fromkeys(("actor_id", "actor_a", "actor_b", "destination_id", "area_code", "entity"), codes)
        place = scope.place
        actors = scope.answer.reporters if scope.answer.reporters and scope.measure == "visits" else place.actors
        return {
            "actor_id": actors,
            "actor_a": actors,
            "actor_b": actors,
            "destination_id": (place.code,),
            "area_code": (place.area,),
            "entity": concerned(scope.data, place),
        }

    def _of_period(self, frame: pd.DataFrame, scope: Scope) -> "pd.Series[bool]":
        column = next((name for name in _TIMES if name in frame), None)
        if column is None or self.span == "always":
            return pd.Series(True, frame.index)
        known = frame[column].fillna("")
        return known.isin([period for period in known.unique() if self._spans(period, scope)])

    def _spans(self, period: str, scope: Scope) -> bool:
        first, last = scope.ends
        if self.span == "until":
            return not period or period[: len(last)] <= last[: len(period)]
        if self.span == "with_year_before" and first[:4].isdecimal():
            first = f"{int(first[:4]) - 1}{first[4:]}"
        if not period or not re.fullmatch(_WRITTEN[self.grain], period):
            return False
        if scope.answer.months and period[5:7].isdecimal() and int(period[5:7]) not in scope.answer.months:
            return False
        return period[: len(first)] >= first[: len(period)] and period[: len(last)] <= last[: len(period)]

    def _added_up(self, frame: pd.DataFrame) -> "pd.Index[int]":
        dataset = datasets()[self.dataset]
        used = [summands(frame, dataset, column, self.added).index for column in self.columns]
        return frame.index[frame.index.isin({label for index in used for label in index})]
