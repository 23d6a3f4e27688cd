"""Learn the names a workbook declares itself, in its own lists of places and actors."""

from collections.abc import Iterator

from pipelines.cells import SheetCells
from pipelines.find_tables import TableArea
from pipelines.grid import ErrorCell
from pipelines.key_texts import says_nothing, text_of
from pipelines.names import AREA, Names

_KINDS = {"actors": "actor", "destinations": "destination"}


def learn_names(cells: SheetCells, table: TableArea, names: Names) -> None:
    """Learn ids and names from a table of actors or destinations; of a destination its area's code too."""
    kind = _KINDS.get(table.layout.dataset.id)
    if kind is None or table.layout.questions:
        return
    for said in _rows(cells, table):
        identity = said.get(f"{kind}_id")
        if identity:
            entity = names.find(kind, identity) or identity
            names.learn(kind, identity, entity)
            names.learn(kind, said.get("name", ""), entity)
            names.declare(kind, entity)
            _learn_area(names, said, identity)


def _learn_area(names: Names, said: dict[str, str], identity: str) -> None:
    code = said.get("area_code")
    if code:
        area = names.find(AREA, code) or code
        for name in (code, identity, said.get("name", "")):
            names.learn(AREA, name, area)


def _rows(cells: SheetCells, table: TableArea) -> Iterator[dict[str, str]]:
    """Give what each row below the header says, by declared column."""
    layout = table.layout
    columns = {column.header.index: column.key.id for column in layout.keys}
    columns |= {value.header.index: value.column.id for value in layout.values}
    for row in range(table.header.stop, table.area.bottom + 1):
        texts = {
            name: text_of(value)
            for index, name in columns.items()
            if (value := cells.value(row, index)) is not None and not isinstance(value, ErrorCell)
        }
        yield {name: text for name, text in texts.items() if not says_nothing(text)}
