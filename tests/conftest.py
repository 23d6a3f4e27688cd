"""What every test may use: the shared real files where they are present, and steady property tests."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests.stores import KINDS, POSTGRES, empty_store
from warehouse import connect
from warehouse.connect import Store, StoreAddress

SHARED = Path(__file__).resolve().parents[2] / "shared"

settings.register_profile(
    "steady", derandomize=True, deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("steady")


@pytest.fixture(scope="session", autouse=True)
def _records(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep what tests do out of the records beside the app."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("KULTURPULS_RECORDS", str(tmp_path_factory.mktemp("records")))
        yield


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real files beside the project, or a skip that says it is not there."""
    if not (SHARED / "data").is_dir():
        pytest.skip("the folder of real files, ../shared, is not beside the project")
    return SHARED


@pytest.fixture(autouse=True)
def _stores_of_one_test(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Close the stores that a test opens in a folder of its own, so that the next one has their engines."""
    if "tmp_path" not in request.fixturenames:
        yield
        return
    folder: Path = request.getfixturevalue("tmp_path")
    own, others = dict[StoreAddress, Store](), connect._opened

    def opened(address: StoreAddress) -> Store:
        if not address.folder.is_relative_to(folder):
            return others(address)
        if address not in own:
            own[address] = Store(address)
        return own[address]

    monkeypatch.setattr(connect, "_opened", opened)
    yield
    for store in own.values():
        store.close()


@pytest.fixture(params=KINDS)
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """An empty store, once on each kind of catalogue; the shared one needs a PostgreSQL server."""
    if request.param == "shared" and not os.environ.get(POSTGRES):
        pytest.skip(f"{POSTGRES} names no PostgreSQL server")
    with empty_store(request.param, tmp_path / "store") as opened:
        yield opened
