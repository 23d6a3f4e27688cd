"""The facts of a file as they are found, column by column: one of each key, repeats counted once, conflicts told."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from pipelines.cells import combined
from pipelines.grid import address, letters_of
from warehouse.schema import ENTITY_KINDS, Dataset, datasets, each_of

Integers = npt.NDArray[np.int64]
_ABSENT = np.int64(-1)


@dataclass
class Found:
    """Values found in one column of a sheet: for each of `rows` its keys, and a number or a text.

    `keys` has for each key of the dataset its texts and the positions of the rows' values among them. After `settle`,
    `stands` is false where the value conflicts, `is_first` true where it is the one stored, and `other` gives the
    position (in all found of the dataset and measure) of a value it conflicts with.
    """

    dataset: Dataset
    measure: str
    sheet: str
    column: int
    rows: Integers
    keys: Mapping[str, tuple[Sequence[str], Integers]]
    numbers: npt.NDArray[np.float64] | None = None
    texts: tuple[Sequence[str], Integers] | None = None
    stands: npt.NDArray[np.bool_] = field(default_factory=lambda: np.zeros(0, dtype=bool))
    is_first: npt.NDArray[np.bool_] = field(default_factory=lambda: np.zeros(0, dtype=bool))
    conflicts: dict[int, tuple["Found", int]] = field(default_factory=dict)

    def cell_at(self, position: int) -> str:
        """Return the address of the cell the value at a position stands in."""
        return address(int(self.rows[position]), self.column)

    def value_at(self, position: int) -> str:
        """Return the value at a position as text."""
        if self.numbers is not None:
            return f"{self.numbers[position]:.15g}"
        texts, codes = self.texts or ((), np.zeros(0, dtype=np.int64))
        return texts[int(codes[position])]


class Facts:
    """All the facts of a file."""

    def __init__(self) -> None:
        self._found: dict[str, dict[str, list[Found]]] = defaultdict(lambda: defaultdict(list))
        self._codes: dict[tuple[str, str], dict[str, int]] = defaultdict(dict)

    def add(self, found: Found) -> None:
        """Add values found in one column."""
        if len(found.rows):
            self._found[found.dataset.id][found.measure].append(found)

    def settle(self) -> None:
        """Count equal repeats of a key once, and mark every value of a key whose values differ as conflicting."""
        for by_measure in self._found.values():
            for parts in by_measure.values():
                self._settle(parts)

    def _settle(self, parts: Sequence[Found]) -> None:
        keys = self._combined_keys(parts)
        values = self._values(parts)
        order = np.lexsort((np.arange(len(keys)), keys))
        starts = np.concatenate(([True], keys[order][1:] != keys[order][:-1]))
        group = np.cumsum(starts) - 1
        first = order[np.flatnonzero(starts)][group]
        differs = np.zeros(group[-1] + 1, dtype=bool)
        differs[group[values[order] != values[first]]] = True
        stands, is_first = np.empty(len(keys), dtype=bool), np.zeros(len(keys), dtype=bool)
        stands[order] = ~differs[group]
        is_first[order[starts]] = True
        self._share_out(parts, stands, is_first & stands)
        self._tell_conflicts(parts, order[differs[group]], group[differs[group]], values)

    def _combined_keys(self, parts: Sequence[Found]) -> Integers:
        """Return one number for each value found, equal where all its keys are equal."""
        keys: Integers = np.zeros(sum(len(part.rows) for part in parts), dtype=np.int64)
        for key in parts[0].dataset.keys:
            codes = self._codes[key.kind, key.id]
            keys = combined(keys, np.concatenate([self._code(codes, *part.keys[key.id]) for part in parts]))
        return keys

    @staticmethod
    def _code(codes: dict[str, int], texts: Sequence[str], positions: Integers) -> Integers:
        known = np.array([codes.setdefault(text, len(codes)) for text in texts], dtype=np.int64)
        return known[positions]

    @staticmethod
    def _values(parts: Sequence[Found]) -> npt.NDArray[np.float64]:
        """Return one number for each value found, equal where the values are equal."""
        codes: dict[str, int] = {}
        return np.concatenate(
            [
                part.numbers
                if part.numbers is not None
                else Facts._code(codes, *(part.texts or ((), part.rows))).astype(np.float64)
                for part in parts
            ]
        )

    @staticmethod
    def _share_out(parts: Sequence[Found], stands: npt.NDArray[np.bool_], is_first: npt.NDArray[np.bool_]) -> None:
        start = 0
        for part in parts:
            end = start + len(part.rows)
            part.stands, part.is_first = stands[start:end], is_first[start:end]
            start = end

    @staticmethod
    def _tell_conflicts(
        parts: Sequence[Found], positions: Integers, groups: Integers, values: npt.NDArray[np.float64]
    ) -> None:
        """Tell each conflicting value the first of its key that differs from it."""
        starts = np.cumsum([0, *(len(part.rows) for part in parts)])
        by_group: dict[int, list[int]] = defaultdict(list)
        for position, group in zip(positions.tolist(), groups.tolist(), strict=True):
            by_group[group].append(position)
        for members in by_group.values():
            for position in members:
                other = next(member for member in members if values[member] != values[position])
                mine, theirs = (int(np.searchsorted(starts, one, side="right")) - 1 for one in (position, other))
                parts[mine].conflicts[position - int(starts[mine])] = (parts[theirs], other - int(starts[theirs]))

    def rows(self) -> dict[str, int]:
        """Return for each dataset how many distinct keys its facts have."""
        return {name: table_rows for name in self._found if (table_rows := self._distinct_keys(name))}

    def _distinct_keys(self, dataset_id: str) -> int:
        parts = [part for found in self._found[dataset_id].values() for part in found]
        kept = np.concatenate([part.is_first for part in parts])
        return len(np.flatnonzero(np.bincount(self._combined_keys(parts)[kept])))

    def tables(self) -> dict[str, pa.Table]:
        """Return the facts of each dataset as the Arrow table that Reading describes."""
        found = {name: self._table(datasets()[name], by_measure) for name, by_measure in self._found.items()}
        return {name: table for name, table in found.items() if table.num_rows}

    def untold(self, blanks: Mapping[str, Mapping[str, Sequence[Found]]]) -> dict[str, pa.Table]:
        """Return those of other finds, by dataset and measure, of whose keys no fact says anything, each key once."""
        for dataset_id, by_measure in blanks.items():
            for measure, parts in by_measure.items():
                told = self._found.get(dataset_id, {}).get(measure, [])
                keys = self._combined_keys([*told, *parts])
                of_told, own = np.split(keys, [sum(len(part.rows) for part in told)])
                first = np.zeros(len(own), dtype=bool)
                first[np.unique(own, return_index=True)[1]] = True
                self._share_out(parts, first, first & ~np.isin(own, of_told))
        tables = {name: self._table(datasets()[name], by_measure) for name, by_measure in blanks.items()}
        return {name: table for name, table in tables.items() if table.num_rows}

    def _table(self, dataset: Dataset, by_measure: Mapping[str, Sequence[Found]]) -> pa.Table:
        names = [*(key.id for key in dataset.keys), "measure", "number", "text", "sheet", "cell"]
        types = [pa.float64() if name == "number" else pa.string() for name in names]
        schema = pa.schema(list(zip(names, types, strict=True)))
        batches = [self._batch(dataset, measure, parts, schema) for measure, parts in by_measure.items()]
        return pa.concat_tables(batches) if batches else schema.empty_table()

    def _batch(self, dataset: Dataset, measure: str, parts: Sequence[Found], schema: pa.Schema) -> pa.Table:
        """Return the facts of one measure that are stored."""
        kept = [np.flatnonzero(part.is_first) for part in parts]
        sizes = [len(positions) for positions in kept]
        columns: dict[str, pa.Array] = {}
        for key in dataset.keys:
            codes = self._codes[key.kind, key.id]
            columns[key.id] = _decoded(
                [self._code(codes, texts, positions[rows]) for (texts, positions), rows in _each(parts, key.id, kept)],
                codes,
            )
        columns["measure"] = pa.repeat(measure, sum(sizes))
        columns |= _values_of(parts, kept)
        columns["sheet"] = _repeated([part.sheet for part in parts], sizes)
        columns["cell"] = pa.concat_arrays([_cells(part, rows) for part, rows in zip(parts, kept, strict=True)])
        return pa.table([columns[name] for name in schema.names], schema=schema)


def entities_in(tables: Mapping[str, pa.Table]) -> set[str]:
    """Return the ids of all actors, places and areas that tables of facts speak of."""
    found: set[str] = set()
    for dataset_id, table in tables.items():
        for column in datasets()[dataset_id].columns:
            if column.kind in ENTITY_KINDS and column.role == "key":
                found |= set(pc.unique(table[column.id]).to_pylist())
            elif column.kind in ENTITY_KINDS:
                found |= _texts_of(table, column.id)
            elif column.kind == "actors":
                found |= {actor for text in _texts_of(table, column.id) for actor in each_of(text)}
    return found


def _texts_of(table: pa.Table, measure: str) -> set[str]:
    return set(pc.unique(table.filter(pc.equal(table["measure"], measure))["text"]).to_pylist())


def _each(
    parts: Sequence[Found], key: str, kept: Sequence[Integers]
) -> Iterator[tuple[tuple[Sequence[str], Integers], Integers]]:
    return ((part.keys[key], rows) for part, rows in zip(parts, kept, strict=True))


def _values_of(parts: Sequence[Found], kept: Sequence[Integers]) -> dict[str, pa.Array]:
    """Return the numbers and the texts of the values kept; one of the two is empty."""
    count = sum(len(rows) for rows in kept)
    if all(part.numbers is not None for part in parts):
        numbers = [part.numbers[rows] for part, rows in zip(parts, kept, strict=True) if part.numbers is not None]
        return {"number": pa.array(np.concatenate(numbers)), "text": pa.nulls(count, pa.string())}
    book: dict[str, int] = {}
    texts = [
        np.array([book.setdefault(text, len(book)) for text in part.texts[0]], dtype=np.int64)[part.texts[1][rows]]
        for part, rows in zip(parts, kept, strict=True)
        if part.texts
    ]
    return {"number": pa.nulls(count, pa.float64()), "text": _decoded(texts, book)}


def _decoded(codes: Sequence[Integers], book: Mapping[str, int]) -> pa.Array:
    """Return the texts at those positions of a code book."""
    positions = pa.array(np.concatenate(codes), pa.int32())
    return pa.DictionaryArray.from_arrays(positions, pa.array(list(book), pa.string())).cast(pa.string())


def _cells(part: Found, positions: Integers) -> pa.Array:
    """Return the addresses of a part's values at the positions."""
    numbers = pc.cast(pa.array(part.rows[positions] + 1), pa.string())
    return pc.binary_replace_slice(numbers, 0, 0, letters_of(part.column))


def _repeated(texts: Sequence[str], sizes: Sequence[int]) -> pa.Array:
    """Return each text as many times as its size says."""
    return pa.array(texts, pa.string()).take(pa.array(np.repeat(np.arange(len(texts)), sizes)))
