"""What the tests of the pipelines share."""

from pathlib import Path

import pytest


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to work in, with an empty store that the environment names."""
    monkeypatch.setenv("KULTURPULS_STORE", str(tmp_path / "store"))
    return tmp_path
