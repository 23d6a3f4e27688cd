"""The invented sample region, loaded through the same door as any other workbook."""

import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

from access.acts import By
from data.sample import last_complete_month, write_sample
from pipelines.load import Loaded, load
from warehouse.connect import Store
from warehouse.ledger import read_ledger


def load_sample(
    store: Store, by: By, until: str | None = None, progress: Callable[[float, str], None] | None = None
) -> list[Loaded]:
    """Write the sample workbooks up to a month (the last complete one) and load them, unless something stands already.

    `progress` is told the share done and the file in hand. Returns what was loaded, nothing for a store in use.
    """
    if read_ledger(store).standing:
        return []
    with tempfile.TemporaryDirectory() as folder:
        files = write_sample(Path(folder), until or last_complete_month(date.today()))
        loads = []
        for number, file in enumerate(files):
            if progress:
                progress(number / len(files), file.name)
            loads.append(load(store, file, by))
    return loads
