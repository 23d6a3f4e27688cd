"""What a sent page holds: plain values, frozen once. The page and every export are made from it and from nothing else.

A number is kept exactly (`number`) and as it was written on the page (`text`); an export that carries numbers carries
`number`, everything that carries words carries `text`.
"""

import hashlib
from collections.abc import Iterator
from datetime import datetime
from typing import Literal

from pydantic import BaseModel, ConfigDict

SectionKind = Literal["headline", "tiles", "trend", "heatmap", "comparison", "regenerative", "ten_steps", "actions"]


class Frozen(BaseModel):
    """A part of a sent page; it never changes."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Cell(Frozen):
    """One cell of a table: its text as read, and the number where it is one.

    `key` names a shown number over time ("destination:eks-x|2025|visits_total", "...|visits|2025-07"), so that it can
    be found in newer data; "" for what is no figure. `code` is what stands for a value in words, which may be worded
    anew: the code of a label, or "closed".
    """

    text: str
    number: float | None = None
    key: str = ""
    code: str = ""


class Table(Frozen):
    """A table with a header for each column; `numeric` says which columns hold figures.

    A `folded` one holds the figures that sentences say, and need not stand open.
    """

    title: str
    headers: tuple[str, ...]
    numeric: tuple[bool, ...]
    rows: tuple[tuple[Cell, ...], ...]
    folded: bool = False


class Series(Frozen):
    """One line or one set of bars; None where there is no value."""

    name: str
    values: tuple[float | None, ...]


class Chart(Frozen):
    """What a figure draws, for slides whose charts can be edited; a grid is a heatmap of months by years."""

    kind: Literal["line", "bar", "grid"]
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    number_format: str = "#,##0"


class Mark(Frozen):
    """What a mark of a figure means: its look and colour as `charts.key` names them, and the words."""

    look: str
    colour: str
    words: str


class Figure(Frozen):
    """A drawing with its finding, the same in words, and its table; `svg` is "" where no Chrome was found.

    `svg_narrow` is the same drawing for a phone; `marks` is the key of what the drawing does not label.
    """

    title: str
    subtitle: str
    in_words: str
    svg: str
    svg_narrow: str = ""
    marks: tuple[Mark, ...] = ()
    chart: Chart | None
    table: Table


class Definition(Frozen):
    """What a KPI means, from its passport: parts with a heading and a text each, and the version of its formula."""

    kpi: str
    name: str
    parts: tuple[tuple[str, str], ...]
    version: str


class Source(Frozen):
    """Cells that a figure rests on: who is a role or an organisation, never a person's name."""

    file: str
    sheet: str
    cells: str
    upload: int
    loaded_at: datetime
    loaded_by: str
    name_for_signed_in: str = ""


class Tile(Frozen):
    """One figure of a place: value or reason, what it is compared with, how sure we are, and where it comes from."""

    kpi: str
    place: str
    label: str
    value: Cell
    unit: str
    period: str
    comparisons: tuple[str, ...] = ()
    compared: tuple[Cell, ...] = ()
    undefined_reason: str = ""
    grade: str = ""
    confidence: str = ""
    table: Table | None = None
    sources: tuple[Source, ...] = ()


class Section(Frozen):
    """One part of the page; parts that a kind does not have are empty."""

    kind: SectionKind
    heading: str
    sentence: str = ""
    comment: str = ""
    tiles: tuple[Tile, ...] = ()
    figures: tuple[Figure, ...] = ()
    tables: tuple[Table, ...] = ()
    starts_on_new_page: bool = False

    def cells(self) -> Iterator[Cell]:
        """Give every cell of the section: of its tiles, its tables, and the tables of its figures and tiles."""
        tables = [*self.tables, *(figure.table for figure in self.figures)]
        for tile in self.tiles:
            yield from (tile.value, *tile.compared)
            tables += [tile.table] if tile.table else []
        yield from (cell for table in tables for row in table.rows for cell in row)


class Content(Frozen):
    """A whole page as it was sent; `language` is da or en, `sent_by` a role or an organisation."""

    title: str
    language: Literal["da", "en"]
    places: tuple[str, ...]
    scope: str
    period: str
    compared_with: str
    frozen_at: datetime
    sent_by: str
    data_version: int
    app_version: str
    is_sample: bool
    sections: tuple[Section, ...]
    definitions: tuple[Definition, ...]

    def as_json(self) -> str:
        """Return the content as JSON, the same text for the same content."""
        return self.model_dump_json()

    @property
    def sha256(self) -> str:
        """The sha256 of the content's JSON."""
        return hashlib.sha256(self.as_json().encode()).hexdigest()

    def shown(self) -> dict[str, Cell]:
        """Return every figure shown, by its key."""
        return {cell.key: cell for section in self.sections for cell in section.cells() if cell.key}
