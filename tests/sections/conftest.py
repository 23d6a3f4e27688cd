"""The store that a drawn section opens by itself."""

from pathlib import Path

import pytest

from tests.stores import copy_empty
from warehouse.connect import Store, open_store


@pytest.fixture
def blank_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Store:
    """An empty store of its own that the page opens too."""
    copy_empty(tmp_path / "store")
    monkeypatch.setenv("KULTURPULS_STORE", str(tmp_path / "store"))
    return open_store()
