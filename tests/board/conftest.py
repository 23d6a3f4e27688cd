"""A store with the sample region, made once; records of their own for each test; a composition with every section."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from access.reader import LOCAL_ANALYST
from answers.data import Data, open_data
from board import drawings, route
from board.composition import Composition, usual_composition
from board.opens import Opens
from board.send import Sent, send
from tests.sample import sample_store
from warehouse.connect import Store, StoreAddress

MOMENT = datetime(2026, 3, 1, 9, tzinfo=UTC)
PLACE = "destination:eks-brisehavn"


@pytest.fixture(scope="session")
def sample_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a store with the sample region; nobody changes it."""
    return sample_store(tmp_path_factory)


@pytest.fixture(scope="session")
def sample_data(sample_folder: Path) -> Iterator[Data]:
    store = Store(StoreAddress.of(sample_folder))
    yield open_data(store)
    store.close()


@pytest.fixture
def own_records(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Records that no other test writes to."""
    monkeypatch.setenv("KULTURPULS_RECORDS", str(tmp_path / "records"))


class Uncounted(Opens):
    """Counts nothing: a count is written later, when the records of the test are gone."""

    def note(self, link: int) -> None:
        del link


@pytest.fixture(autouse=True)
def _uncounted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(route, "OPENED", Uncounted())


@pytest.fixture
def sent(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sample_data: Data, composition: Composition) -> Sent:
    """A page just sent, into records of its own, without drawings; its data are away."""
    monkeypatch.setenv("KULTURPULS_RECORDS", str(tmp_path / "records"))
    (tmp_path / "away").write_text("a file where a folder should be")
    monkeypatch.setenv("KULTURPULS_STORE", str(tmp_path / "away"))
    monkeypatch.setattr(drawings, "can_draw", lambda: False)
    return send(composition, sample_data, LOCAL_ANALYST)


@pytest.fixture(scope="session")
def composition() -> Composition:
    return usual_composition("Bestyrelsesmøde i marts", PLACE, 2025)


@pytest.fixture(scope="session")
def few_sections(composition: Composition) -> Composition:
    """The sections that are quickly computed."""
    kept = tuple(choice for choice in composition.sections if choice.kind in ("tiles", "trend", "heatmap"))
    chosen = ("visits_total", "season_evenness", "offseason_share", "capacity_utilisation")
    sections = tuple(
        choice.model_copy(update={"kpis": chosen}) if choice.kind == "tiles" else choice for choice in kept
    )
    return composition.model_copy(update={"sections": sections})
