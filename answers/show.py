"""Every KPI of a place and year as plain values: the same as on the pages and in the downloads."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from access.reader import Reader
from answers.answer import Answer
from answers.data import Data
from answers.panel import Measure
from answers.places import Place
from answers.targets import band_board
from answers.themes import Asked, measured
from answers.wording import told_label
from kpis.catalogue import catalogue
from kpis.result import Undefined

CLOCK_BOUND = frozenset({"freshness", "action_overdue_share"})


def all_answers(data: Data, place: Place, year: int, reader: Reader) -> dict[str, Answer]:
    """Return every KPI answered for the place and year that needs no clock, in the order of the catalogue."""
    answers = answers_on(data, place, year, reader, date(year, 12, 31))
    return {kpi_id: answer for kpi_id, answer in answers.items() if kpi_id not in CLOCK_BOUND}


def answers_on(data: Data, place: Place, year: int, reader: Reader, day: date) -> dict[str, Answer]:
    """Return every KPI answered for the place and year as it stands on a day, in the order of the catalogue."""
    answers = measured(Asked(data, place, year, reader, day))
    board = band_board(data, place, year, reader)
    answers[board.id] = board
    return {kpi_id: answers[kpi_id] for kpi_id in catalogue() if kpi_id in answers}


def as_values(answers: Mapping[str, Answer], measure: Measure) -> list[dict[str, Any]]:
    """Return the answers as plain values for JSON; shares and growth are fractions.

    A label is the one that the pages tell. `measure` is what the place counts: where it is nights, the unit of a count
    is nights.
    """
    return [_plain(answer, measure) for answer in answers.values()]


def _plain(answer: Answer, measure: Measure) -> dict[str, Any]:
    unit = answer.passport.unit
    plain = {"id": answer.id, "unit": measure if unit == "visits" else unit, "period": answer.period}
    result = answer.result
    if isinstance(result, Undefined):
        return {**plain, "value": None, "n": None, "interval": None, "reason": result.reason}
    interval = list(result.interval) if result.interval else None
    value = told_label(result) if isinstance(result.value, str) else result.value
    return {**plain, "value": value, "n": result.n, "interval": interval, "reason": None}
