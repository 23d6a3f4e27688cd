"""Figures that contradict each other: open and nobody came, closed and somebody did, a part above its whole."""

from collections.abc import Iterator, Mapping

import numpy as np
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
    ("opening", "seats_sold", "seats_offered"),
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
    both = table.filter(pc.is_in(table["measure"], pa.array([part, whole])))
    is_whole = pc.equal(both["measure"], whole).to_numpy()
    if is_whole.all() or not is_whole.any():
        return
    codes: Rows = np.zeros(both.num_rows, dtype=np.int64)
    for key in datasets()[dataset_id].keys:
        codes = combined(codes, both[key.id].combine_chunks().dictionary_encode().indices.to_numpy().astype(np.int64))
    figures = both["number"].to_numpy()
    most = np.full(int(codes.max()) + 1, np.inf)
    most[codes[is_whole]] = figures[is_whole]
    exceeding = np.flatnonzero(~is_whole & (figures > most[codes]))
    frame = both.take(exceeding).to_pandas().assign(whole=most[codes[exceeding]])
    yield from _first_of_each(frame.sort_values(["sheet", "cell"]), "part_above_whole")


def _first_of_each(frame: pd.DataFrame, code: str) -> Iterator[Doubt]:
    """Give one doubt for each actor or area, at its first cell; it says how many more there are."""
    whose = frame.columns[0]
    counts = frame.groupby(whose)[whose].transform("size")
    for row in frame.assign(n=counts).drop_duplicates(whose).to_dict("records"):
        values = {"more": str(row["n"] - 1)} if row["n"] > 1 else {}
        values |= {"other_value": said(row["whole"])} if "whole" in row else {}
        yield Doubt(Finding(code, f"{row['sheet']}!{row['cell']}", said(row["number"]), values), float(row["n"]))
