"""Strategies for one workbook again: the same figures under other names, in another order, layout, language, format."""

import random
from collections.abc import Sequence
from dataclasses import replace

from hypothesis import strategies as st

from tests.corpus import layouts
from tests.corpus.book import Book
from tests.corpus.books import draw_sheet
from tests.corpus.drawing import Drawing
from tests.corpus.layouts import Layout
from tests.corpus.subjects import MONTH_HEADERS, NIGHTS, REVENUE, TOTALS, VISITS, Subject
from tests.corpus.table import Headings, Table, made_figures
from tests.corpus.tables import shapes, spelled

_MONTHS = tuple(f"{year}-{month:02}" for year in (2022, 2023) for month in range(1, 13))
# Some months of both years in each half, so that each proves how its figures are written; the middle is in both.
_HALVES = (_MONTHS[:15], _MONTHS[9:])
_FORMATS = ("xlsx", "xlsx", "ods", "xls", "csv")
_NAMES = ("besøg.xlsx", "Kopi af tal (2)", "RETTET endelig version", "q3", "tal til bestyrelsen")


def _made(subject: Subject, names: int, markets: Sequence[str], chance: random.Random) -> Table:
    """Return a table spelled as the template is."""
    some = subject.names[:names]
    words = (subject.name_headers, MONTH_HEADERS, subject.figure_headers, subject.titles, TOTALS)
    headings = Headings(*(wordings["da"][0] for wordings in words))
    return Table(
        subject, some, _MONTHS, markets, made_figures(chance, subject, some, _MONTHS, markets), headings=headings
    )


def _original() -> list[Table]:
    chance = random.Random(4)
    return [_made(VISITS, 4, (), chance), _made(NIGHTS, 3, ("DE", "NO"), chance), _made(REVENUE, 3, (), chance)]


ORIGINAL = _original()
FIGURES = sum(value is not None for table in ORIGINAL for value in table.figures.values())


def original_book() -> Book:
    """Return the first workbook: a sheet for each table, a row for each figure."""
    book = Book("xlsx")
    for table in ORIGINAL:
        drawing = Drawing(table.subject.titles["da"][0])
        layouts.long(drawing, table, layouts.Shape(), 0, 0)
        book.drawings.append(drawing)
    return book


@st.composite
def variants(draw: st.DrawFn) -> list[tuple[str, Book]]:
    """The same figures as one workbook or several, perhaps in partly overlapping halves: their names and books."""
    file_format = draw(st.sampled_from(_FORMATS))
    halves = _HALVES if draw(st.booleans()) else (_MONTHS,)
    parts = [table.part(months=months) for months in halves for table in ORIGINAL]
    ordered = enumerate(draw(st.permutations(parts)), start=1)
    sheets = [draw(_redrawn(table, file_format, f"Ark{number}")) for number, table in ordered]
    if file_format == "csv" or draw(st.booleans()):
        books = [Book(file_format, [sheet], delimiter=draw(st.sampled_from(";,\t"))) for sheet in sheets]
    else:
        books = [Book(file_format, sheets)]
    return [(f"{draw(st.sampled_from(_NAMES))}-{number}", book) for number, book in enumerate(books)]


@st.composite
def _redrawn(draw: st.DrawFn, table: Table, file_format: str, name: str) -> Drawing:
    """The table in another order, spelling and layout."""
    table = replace(table, names=draw(st.permutations(table.names)))
    if draw(st.booleans()):
        table = replace(table, months=draw(st.permutations(table.months)))
    choices: list[Layout] = [layouts.long, layouts.markets_across if table.markets else layouts.months_across]
    layout = draw(st.sampled_from(choices if table.markets else [*choices, layouts.names_across]))
    shape = replace(draw(shapes(layout, table, file_format)), total_column=False)
    if list(table.months) != sorted(table.months):
        # Years and labels printed once belong to months in their order.
        shape = replace(shape, labels="repeated", years_above=False)
    drawing = Drawing(name)
    draw_sheet(draw, drawing, layout, draw(spelled(table, file_format)), shape, says_measure=True)
    return drawing
