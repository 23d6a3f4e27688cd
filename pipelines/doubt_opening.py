"""Figures that contradict each other: open and nobody came, closed and somebody did, a part above its whole."""

from collections.abc import Iterator, Mapping, Sequence

import numpy as np
import numpy.typing as npt
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from pipelines.cells import Rows, combined
from pipelines.doubt import Doubt, said
from pipelines.findings import Finding
from warehouse.schema import ALL, datasets

_WHERE = ["actor_id", "period"]
# What needs an open door; events, what is outside and online visits do not.
_INDOORS = (ALL, "exhibition", "tour", "education")
# A part, the whole it cannot exceed, and the dataset they stand in.
_PARTS = (
    ("offers", "sold", "offered"),
    ("visits", "paying_visits", "visits"),
    ("nights", "arrivals", "nights"),
)


def against_opening(facts: Mapping[str, pa.Table]) -> Iterator[Doubt]:
    """Give one doubt for each actor with visits while closed or none while open, and for each part above its whole."""
    if "opening" in facts and "visits" in facts:
        yield from _visits_and_doors(_open_months(facts["opening"]), _visits(facts["visits"]))
    for dataset_id, part, whole in _PARTS:
        if dataset_id in facts:
            yield from _above_whole(facts[dataset_id], dataset_id, part, whole)


def _open_months(opening: pa.Table) -> pd.DataFrame:
    """Return whether each actor was open in each month, where the file says so."""
    frame = opening.filter(pc.is_in(opening["measure"], pa.array(["open_flag", "open_days"]))).to_pandas()
    opened: pd.DataFrame = frame.groupby(_WHERE)["number"].max().rename("open").reset_index()
    return opened


def _visits(visits: pa.Table) -> pd.DataFrame:
    """Return the visits that need an open door, with their cells."""
    chosen = pc.and_(pc.equal(visits["measure"], "visits"), pc.is_in(visits["visit_type"], pa.array(_INDOORS)))
    frame: pd.DataFrame = visits.filter(chosen).select([*_WHERE, "number", "sheet", "cell"]).to_pandas()
    return frame


def _visits_and_doors(opened: pd.DataFrame, visits: pd.DataFrame) -> Iterator[Doubt]:
    both = visits.merge(opened, on=_WHERE)
    total = both.groupby(_WHERE)["number"].transform("sum")
    yield from _first_of_each(both[(both["open"] > 0) & (total == 0)], "open_without_visits")
    yield from _first_of_each(both[(both["open"] == 0) & (both["number"] > 0)], "visits_while_closed")


def _above_whole(table: pa.Table, dataset_id: str, part: str, whole: str) -> Iterator[Doubt]:
    parts, wholes = (table.filter(pc.equal(table["measure"], measure)) for measure in (part, whole))
    if not parts.num_rows or not wholes.num_rows:
        return
    most = _wholes_of(parts, wholes, [key.id for key in datasets()[dataset_id].keys])
    exceeding = np.flatnonzero(parts["number"].to_numpy() > most)
    frame = parts.take(exceeding).to_pandas().assign(whole=most[exceeding])
    yield from _first_of_each(frame.sort_values(["sheet", "cell"]), "part_above_whole")


def _wholes_of(parts: pa.Table, wholes: pa.Table, keys: Sequence[str]) -> npt.NDArray[np.float64]:
    """Return for each part its whole, infinite where there is none."""
    # Two columns of the same rows, as mostly: then part and whole stand side by side.
    if all(parts[key].equals(wholes[key]) for key in reversed(keys)):
        side_by_side: npt.NDArray[np.float64] = wholes["number"].to_numpy()
        return side_by_side
    both = pa.concat_tables([wholes.select(keys), parts.select(keys)])
    codes: Rows = np.zeros(both.num_rows, dtype=np.int64)
    for key in keys:
        codes = combined(codes, both[key].combine_chunks().dictionary_encode().indices.to_numpy().astype(np.int64))
    most = np.full(int(codes.max()) + 1, np.inf)
    most[codes[: wholes.num_rows]] = wholes["number"].to_numpy()
    return most[codes[wholes.num_rows :]]


def _first_of_each(frame: pd.DataFrame, code: str) -> Iterator[Doubt]:
    """Give one doubt for each actor or area, at its first cell; it says how many more there are."""
    whose = frame.columns[0]
    counts = frame.groupby(whose)[whose].transform("size")
    for row in frame.assign(n=counts).drop_duplicates(whose).to_dict("records"):
        values = {"more": str(row["n"] - 1)} if row["n"] > 1 else {}
        values |= {"other_value": said(row["whole"])} if "whole" in row else {}
        yield Doubt(Finding(code, f"{row['sheet']}!{row['cell']}", said(row["number"]), values), float(row["n"]))
