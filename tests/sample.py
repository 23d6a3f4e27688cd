"""The store of the sample region that tests look at: loaded once for all of them, and copied for whoever asks."""

import os
import shutil
from pathlib import Path

import pytest
from filelock import FileLock

from tests.server import run

UNTIL = "2025-12"


def sample_store(folders: pytest.TempPathFactory) -> Path:
    """Return the folder of a store of the caller's own with the sample region in it."""
    store = folders.mktemp("sample") / "store"
    shutil.copytree(_loaded(common_folder(folders)), store)
    return store


def common_folder(folders: pytest.TempPathFactory) -> Path:
    """Return the folder that all workers of a session have in common."""
    own = folders.getbasetemp()
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own


def _loaded(common: Path) -> Path:
    """The store that nobody changes: the first worker that comes loads it, the other waits."""
    loaded = common / "sample-region"
    with FileLock(common / "sample-region.lock"):
        if not loaded.exists():
            run("pipelines", "sample", "--until", UNTIL, "--quiet", store=common / "unfinished")
            (common / "unfinished").rename(loaded)
    return loaded
