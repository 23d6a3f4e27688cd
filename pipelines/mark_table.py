"""The marks of a table's cells, once it is settled which of its figures are stored."""

from collections.abc import Mapping

import numpy as np

from pipelines.cells import NUMBER, Mask
from pipelines.column_words import column_words
from pipelines.layout import HeaderColumn
from pipelines.marks import SheetMarks
from pipelines.read_keys import KeyRead
from pipelines.read_table import TableRead, ValueRead
from pipelines.statuses import CLOSED, EMPTY, MISSING, WITHHELD, code_of, is_refused
from pipelines.table_rows import COMPUTED, DATA, HEADER_AGAIN, TOTAL, WITHOUT_FIGURES

_MARKS_LEFT_OUT = {MISSING: "missing_mark", WITHHELD: "withheld_mark", CLOSED: "closed_mark"}
_ROWS_LEFT_OUT = {
    TOTAL: "total_row",
    COMPUTED: "computed",
    WITHOUT_FIGURES: "row_without_figures",
    HEADER_AGAIN: "header_again",
}


def accept_stored(read: TableRead, marks: SheetMarks) -> None:
    """Accept every cell of a table that stored facts rest on: figures, keys, headers, and titles that tell of them."""
    for value in read.stored:
        marks.accept(read.rows.rows[value.positions[value.found.stands]], value.column.header.index)
    stored = _has_stored(read)
    for key in read.keys:
        marks.accept(read.rows.rows[key.says(stored)], key.column.header.index)
    if read.is_stored:
        layout = read.table.layout
        standing = [value.column.header for value in read.stored if value.found.stands.any()]
        for header in (*(key.header for key in layout.keys), *standing):
            for row, column in header.cells:
                marks.accept(np.array([row]), column)
        for cell in (clue.cell for clue in layout.clues if clue.cell):
            marks.accept(np.array([cell[0]]), cell[1])


def _has_stored(read: TableRead) -> Mask:
    """True for the rows of which any figure is stored."""
    stored = np.zeros(len(read.rows.rows), dtype=bool)
    for value in read.stored:
        stored[value.positions[value.found.stands]] = True
    return stored


def mark_table(read: TableRead, marks: SheetMarks) -> None:
    """Mark what is not accepted of a table: refuse it one by one, or leave it out with why."""
    for value in read.stored:
        _mark_conflicts(value, marks)
    for value in read.values:
        _mark_values(read, value, marks)
    for key in read.keys:
        _mark_key(read, key, marks)
    _mark_refused_columns(read, marks)
    _mark_headers(read, marks)
    _mark_rows_left_out(read, marks)
    _mark_columns_left_out(read, marks)


def _mark_values(read: TableRead, value: ValueRead, marks: SheetMarks) -> None:
    index, status = value.column.header.index, value.cells.status
    for mark, why in _MARKS_LEFT_OUT.items():
        marks.leave_out(read.rows.rows[status == mark], index, why)
    # Once for the whole column: writing numbers for people takes longer than reading the cell.
    said = column_words(value.column.column, value.column.header.text)
    for position in np.flatnonzero(is_refused(status)).tolist():
        code = code_of(int(status[position]))
        of_key = code in ("key_refused", "missing_key", "part_unknown")
        needed = _refused_key(read, value, position) if of_key else said
        marks.refuse(int(read.rows.rows[position]), index, code, needed)


def _mark_conflicts(value: ValueRead, marks: SheetMarks) -> None:
    index = value.column.header.index
    for at, (other, place) in value.found.conflicts.items():
        said = {"other": f"{other.sheet}!{other.cell_at(place)}", "other_value": other.value_at(place)}
        marks.refuse(int(value.found.rows[at]), index, "conflict", said)


def _refused_key(read: TableRead, value: ValueRead, position: int) -> Mapping[str, str]:
    problems = read.problems
    at_fault = problems.status[position] != 0
    return {"column": problems.headers[int(problems.header_of[position])] if at_fault else value.column.header.text}


def _mark_key(read: TableRead, key: KeyRead, marks: SheetMarks) -> None:
    index, rows = key.column.header.index, read.rows.rows
    said = column_words(key.column.key, key.column.header.text)
    for position in np.flatnonzero(is_refused(key.status)).tolist():
        code = code_of(int(key.status[position]))
        marks.refuse(int(rows[position]), index, code, said)
    if key.column.sections:
        return
    had_figures = np.zeros(len(rows), dtype=bool)
    for value in read.values:
        had_figures |= is_refused(value.cells.status)
        had_figures[value.positions] = True
    data = read.rows.are(DATA)
    marks.leave_out(rows[data & had_figures], index, "nothing_stored")
    marks.leave_out(rows[data], index, "row_without_figures")


def _mark_headers(read: TableRead, marks: SheetMarks) -> None:
    layout = read.table.layout
    for total in layout.totals:
        _leave_out_header(total.header, "total_column", marks)
    for index, why in layout.left_out.items():
        marks.leave_out(np.arange(read.table.header.start, read.table.header.stop), index, why)
    header_rows = np.arange(read.table.header.start, read.table.header.stop)
    for value in read.values:
        for part in value.column.header.parts:
            if part.meaning.period and part.meaning.period.half:
                marks.refuse(*part.cell, "half_year", {})
        why = "nothing_stored" if (value.cells.status != EMPTY).any() else "column_without_figures"
        _leave_out_header(value.column.header, why, marks)
    for index in layout.indexes:
        marks.leave_out(header_rows, index, "nothing_stored")


def _leave_out_header(header: HeaderColumn, why: str, marks: SheetMarks) -> None:
    for row, column in header.cells:
        marks.leave_out(np.array([row]), column, why)


def _mark_refused_columns(read: TableRead, marks: SheetMarks) -> None:
    """Refuse what stands under a header that should have been readable."""
    rows = read.rows.rows[read.rows.are(DATA, WITHOUT_FIGURES)]
    for header in read.table.layout.refused:
        for row, column in header.cells[-1:]:
            marks.refuse(row, column, "wide_header", {})
        for row in rows[read.cells.read[rows, header.index]].tolist():
            marks.refuse(row, header.index, "key_refused", {"column": header.text})


def _mark_rows_left_out(read: TableRead, marks: SheetMarks) -> None:
    layout = read.table.layout
    for what, why in _ROWS_LEFT_OUT.items():
        for index in (*layout.indexes, *layout.left_out):
            marks.leave_out(read.rows.rows[read.rows.are(what)], index, why)


def _mark_columns_left_out(read: TableRead, marks: SheetMarks) -> None:
    layout, rows = read.table.layout, read.rows.rows
    for total in layout.totals:
        marks.leave_out(rows, total.header.index, "total_column")
    for index, why in layout.left_out.items():
        figures = (read.cells.kinds[rows, index] == NUMBER).any()
        marks.leave_out(rows, index, "unknown_column" if why == "note" and figures else why)
