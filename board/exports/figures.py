"""Every figure of a sent page in one list, and that list as CSV."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import pandas as pd

from answers.downloads import as_csv
from board.content import Cell, Content, Section, Table, Tile
from locales import ENGLISH, Language, language

_PERIOD = re.compile(r"\d{4}(-\d{2}|-Q[1-4])?")


@dataclass(frozen=True)
class Shown:
    """A figure where it stands: in a tile, or in a table at a row and a column."""

    section: str
    part: str
    row: str
    column: str
    place: str
    period: str
    unit: str
    kpi: str
    cell: Cell
    reason: str = ""


def shown_figures(content: Content) -> list[Shown]:
    """Return every figure of the page in the order it is read; one that is shown twice stands there twice."""
    of = _Page(content)
    return [figure for section in content.sections for figure in _of_section(section, of)]


class _Page:
    """What a figure's key tells of it in words: the page keeps names of places and no ids."""

    def __init__(self, content: Content) -> None:
        self._places, self._period = content.places, content.period
        self._say = language(content.language)
        tiles = [tile for section in content.sections for tile in section.tiles]
        self._named = {tile.value.key.partition("|")[0]: tile.place for tile in tiles}

    def place(self, key: str, title: str) -> str:
        """Return the place of a figure in a table: the page's only one, the key's, or the one in the table's title."""
        if len(self._places) == 1:
            return self._places[0]
        named = self._named.get(key.partition("|")[0])
        return named or next((place for place in self._places if place in title), "")

    def period(self, key: str) -> str:
        """Return the period of a figure: the one in its key, the year before for "before", else the page's."""
        _, told, *parts = (*key.split("|"), "", "")
        if "before" in parts and told.isdigit():
            told = str(int(told) - 1)
        return self._say.period(told) if _PERIOD.fullmatch(told) else self._period


def tables_of(section: Section) -> list[Table]:
    """Return the section's tables in the order they are read: those of its tiles, of its figures, its own."""
    of_tiles = [tile.table for tile in section.tiles if tile.table]
    return [*of_tiles, *(figure.table for figure in section.figures), *section.tables]


def _of_section(section: Section, of: _Page) -> Iterator[Shown]:
    for tile in section.tiles:
        yield from _of_tile(section, tile)
    for table in tables_of(section):
        yield from _of_table(section, table, of)


def _of_tile(section: Section, tile: Tile) -> Iterator[Shown]:
    for cell in (tile.value, *tile.compared):
        is_value = cell is tile.value
        yield Shown(
            section=section.heading,
            part=tile.label,
            row="",
            column="" if is_value else next((said for said in tile.comparisons if cell.text in said), ""),
            place=tile.place,
            period=tile.period,
            unit=tile.unit if is_value else "",
            kpi=tile.kpi,
            cell=cell,
            reason=tile.undefined_reason if is_value else "",
        )


def _of_table(section: Section, table: Table, of: _Page) -> Iterator[Shown]:
    for row in table.rows:
        for header, cell in zip(table.headers, row, strict=True):
            if cell.key or cell.number is not None:
                yield Shown(
                    section=section.heading,
                    part=table.title,
                    row=row[0].text if cell is not row[0] else "",
                    column=header,
                    place=of.place(cell.key, table.title),
                    period=of.period(cell.key),
                    unit="",
                    kpi="",
                    cell=cell,
                )


def figures_table(content: Content) -> pd.DataFrame:
    """Return every figure of the page as a table, its numbers as numbers and beside them as they were written."""
    say = language(content.language)
    rows = [
        {
            say.text("Section"): shown.section,
            say.text("Figure or table"): shown.part,
            say.text("Row"): shown.row,
            say.text("Column"): shown.column,
            say.text("Place"): shown.place,
            say.text("Period"): shown.period,
            say.text("Value"): shown.cell.number,
            say.text("Unit"): shown.unit,
            say.text("As written"): shown.cell.text,
            say.text("Why not"): shown.reason,
            say.text("Definition"): shown.kpi,
            say.text("Key"): shown.cell.key,
        }
        for shown in shown_figures(content)
    ]
    table = pd.DataFrame(rows, columns=list(rows[0]) if rows else [say.text("Value"), say.text("Key")])
    return table.astype({say.text("Value"): "float64"})


def as_figures_csv(content: Content) -> bytes:
    """Return every figure as CSV in the way of the page's language: a Danish page has semicolons and decimal commas."""
    return _csv(content, language(content.language))


def as_international_csv(content: Content) -> bytes:
    """Return every figure as CSV with commas and decimal points, whatever the page's language."""
    return _csv(content, ENGLISH)


def _csv(content: Content, way: Language) -> bytes:
    return as_csv(figures_table(content), way)
