"""Floors and ceilings that people have set, each beside the figure it is about."""

from dataclasses import dataclass
from datetime import date

import pandas as pd

from access.reader import Reader
from answers.answer import Answer
from answers.data import Data
from answers.places import Place
from answers.themes import Asked, measured
from kpis.catalogue import catalogue
from kpis.declare import Passport
from kpis.regenerative.bands import target_band_status, target_bands_status
from kpis.result import Result


@dataclass(frozen=True)
class Target:
    """A band for a KPI and a year with who answers for it; `answer` is the figure of the year that is looked at.

    `status` is where that figure stands in the band; None where the band is for a later year.
    """

    passport: Passport
    period: str
    low: float | None
    high: float | None
    owner: str
    reason: str
    decided_on: str
    answer: Answer | None
    status: Result | None


def targets(data: Data, place: Place, year: int, reader: Reader) -> tuple[Target, ...]:
    """Return the targets of a place for the year and for later ones, in the order of the catalogue."""
    key = ("targets", place.id, year, reader.sees_business_figures)
    return data.remember(key, lambda: _targets(data, place, year, reader))


def band_board(data: Data, place: Place, year: int, reader: Reader) -> Answer:
    """Return where the figures of the year stand in their bands, side by side and never netted."""
    set_here = [one for one in targets(data, place, year, reader) if one.status is not None]
    statuses = {one.passport.id: one.status for one in set_here if one.status is not None}
    behind = tuple(one.answer for one in set_here if one.answer)
    return Answer("target_band_status", target_bands_status(statuses), str(year), rests_on=behind)


def _targets(data: Data, place: Place, year: int, reader: Reader) -> tuple[Target, ...]:
    frame = data.frame("targets")
    here = frame[(frame["destination_id"] == place.code) & (frame["period"].str[:4] >= str(year))]
    rows = [row for row in here.to_dict("records") if row["kpi_id"] in catalogue()]
    if not rows:
        return ()
    themes = {catalogue()[row["kpi_id"]].theme for row in rows}
    answers = measured(Asked(data, place, year, reader, date(year, 12, 31)), themes)
    order = list(catalogue())
    rows.sort(key=lambda row: (order.index(row["kpi_id"]), row["period"]))
    return tuple(_target({str(k): v for k, v in row.items()}, answers.get(row["kpi_id"]), year) for row in rows)


def _target(row: dict[str, object], answer: Answer | None, year: int) -> Target:
    low, high = (None if pd.isna(row[name]) else float(str(row[name])) for name in ("low", "high"))  # type: ignore[call-overload]
    status = target_band_status(answer.number if answer else None, low, high) if row["period"] == str(year) else None
    said = {name: str(row[name] or "") for name in ("owner", "reason", "decided_on")}
    return Target(catalogue()[str(row["kpi_id"])], str(row["period"]), low, high, **said, answer=answer, status=status)
