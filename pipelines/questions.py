"""What each question is about, and its possible answers: a question of the layout, or of these very figures.

How figures are written is a habit of the layout, and its answer serves the next file. Whose they are, and of which
year, is no habit: such an answer serves these figures only, or next year's file would be stored as this year's.
"""

import hashlib
from collections.abc import Iterator

from locales import plain_name
from pipelines.asking import KINDS, Ask, subject_of
from pipelines.cells import SheetCells
from pipelines.evidence import Evidence, years_in
from pipelines.find_tables import TableArea
from pipelines.layout import Layout, ValueColumn
from pipelines.names import NEW, Names
from warehouse.schema import ENTITY_KINDS, Column, datasets

_LONGEST_SUBJECT = 80
_MOST_OPTIONS = 200
_LENGTH = 8
REFERENCE = "reference"


def ask_of_table(code: str, cells: SheetCells, table: TableArea) -> Ask:
    """Return the question of that code about a whole table."""
    if code == "which_measure" and table.layout.dataset.id != REFERENCE:
        around = "|".join(filter(None, (subject_of(clue.text) for clue in table.layout.nearby)))
        return table.answers.ask(code, around[:_LONGEST_SUBJECT])
    if code == "which_name" and names_stand_as_headers(table.layout):
        return table.answers.ask(code)
    return table.answers.ask(code, _figures(cells, table))


def ask_of_column(code: str, table: TableArea, value: ValueColumn) -> Ask:
    """Return the question of that code about a column of figures, or about those spread over one header.

    What a dash means is asked once for the whole layout.
    """
    if code == "dash":
        return table.answers.ask(code)
    subject = value.column.id if value.is_wide else subject_of(value.header.text)
    above = Evidence(table.layout.nearby, Names()).scale() if code == "scale" else None
    said = next((part.meaning.scale for part in value.header.parts if part.meaning.scale), above)
    if code == "scale" and said:
        subject = f"{subject} ({plain_name(said)})"
    return table.answers.ask(code, subject)


def options_of_table(code: str, cells: SheetCells, table: TableArea, names: Names) -> tuple[str, ...]:
    """Return what a question about a whole table may be answered with; () where any fitting text will do.

    What the name of a csv file says, which is also that of its sheet, is not enough to read by, but worth a suggestion.
    """
    layout = table.layout
    near = [*(clue.text for clue in layout.nearby), cells.sheet.name]
    if code == "which_measure":
        return () if layout.dataset.id == REFERENCE else tuple(measures_for(layout))
    if code == "which_year":
        return tuple(dict.fromkeys(year for text in near for year in years_in(text)))
    if names_stand_as_headers(layout):
        return (NEW,)
    key = missing_name(layout)
    if key is None:
        return ()
    alike = [entity for text in near for entity, _ in names.like(key.kind, text)]
    return tuple(dict.fromkeys((*alike, *sorted(names.ids(key.kind)))))[:_MOST_OPTIONS]


def options_of_column(code: str) -> tuple[str, ...]:
    """Return what a question about a column may be answered with."""
    return KINDS[code]


def names_stand_as_headers(layout: Layout) -> bool:
    """True where the question is whether unknown headers, or labels above their rows, are names."""
    sections = any(key.sections and key.key.kind in ENTITY_KINDS for key in layout.keys)
    return sections or any(
        layout.dataset.column(key).kind in ENTITY_KINDS for value in layout.values for key in value.fixed
    )


def missing_name(layout: Layout) -> Column | None:
    """Return the required actor or place that nothing says, or None."""
    return next((key for key in missing_keys(layout) if key.kind in ENTITY_KINDS), None)


def missing_keys(layout: Layout) -> list[Column]:
    """Return the required keys that no column, header or title says."""
    said = {column.key.id for column in layout.keys} | set(layout.constants)
    said |= {key for value in layout.values for key in value.fixed}
    if layout.period or any(value.period for value in layout.values):
        said |= {key.id for key in layout.dataset.keys if key.kind == "period"}
    return [key for key in layout.dataset.keys if key.required and key.id not in said]


def measures_for(layout: Layout) -> Iterator[str]:
    """Give the measures, as "dataset.column", of which the figures of a table with these keys can be."""
    keys = {column.key.id for column in layout.keys} | set(layout.constants)
    keys |= {key for value in layout.values for key in value.fixed}
    for dataset in datasets().values():
        known = {key.id: key for key in dataset.keys}
        needed = {key.id for key in dataset.keys if key.required and key.kind != "period"}
        if needed <= keys <= set(known) and all(known[key].kind == layout.dataset.column(key).kind for key in keys):
            for column in dataset.measures:
                if column.role == "measure" and column.kind in ("integer", "number"):
                    yield f"{dataset.id}.{column.id}"


def _figures(cells: SheetCells, table: TableArea) -> str:
    """Return a short text that only these very figures have, the same for all datasets of one table."""
    area = slice(table.header.start, table.area.bottom + 1), slice(table.area.left, table.area.right + 1)
    said = "\n".join(map(str, cells.values[area][cells.read[area]]))
    sheet = next((clue.text for clue in table.layout.nearby if clue.cell is None), "")
    return f"{plain_name(sheet)} {hashlib.sha256(said.encode()).hexdigest()[:_LENGTH]}".strip()
