"""Answers as cells and tables: the text as the app's own pages write it, the number, and the key that names it."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from answers.answer import Answer, number_of
from answers.wording import measured_in, reason_text
from board.content import Cell, Table
from board.parts.asked import PlaceAsked
from kpis.result import Result, Undefined, Value
from locales.language import NOT_KNOWN
from sections.answers import label_of, period_text, written_value


def words(text: str) -> Cell:
    """Return a cell that is no figure."""
    return Cell(text=text)


def value_cell(at: PlaceAsked, answer: Answer, year: int | None = None) -> Cell:
    """Return the value of an answer of the page's year, or another."""
    return result_cell(at, answer, answer.result, year or at.asked.year)


def result_cell(at: PlaceAsked, answer: Answer, result: Result | None, *parts: object) -> Cell:
    """Return a result in the answer's unit, "–" where there is none; `parts` tell what it is of the figure."""
    first, *others = parts
    key = at.key(first, answer.id, *others)
    if not isinstance(result, Value):
        return Cell(text=NOT_KNOWN, key=key)
    code = result.value if isinstance(result.value, str) else ""
    written = written_value(at.context, replace(answer, result=result))
    return Cell(text=written, number=number_of(result), key=key, code=code)


def before_cell(at: PlaceAsked, answer: Answer) -> Cell:
    """Return the figure of the year before, measured the same way; why there is none, where the year itself has one."""
    cell, before = result_cell(at, answer, answer.previous, at.asked.year, "before"), answer.previous
    if isinstance(before, Value) or isinstance(answer.result, Undefined):
        return cell
    why = reason_text(before, at.asked.language) if before else at.asked.text("none measured the same way")
    return cell.model_copy(update={"text": why})


def count_cell(at: PlaceAsked, count: float | None, *parts: object) -> Cell:
    """Return a plain count, "–" where it is not known."""
    return Cell(text=at.asked.language.number(count), number=count, key=at.key(*parts))


def table(title: str, headers: Sequence[str], rows: Iterable[Sequence[Cell]]) -> Table:
    """Return a table; the columns that hold any figure are those of figures."""
    kept = tuple(tuple(row) for row in rows)
    numeric = tuple(any(row[at].key for row in kept) for at in range(len(headers)))
    return Table(title=title, headers=tuple(headers), numeric=numeric, rows=kept)


def said_table(at: PlaceAsked, answers: Iterable[Answer]) -> Table:
    """Return the figures that a sentence or a finding says, with what they say them from."""
    asked = at.asked
    headers = (asked.text("Figure"), asked.text("Value"), asked.text("Unit"), asked.text("Period"))
    rows = [row for answer in answers for row in _said_rows(at, answer)]
    said = table(asked.text("The figures said here: {place}", place=at.place.name), headers, rows)
    return said.model_copy(update={"folded": True})


def _said_rows(at: PlaceAsked, answer: Answer) -> list[Sequence[Cell]]:
    asked, context = at.asked, at.context
    label = label_of(context, answer, at.measure)
    unit = words(measured_in(answer.passport, at.measure, asked.language, answer.number))
    period = words(period_text(context, answer.period))
    rows: list[Sequence[Cell]] = [(words(label), value_cell(at, answer), unit, period)]
    if isinstance(answer.result, Undefined):
        return [(words(label), value_cell(at, answer), words(reason_text(answer.result, asked.language)), period)]
    ends = {
        "low": asked.text("{figure}, at least", figure=label),
        "high": asked.text("{figure}, at most", figure=label),
    }
    for (side, name), end in zip(ends.items(), answer.result.interval or (), strict=False):
        rows.append((words(name), result_cell(at, answer, Value(end), asked.year, side), unit, period))
    return rows
