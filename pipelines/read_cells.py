"""The cells of one column read as one kind of value: numbers, or texts such as ids, codes, dates."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd

from pipelines.cells import CLOCK, DAY, EMPTY, ERROR, FLAG, FORMULA, NUMBER, TEXT, Kinds, Objects, distinct
from pipelines.figure_marks import FigureMark, mark_of
from pipelines.grid import CellValue, ErrorCell, UncachedFormula
from pipelines.numbers import DecimalMark, Proof, decimal_mark, read_number
from pipelines.statuses import CLOSED, MISSING, READ, WITHHELD, Statuses, refused
from pipelines.words import is_dash, is_missing_mark, words
from warehouse.schema import Column

# A text read from a cell with its status; the text only where it was read.
TextRead = tuple[int, str]

_STATUS_OF_MARK: Mapping[FigureMark, int] = {"missing": MISSING, "withheld": WITHHELD, "closed": CLOSED}

# Beyond this many decimals a figure multiplied out of thousands holds only the noise of binary fractions.
_DECIMALS = 6


DashMeaning = Literal["zero", "missing"]


class Writing(NamedTuple):
    """How the figures of a column are written: their decimal mark, what they are multiplied by, what a dash means."""

    mark: DecimalMark
    factor: float = 1
    dash: DashMeaning | None = None


@dataclass
class CellsRead:
    """The cells of a column as read: what became of each, and `numbers`, or `codes` into `texts`."""

    status: Statuses
    numbers: npt.NDArray[np.float64] | None = None
    codes: npt.NDArray[np.int64] | None = None
    texts: list[str] | None = None


def read_texts(values: Objects, kinds: Kinds, read: Callable[[CellValue, int], TextRead]) -> CellsRead:
    """Read cells as texts; `read` is given each distinct value once, with the position it first stands at."""
    codes, found = distinct(values, kinds)
    first = _first_positions(codes, len(found))
    done = [_of_broken(value) or read(value, place) for value, place in zip(found, first, strict=True)]
    statuses = np.array([status for status, _ in done] + [EMPTY], dtype=np.uint8)
    return CellsRead(statuses[codes], codes=codes, texts=[text for _, text in done])


def _first_positions(codes: npt.NDArray[np.int64], count: int) -> list[int]:
    first = np.flatnonzero(~pd.Series(codes).duplicated().to_numpy() & (codes >= 0))
    positions: npt.NDArray[np.int64] = np.zeros(count, dtype=np.int64)
    positions[codes[first]] = first
    return [int(position) for position in positions]


def _of_broken(value: CellValue) -> TextRead | None:
    if isinstance(value, ErrorCell):
        return refused("error_cell"), ""
    return (refused("uncached_formula"), "") if isinstance(value, UncachedFormula) else None


def number_texts(values: Objects, kinds: Kinds) -> Iterable[str]:
    """Return the distinct texts among the cells."""
    return [str(value) for value in distinct(values[kinds == TEXT], kinds[kinds == TEXT])[1]]


def prove_decimal(texts: Iterable[str]) -> Proof:
    """Return which decimal mark the texts of a column, or of a block of columns, prove."""
    return decimal_mark(text for text in texts if not mark_of(text) and not is_dash(text))


def read_numbers(values: Objects, kinds: Kinds, column: Column, writing: Writing) -> CellsRead:
    """Read cells as numbers of a declared column, as they are written there."""
    status = np.full(len(values), EMPTY, dtype=np.uint8)
    numbers = np.full(len(values), np.nan)
    native = np.flatnonzero(kinds == NUMBER)
    numbers[native] = _multiplied(_as_floats(values[native]), writing.factor)
    status[native] = READ
    for kind, code in ((ERROR, "error_cell"), (FORMULA, "uncached_formula"), (DAY, "date_for_number")):
        status[kinds == kind] = refused(code)
    status[kinds == CLOCK] = refused("date_for_number")
    status[kinds == FLAG] = refused("not_a_number")
    there = np.flatnonzero(kinds == TEXT)
    codes, texts = distinct(values[there], kinds[there])
    done = [_number_of_text(str(text), column, writing) for text in texts]
    if done:
        status[there] = np.array([one for one, _ in done], dtype=np.uint8)[codes]
        numbers[there] = np.array([number for _, number in done])[codes]
    _check_range(status, numbers, column)
    return CellsRead(status, numbers)


def _as_floats(values: Objects) -> npt.NDArray[np.float64]:
    try:
        return values.astype(np.float64)
    except OverflowError:
        return np.array([_as_float(value) for value in values])


def _multiplied(numbers: npt.NDArray[np.float64], factor: float) -> npt.NDArray[np.float64]:
    return numbers if factor == 1 else np.round(numbers * factor, _DECIMALS)


def _as_float(value: float) -> float:
    try:
        return float(value)
    except OverflowError:
        return np.inf


def _number_of_text(text: str, column: Column, writing: Writing) -> tuple[int, float]:
    if mark := mark_of(text):
        return _STATUS_OF_MARK[mark], np.nan
    if is_dash(text):
        return _status_of_dash(writing.dash), 0.0 if writing.dash == "zero" else np.nan
    read = read_number(text)
    number = read.value(writing.mark) if read else None
    if read is None or number is None:
        return refused("not_a_number"), np.nan
    if number < 0 and column.low == 0 and "(" in text:
        return refused("below_zero"), np.nan
    if read.unit and column.unit and read.unit != column.unit:
        return refused("other_unit"), np.nan
    # A figure that says itself that it counts thousands is not multiplied once more for its column.
    return READ, number if read.times != 1 else float(_multiplied(np.array([number]), writing.factor)[0])


def _status_of_dash(meaning: DashMeaning | None) -> int:
    if meaning is None:
        return refused("question")
    return READ if meaning == "zero" else MISSING


def _check_range(status: Statuses, numbers: npt.NDArray[np.float64], column: Column) -> None:
    read = status == READ
    with np.errstate(invalid="ignore"):
        status[read & ~np.isfinite(numbers)] = refused("not_finite")
        read = status == READ
        low, high = column.low, column.high
        outside = (numbers < (-np.inf if low is None else low)) | (numbers > (np.inf if high is None else high))
        status[read & outside] = refused("out_of_range")
        if column.kind == "integer":
            status[read & ~outside & (numbers != np.floor(numbers))] = refused("not_whole")


def read_flags(values: Objects, kinds: Kinds, dash: DashMeaning | None = None) -> CellsRead:
    """Read cells as yes (1) or no (0)."""
    read = read_texts(values, kinds, lambda value, _: _flag(value, dash))
    numbers = np.array([float(text) if text else np.nan for text in read.texts or ()] + [np.nan])
    return CellsRead(read.status, numbers[read.codes])


def _flag(value: CellValue, dash: DashMeaning | None) -> TextRead:
    if isinstance(value, str) and is_missing_mark(value):
        return MISSING, ""
    if isinstance(value, str) and is_dash(value):
        return _status_of_dash(dash), "0" if dash == "zero" else ""
    said = str(int(value)) if isinstance(value, bool | int | float) and value in (0, 1) else str(value)
    meaning = words().flags.get(said.strip().casefold())
    return (READ, str(meaning)) if meaning is not None else (refused("not_a_flag"), "")
