"""The engine of a closed store serves the next one."""

from pathlib import Path

import duckdb
import pytest

from tests.stores import put
from warehouse import engine, ledger
from warehouse.connect import Store, StoreAddress


def test_the_next_store_has_the_engine_of_a_closed_one_and_nothing_of_its_data(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = Store(StoreAddress.of(tmp_path / "first"))
    put(first, {"visits": [{"actor_id": "a", "period": "2025-01", "visits": 7}]})
    first.close()
    monkeypatch.setattr(engine, "_made", lambda _catalogue: pytest.fail("an engine was made"))
    second = Store(StoreAddress.of(tmp_path / "second"))
    assert ledger.read_ledger(second).events == ()
    with pytest.raises(duckdb.ConnectionException):
        first.rows("SELECT 1")
    second.close()
    again = Store(StoreAddress.of(tmp_path / "first"))
    assert ledger.current_version(again) == 1
    again.close()
