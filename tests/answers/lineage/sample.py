"""The sample region as the answers read it, whole, and with nothing left but the facts a figure says it rests on."""

from collections.abc import Mapping
from functools import cache

import numpy as np
import pandas as pd

from answers.data import Data
from data.sample import sample_truth
from tests.answers.tables import StorelessData
from warehouse.schema import datasets

UNTIL = "2025-12"
# Who is who, and when they exist: no figure is told of a place without that.
IDENTITY = {
    "actors": ("name", "destination_id", "active_from", "active_to"),
    "destinations": ("name", "area_code", "landsdel"),
}


class FrameData(StorelessData):
    """Data of ready frames."""

    def __init__(self, frames: Mapping[str, pd.DataFrame]) -> None:
        super().__init__()
        self.frames = frames

    def frame(self, dataset_id: str) -> pd.DataFrame:
        """Return the frame itself."""
        return self.frames[dataset_id]


@cache
def whole_sample() -> FrameData:
    """Return the sample region in the shape that warehouse.facts.read_dataset gives."""
    truth = sample_truth(UNTIL)
    return FrameData({name: _shaped(name, truth.get(name)) for name in datasets()})


def _shaped(name: str, truth: pd.DataFrame | None) -> pd.DataFrame:
    dataset = datasets()[name]
    frame = pd.DataFrame() if truth is None else truth.reset_index(drop=True)
    made = {}
    for column in dataset.columns:
        told = frame[column.id] if column.id in frame else pd.Series(index=frame.index, dtype=object)
        if column.role == "key" and column.id not in frame:
            told = told.fillna(column.default)
        made[column.id] = told.astype(float) if column.is_number else told.astype(object).where(told.notna(), None)
    keys = [key.id for key in dataset.keys]
    return pd.DataFrame(made).sort_values(keys).reset_index(drop=True)


def only(whole: Data, wanted: Mapping[str, pd.DataFrame]) -> FrameData:
    """Return the data with every fact gone that is not wanted, but who is who."""
    return FrameData({name: _only(whole, name, wanted) for name in datasets()})


def _only(whole: Data, name: str, wanted: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    frame = whole.frame(name)
    if name not in wanted and name not in IDENTITY:
        return frame.iloc[:0]
    kept = _among(whole, name, wanted)
    kept[list(IDENTITY.get(name, ()))] = True
    return _kept(frame, name, kept)


def _among(whole: Data, name: str, wanted: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    """Where the facts of a dataset are among those wanted: a column of truth for each of its own."""
    known, keys = _keys(whole, name), [key.id for key in datasets()[name].keys]
    told = wanted.get(name, pd.DataFrame(columns=[*keys, "measure"]))
    at, rows = known.get_indexer(pd.MultiIndex.from_frame(told[keys])), np.arange(len(known))
    return pd.DataFrame(
        {column.id: np.isin(rows, at[told["measure"] == column.id]) for column in datasets()[name].measures}
    )


def _keys(whole: Data, name: str) -> pd.MultiIndex:
    """The key of each row, kept with the data because every figure looks for its own among them."""
    keys = [key.id for key in datasets()[name].keys]
    return whole.remember(("keys of", name), lambda: pd.MultiIndex.from_frame(whole.frame(name)[keys]))


def _kept(frame: pd.DataFrame, name: str, kept: pd.DataFrame) -> pd.DataFrame:
    there = np.flatnonzero(kept.to_numpy(bool).any(axis=1))
    made, known = frame.iloc[there].reset_index(drop=True), kept.iloc[there].reset_index(drop=True)
    for column in datasets()[name].measures:
        made[column.id] = made[column.id].where(known[column.id], float("nan") if column.is_number else None)
    told = [column.id for column in datasets()[name].measures]
    return made[made[told].notna().any(axis=1)].reset_index(drop=True)
