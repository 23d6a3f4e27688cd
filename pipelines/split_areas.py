"""Areas written with their code in front ("25016 - Cortina d'Ampezzo"): the name is a fact about the place too."""

from collections.abc import Iterator, Sequence

import numpy as np

from pipelines.cells import distinct
from pipelines.facts import Facts, Found
from pipelines.key_texts import text_of
from pipelines.names import AREA, Names, code_and_name
from pipelines.read_keys import KeyRead
from pipelines.read_table import TableRead
from warehouse.schema import datasets

_DESTINATION = "destination"


def add_split_areas(reads: Sequence[TableRead], names: Names, facts: Facts) -> None:
    """Add name and area code of each place whose area stands with code and name, resting on the first such cell.

    Call when the facts are settled. A place the file lists itself, or an area known to belong to another place, is left
    as it is.
    """
    told: set[str] = set()
    for read in reads:
        for key in read.keys:
            if key.column.key.kind == AREA:
                for row, code, name in _split_cells(read, key):
                    area = names.find(AREA, code) or code
                    if area not in told and _is_place_of_its_own(names, area):
                        told.add(area)
                        _add(read, key, row, {"name": name, "area_code": area}, area, facts)


def _is_place_of_its_own(names: Names, area: str) -> bool:
    if (_DESTINATION, area) in names.declared:
        return False
    return names.find(AREA, area) is None or names.find(_DESTINATION, area) is not None


def _split_cells(read: TableRead, key: KeyRead) -> Iterator[tuple[int, str, str]]:
    """Give row, code and name of each area so written on which stored figures rest."""
    stored = np.zeros(len(read.rows.rows), dtype=bool)
    for value in read.values:
        stored[value.positions[value.found.stands]] = True
    rows = read.rows.rows[key.says(stored)]
    codes, areas = distinct(*read.cells.column(rows, key.column.header.index))
    first = dict(zip(codes[::-1].tolist(), rows[::-1].tolist(), strict=True))
    for code, area in enumerate(areas):
        split = code_and_name(text_of(area))
        if split:
            yield first[code], *split


def _add(read: TableRead, key: KeyRead, row: int, said: dict[str, str], area: str, facts: Facts) -> None:
    one = np.zeros(1, dtype=np.int64)
    for measure, text in said.items():
        found = Found(
            datasets()["destinations"],
            measure,
            read.cells.sheet.name,
            key.column.header.index,
            np.array([row]),
            {"destination_id": ((area,), one)},
            texts=((text,), one),
        )
        found.stands = found.is_first = np.ones(1, dtype=bool)
        facts.add(found)
