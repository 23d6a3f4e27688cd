"""Small tables as the answers read them: rows of column id -> value, without a store behind them."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import cast

import pandas as pd

from answers.data import Data
from answers.panel import Panel, whole_panel
from answers.places import Place, all_places
from warehouse.connect import Store
from warehouse.ledger import Ledger
from warehouse.schema import Dataset, datasets

Row = Mapping[str, object]
Tables = Mapping[str, Sequence[Row]]


class StorelessData(Data):
    """Data without a store behind them."""

    def __init__(self) -> None:
        super().__init__(cast(Store, None), Ledger(()))

    @property
    def forecasts(self) -> Path:
        """A folder that is not there: nothing is kept."""
        return Path("no forecasts are kept")


class TableData(StorelessData):
    """Data of tables written in a test; a store gives the same frames, which test_data.py checks."""

    def __init__(self, tables: Tables) -> None:
        super().__init__()
        self.tables = tables

    def frame(self, dataset_id: str) -> pd.DataFrame:
        """Return the table in the shape that warehouse.facts.read_dataset gives."""
        return self.remember(
            ("frame", dataset_id), lambda: frame_of(datasets()[dataset_id], self.tables.get(dataset_id, ()))
        )


def frame_of(dataset: Dataset, rows: Sequence[Row]) -> pd.DataFrame:
    """Return the rows as a frame: keys as text or their default, numbers as floats, the rest as text, sorted by key."""
    columns: dict[str, pd.Series[float] | pd.Series[str]] = {}
    for column in dataset.keys:
        columns[column.id] = pd.Series([str(row.get(column.id, column.default)) for row in rows], dtype=object)
    for column in dataset.measures:
        values = [row.get(column.id) for row in rows]
        columns[column.id] = pd.Series(values, dtype=float if column.is_number else object)
    frame = pd.DataFrame(columns)
    keys = [column.id for column in dataset.keys]
    assert not frame.duplicated(keys).any(), "a key stands twice"
    return frame.sort_values(keys).reset_index(drop=True)


def months(
    actor: str, year: int, counts: Sequence[float | None], *, first: int = 1, column: str = "visits", **keys: object
) -> list[Row]:
    """Return a row for each count of consecutive months, None for a month without a row."""
    reporter = "area_code" if column in ("nights", "arrivals") else "actor_id"
    return [
        {reporter: actor, "period": f"{year}-{month:02d}", column: count, **keys}
        for month, count in enumerate(counts, first)
        if count is not None
    ]


def closed(actor: str, *periods: str) -> list[Row]:
    """Return opening rows that say the actor was closed."""
    return [{"actor_id": actor, "period": period, "open_flag": 0} for period in periods]


def opened(actor: str, year: int, days: Sequence[int], **more: object) -> list[Row]:
    """Return the opening of a year: so many days in each month, closed where there are none."""
    return [
        {"actor_id": actor, "period": f"{year}-{month:02d}", "open_flag": int(count > 0), "open_days": count, **more}
        for month, count in enumerate(days, 1)
    ]


def in_place(*actors: str, place: str = "p", **more: object) -> list[Row]:
    """Return actor rows that put them all in one destination."""
    return [{"actor_id": actor, "destination_id": place, **more} for actor in actors]


def place_of(data: Data, place: str = "destination:p") -> Place:
    """Return the place of that id."""
    return all_places(data)[place]


def visits_panel(*rows: Sequence[Row], **tables: Sequence[Row]) -> Panel:
    """Return the panel of visits of these rows, beside other tables."""
    return whole_panel(TableData({"visits": [row for part in rows for row in part], **tables}), "visits")
