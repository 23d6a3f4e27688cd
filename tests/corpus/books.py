"""Strategies for whole workbooks: tables in layouts, with what stands around them, and the truth of what they hold."""

from collections.abc import Sequence
from dataclasses import replace

from hypothesis import strategies as st

from locales import plain_name
from tests.corpus import layouts
from tests.corpus.book import Book
from tests.corpus.drawing import Drawing
from tests.corpus.layouts import Layout, Shape
from tests.corpus.subjects import NOTES, TITLES
from tests.corpus.table import Table
from tests.corpus.tables import SECTIONED, WITHOUT_MARKETS, laid_out, shapes, spelled, tables
from tests.corpus.troubles import add_hidden, plant

FORMATS = ("grid", "grid", "grid", "grid", "grid", "grid", "xlsx", "calamine", "ods", "xls", "csv", "csv")


@st.composite
def books(draw: st.DrawFn, formats: Sequence[str] = FORMATS) -> Book:
    """A workbook of one of the arrangements, sound or with a few defects."""
    file_format = draw(st.sampled_from(formats))
    arrangements = [one_sheet, one_sheet, two_tables]
    if file_format != "csv":
        arrangements += [a_sheet_a_year, a_sheet_a_name, with_a_copy]
    book = draw(draw(st.sampled_from(arrangements))(file_format))
    if file_format != "csv" and draw(st.booleans()):
        add_hidden(draw, book)
    if draw(st.booleans()):
        plant(draw, book)
    if file_format == "csv":
        book.delimiter = draw(st.sampled_from(";,\t"))
    return book


@st.composite
def one_sheet(draw: st.DrawFn, file_format: str) -> Book:
    """One table on a sheet."""
    layout, table, shape = draw(laid_out(file_format))
    drawing = Drawing("Ark1")
    if file_format != "csv" and not shape.has_bare_months and draw(st.booleans()):
        drawing.name = table.headings.title
        draw_sheet(draw, drawing, layout, table, shape)
    else:
        draw_sheet(draw, drawing, layout, table, shape, says_measure=True)
    return Book(file_format, [drawing])


@st.composite
def two_tables(draw: st.DrawFn, file_format: str) -> Book:
    """Two tables on a sheet, below or beside each other, each under its own title."""
    drawing = Drawing("Ark1")
    beside = draw(st.booleans())
    # The titles of a second table stand like labels among the sections of the first, and that is asked about.
    whole = laid_out(file_format).filter(lambda laid: laid[0] not in SECTIONED)
    first, second = draw(whole), draw(whole)
    second = (second[0], _other_months(second[1], first[1]), second[2])
    for number, (layout, table, shape) in enumerate((first, second)):
        top = drawing.bottom + draw(st.integers(1, 2)) if number and not beside else 0
        left = drawing.right + 1 if number and beside else 0
        draw_sheet(draw, drawing, layout, table, replace(shape, blank_before=frozenset()), top, left, says_measure=True)
    # A hidden part would be one of both tables.
    drawing.can_hide_parts = False
    return Book(file_format, [drawing])


def _other_months(table: Table, beside: Table) -> Table:
    """Return the table ten years later, so that it says nothing of the same figures."""
    later = {month: f"{int(month[:4]) + 10}{month[4:]}" for month in table.months}
    figures = {(name, later[month], market): value for (name, month, market), value in table.figures.items()}
    return replace(table, months=[later[month] for month in table.months], figures=figures)


@st.composite
def a_sheet_a_year(draw: st.DrawFn, file_format: str) -> Book:
    """One sheet for each year, named by it, with the months as columns."""
    table = draw(tables(file_format))
    shape = replace(draw(shapes(layouts.months_across, table, file_format)), years_above=False, has_bare_months=True)
    in_name = draw(st.booleans())
    book = Book(file_format)
    for year in table.years:
        part = table.part(months=[month for month in table.months if month[:4] == year])
        drawing = Drawing(f"{table.headings.title} {year}" if in_name else year)
        book.drawings.append(drawing)
        draw_sheet(draw, drawing, layouts.months_across, part, shape, says_measure=not in_name)
    return book


@st.composite
def a_sheet_a_name(draw: st.DrawFn, file_format: str) -> Book:
    """One sheet for each museum or area, named by it; the names are known before."""
    table = draw(tables(file_format))
    shape = draw(shapes(layouts.one_name, table, file_format))
    book = Book(file_format, known={table.subject.kind: {plain_name(name): name for name in table.names}})
    for name in table.names:
        drawing = Drawing(name)
        book.drawings.append(drawing)
        draw_sheet(draw, drawing, layouts.one_name, table.part(names=[name]), shape)
    return book


@st.composite
def with_a_copy(draw: st.DrawFn, file_format: str) -> Book:
    """A table, and some of its figures again on another sheet, in another layout; some of them may contradict."""
    table = draw(tables(file_format))
    layout = draw(st.sampled_from(WITHOUT_MARKETS))
    first, second = Drawing("Ark1"), Drawing("Kopi")
    draw_sheet(draw, first, layout, table, draw(shapes(layout, table, file_format)), says_measure=True)
    figures = dict(table.figures)
    book = Book(file_format, [first, second])
    if draw(st.booleans()):
        changed = draw(st.sampled_from([cell for cell, value in figures.items() if value is not None]))
        figures[changed] = (figures[changed] or 0) + 1
        book.adds_up = False
    again = draw(spelled(replace(table, names=table.names[:2], figures=figures), file_format))
    draw_sheet(draw, second, layouts.long, again, draw(shapes(layouts.long, again, file_format)), says_measure=True)
    return book


def draw_sheet(
    draw: st.DrawFn,
    drawing: Drawing,
    layout: Layout,
    table: Table,
    shape: Shape,
    top: int = 0,
    left: int | None = None,
    *,
    says_measure: bool = False,
) -> None:
    """Draw lines above, the table, and notes below it."""
    code = table.spelling.code
    lines = draw(st.lists(st.sampled_from(TITLES[code]), max_size=2, unique=True))
    if says_measure:
        year = f" {table.years[0]}" if shape.has_bare_months and table.years[0] not in drawing.name else ""
        lines.insert(draw(st.integers(0, len(lines))), table.headings.title + year)
    left = draw(st.sampled_from([0, 0, 0, 1, 2])) if left is None else left
    top += draw(st.sampled_from([0, 0, 1]))
    for line in lines:
        drawing.write(top, left, line)
        top += 1
    top += draw(st.integers(0, 1)) if lines else 0
    before = set(drawing.cells)
    layout(drawing, table, shape, top, left)
    # A hidden label would take what stands under it along.
    drawing.can_hide_parts &= shape.labels == "repeated" and not drawing.merges and not shape.years_above
    bottom = max(row for row, _ in set(drawing.cells) - before) + 1
    bottom += draw(st.integers(0, 2))
    for line in draw(st.lists(st.sampled_from(NOTES[code]), max_size=2, unique=True)):
        drawing.write(bottom, left, line)
        bottom += 1
