"""What is known at one moment: the datasets as frames, read once for each state of the store."""

from collections import OrderedDict
from collections.abc import Callable, Hashable, Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from threading import RLock
from typing import NamedTuple, TypeVar, cast

import pandas as pd
import pyarrow as pa

from warehouse.connect import Store
from warehouse.facts import read_dataset
from warehouse.ledger import Event, Ledger, read_ledger
from warehouse.schema import datasets

Answer = TypeVar("Answer")
# Facts not yet stored, by dataset, as a reading has them.
Incoming = Mapping[str, pa.Table]

_KEPT_STATES = 3
_KEPT_ANSWERS = 2000
_states: OrderedDict[Hashable, "Data"] = OrderedDict()
_lock = RLock()


class Span(NamedTuple):
    """The first and last month of the reporters, and the last in which anybody has reported."""

    first: str
    last: str
    last_reported: str


class Data:
    """One state of the store. Frames and answers made from it are kept with it and go with it; never change them."""

    def __init__(
        self, store: Store, ledger: Ledger, as_of: datetime | None = None, incoming: Incoming | None = None
    ) -> None:
        self.store = store
        self.ledger = ledger
        self.as_of = as_of
        self._incoming = incoming or {}
        self._remembered: OrderedDict[Hashable, object] = OrderedDict()
        self._lock = RLock()

    def frame(self, dataset_id: str) -> pd.DataFrame:
        """Return the dataset as shown: keys as text, a column for each measure and attribute, one row for each key."""
        return self.remember(
            ("frame", dataset_id),
            lambda: read_dataset(self.store, datasets()[dataset_id], self.ledger, self._incoming.get(dataset_id)),
        )

    def remember(self, key: Hashable, compute: Callable[[], Answer]) -> Answer:
        """Return what `compute` gave the first time it was asked for under this key; the least used go first."""
        with self._lock:
            if key not in self._remembered:
                self._remembered[key] = compute()
                while len(self._remembered) > _KEPT_ANSWERS:
                    self._remembered.popitem(last=False)
            self._remembered.move_to_end(key)
            return cast(Answer, self._remembered[key])

    def remembers(self, key: Hashable) -> bool:
        """True where an answer is kept under this key."""
        with self._lock:
            return key in self._remembered

    @property
    def forecasts(self) -> Path:
        """The folder that keeps the forecasts of its series."""
        return self.store.address.folder / "forecasts"

    def in_view(self, dataset_id: str, rows: pd.DataFrame) -> pd.DataFrame:  # noqa: ARG002
        """Return those of the rows, which have the dataset's keys, that may be seen: here all of them."""
        return rows

    def span_of_everybody(self, measure: str) -> Span | None:  # noqa: ARG002
        """Return the months of all reporters where these are the data of some, else None."""
        return None

    @property
    def history(self) -> Ledger:
        """The events that may be seen: here all of them."""
        return self.ledger

    @property
    def version(self) -> int:
        """The number of the last event of the ledger."""
        return self.ledger.version

    @property
    def is_empty(self) -> bool:
        """True where nothing has been loaded, or everything is undone."""
        return not self.ledger.shown

    @property
    def is_sample(self) -> bool:
        """True where what is shown is the invented sample region."""
        return self.ledger.shows_sample


def open_data(store: Store, as_of: datetime | None = None) -> Data:
    """Return the data as true now, or as known at that moment (naive UTC); states already read are reused."""
    key = (store.address, store.snapshot(), as_of)
    with _lock:
        if key not in _states:
            _states[key] = Data(store, read_ledger(store, as_of), as_of)
            while len(_states) > _KEPT_STATES:
                _states.popitem(last=False)
        _states.move_to_end(key)
        return _states[key]


def data_with(store: Store, event: Event, incoming: Incoming) -> Data:
    """Return the data as they would be were these facts loaded by that event; nothing is stored."""
    ledger = read_ledger(store)
    return Data(store, replace(ledger, events=(*ledger.events, event)), incoming=incoming)
