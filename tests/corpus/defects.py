"""Defects planted in figures and in the cells that say their month: each must be refused, and nothing else."""

import random
from collections.abc import Callable, Mapping
from datetime import date

from pipelines.grid import CellValue, ErrorCell, UncachedFormula
from tests.corpus.drawing import Drawing, Figure, Place
from tests.corpus.spelling import Spelling

BadFigure = Callable[[random.Random, Spelling], CellValue]

_WORDS = ("ca. hundrede", "se bilag 2", "12 eller 13", "not counted", "gik i stykker", "??")
_ERRORS = ("#DIV/0!", "#REF!", "#VALUE!")
_MONTHS = ("Jebruar 2023", "måned 13", "i sommer", "2023-13", "ukendt", "first half")
_FEWEST_COLUMNS = 4

BAD_FIGURES: Mapping[str, BadFigure] = {
    "words": lambda chance, _: chance.choice(_WORDS),
    "error": lambda chance, _: ErrorCell(chance.choice(_ERRORS)),
    "formula": lambda chance, _: UncachedFormula(f"=SUM(B{chance.randint(2, 9)}:B12)"),
    "far too large": lambda chance, spelling: spelling.number(10.0**13 + chance.randint(0, 9), 0),
    "negative": lambda chance, spelling: spelling.number(-chance.randint(1, 999), 0),
    "date": lambda chance, _: date(2023, chance.randint(1, 12), chance.randint(1, 28)),
    "fraction": lambda chance, spelling: spelling.number(chance.randint(1, 99) + 0.5, 1),
    "truth value": lambda chance, _: chance.random() < 0.5,
    "no number": lambda chance, _: chance.choice((float("nan"), float("inf"))),
}
# What a file of that format cannot hold, and what a column of amounts may hold.
NOT_IN: Mapping[str, frozenset[str]] = {
    "xlsx": frozenset({"no number"}),
    "calamine": frozenset({"no number"}),
    "ods": frozenset({"no number", "truth value"}),
    "xls": frozenset({"no number", "formula"}),
    "csv": frozenset({"no number", "formula", "truth value"}),
}
GOOD_AMOUNTS = frozenset({"negative", "fraction"})


def plant_figure(drawing: Drawing, figure: Figure, value: CellValue) -> set[Place]:
    """Spoil one figure; return what must be refused."""
    drawing.write(figure.place.row, figure.place.column, value)
    drawing.figures.remove(figure)
    return {figure.place}


def plant_month(drawing: Drawing, month: Place, chance: random.Random) -> set[Place]:
    """Spoil the cell that says a month; return it and the figures that rest on it."""
    drawing.write(month.row, month.column, chance.choice(_MONTHS))
    resting = [figure for figure in drawing.figures if month in figure.periods]
    drawing.figures = [figure for figure in drawing.figures if figure not in resting]
    return {month, *(figure.place for figure in resting)}


def months_to_spoil(drawing: Drawing) -> list[Place]:
    """Return the cells of months that can be spoiled: no proof rests on them, and a column has others on both sides."""
    by_month: dict[Place, list[Figure]] = {}
    for figure in drawing.figures:
        for month in figure.periods:
            by_month.setdefault(month, []).append(figure)
    proved = {month for month, figures in by_month.items() if any(one.place in drawing.fixed for one in figures)}
    headers = [month for month in by_month if _is_header(month, by_month)]
    rows = {month.row: sorted(one.column for one in headers if one.row == month.row) for month in headers}
    inner = {(row, column) for row, across in rows.items() if len(across) >= _FEWEST_COLUMNS for column in across[1:-1]}
    return [
        month
        for month in by_month
        if month not in proved and (month not in headers or (month.row, month.column) in inner)
    ]


def _is_header(month: Place, by_month: Mapping[Place, list[Figure]]) -> bool:
    return any(figure.place.row != month.row for figure in by_month[month])
