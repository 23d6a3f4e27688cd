"""Whatever the figures are, doubting them ends, and speaks of cells of the file and of nothing known before it."""

from collections.abc import Mapping
from typing import Any

import pyarrow as pa
from hypothesis import given
from hypothesis import strategies as st

from pipelines.doubts import MOST_OF_A_KIND, doubts
from warehouse.schema import datasets

DATASETS = ("visits", "nights", "revenue", "reference", "opening")
PERIODS = [
    *(f"{year}-{month:02d}" for year in (2022, 2023, 2024) for month in range(1, 13)),
    "2022", "2023", "2024", "2022/23", "2023-Q1", "2024-Q1",
]  # fmt: skip
NUMBERS = st.one_of(
    st.sampled_from([0.0, 1.0, 20.0, 55.0, 300.0, 3000.0, -40.0, 0.5]),
    st.floats(-1e12, 1e12, allow_nan=False),
    st.integers(0, 5000).map(float),
)
ROWS = st.lists(
    st.tuples(
        st.sampled_from("ABCD"), st.sampled_from(PERIODS), st.sampled_from(["all", "DK"]), st.integers(0, 2), NUMBERS,
        st.booleans(),
    ),
    max_size=60,
)  # fmt: skip


def table(dataset_id: str, rows: list[Any]) -> pa.Table:
    """A table of facts: each key once with a measure, some of them known before."""
    dataset = datasets()[dataset_id]
    measures = [column.id for column in dataset.columns if column.role == "measure" and column.is_number]
    names = [key.id for key in dataset.keys]
    made: dict[tuple[str, ...], dict[str, object]] = {}
    for at, (actor, period, part, measure, number, is_known) in enumerate(rows):
        said = dict.fromkeys(names, "all") | {names[0]: actor, "period": period}
        if "market" in names:
            said["market"] = part
        fact: dict[str, object] = {**said, "measure": measures[measure % len(measures)], "number": number, "text": None}
        fact |= {"sheet": "" if is_known else "Ark1", "cell": f"C{at + 2}"}
        made[*said.values(), str(fact["measure"])] = fact
    columns = [*names, "measure", "number", "text", "sheet", "cell"]
    kinds = {"number": pa.float64()}
    schema = pa.schema([(name, kinds.get(name, pa.string())) for name in columns])
    return pa.Table.from_pylist(list(made.values()), schema=schema)


@given(st.dictionaries(st.sampled_from(DATASETS), ROWS, min_size=1, max_size=3))
def test_doubts_end_and_speak_of_cells_of_the_file(rows: Mapping[str, list[Any]]) -> None:
    facts = {name: table(name, of_dataset) for name, of_dataset in rows.items()}
    cells = {f"{fact['sheet']}!{fact['cell']}" for one in facts.values() for fact in one.to_pylist() if fact["sheet"]}
    found = doubts({name: one for name, one in facts.items() if one.num_rows})
    assert {finding.place for finding in found} <= cells
    codes = [finding.code for finding in found if finding.code != "more_doubts"]
    assert all(codes.count(code) <= MOST_OF_A_KIND for code in codes)
