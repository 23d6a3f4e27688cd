"""What is done to a workbook once it is drawn: parts hidden, defects planted."""

import random

from hypothesis import strategies as st

from tests.corpus.book import Book
from tests.corpus.defects import BAD_FIGURES, GOOD_AMOUNTS, NOT_IN, months_to_spoil, plant_figure, plant_month
from tests.corpus.drawing import Drawing

_FIGURES_A_DEFECT = 6
_MOST_DEFECTS = 4


def add_hidden(draw: st.DrawFn, book: Book) -> None:
    """Hide a row or a column of figures, or add a hidden sheet that says something else."""
    first = book.drawings[0]
    rows = {figure.place.row for figure in first.figures} - {place.row for place in first.fixed}
    columns = {figure.place.column for figure in first.figures} - {place.column for place in first.fixed}
    what = draw(st.sampled_from(["row", "column"] if book.format == "ods" else ["sheet", "row", "column"]))
    if what == "sheet":
        cells = {cell: value + 1 if type(value) is int else value for cell, value in first.cells.items()}
        book.drawings.append(Drawing("Kladde", cells, hidden=True))
    elif what == "row" and len(rows) > 3 and first.can_hide_parts:
        hidden = draw(st.sampled_from(sorted(rows)))
        first.hidden_rows.add(hidden)
        first.figures = [figure for figure in first.figures if figure.place.row != hidden]
        book.adds_up = False
    elif what == "column" and len(columns) > 3 and first.can_hide_parts:
        hidden = draw(st.sampled_from(sorted(columns)))
        first.hidden_columns.add(hidden)
        first.figures = [figure for figure in first.figures if figure.place.column != hidden]
        book.adds_up = False


def plant(draw: st.DrawFn, book: Book) -> None:
    """Plant a few defects, as many as the workbook can hold and still be read."""
    chance = random.Random(draw(st.integers(0, 2**32)))
    for _ in range(draw(st.integers(1, _MOST_DEFECTS))):
        drawing = chance.choice([one for one in book.drawings if not one.hidden])
        if len(drawing.figures) < _FIGURES_A_DEFECT * (1 + len(book.refused)):
            continue
        months = months_to_spoil(drawing)
        free = [figure for figure in drawing.figures if figure.place not in drawing.fixed]
        if months and draw(st.integers(0, 3)) == 0:
            book.refused |= plant_month(drawing, chance.choice(months), chance)
        elif free:
            figure = chance.choice(free)
            kinds = set(BAD_FIGURES) - NOT_IN.get(book.format, frozenset())
            kinds -= GOOD_AMOUNTS if figure.key.measure == "amount_dkk" else set()
            value = BAD_FIGURES[draw(st.sampled_from(sorted(kinds)))](chance, figure.spelling)
            book.refused |= plant_figure(drawing, figure, value)
        book.adds_up = False
