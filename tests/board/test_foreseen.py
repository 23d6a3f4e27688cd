"""Before a load it is told how many sent pages will tell their readers of it."""

import shutil
from pathlib import Path

import pytest

from access.reader import LOCAL_ANALYST
from answers.data import Data, open_data
from board.composition import Composition, SectionChoice
from board.desk.foreseen import told_of_sent_pages
from board.links import revoke
from board.send import Sent, send
from frame.context import Context
from locales import DANISH
from tests.stores import put
from warehouse.connect import Store, StoreAddress

pytestmark = pytest.mark.usefixtures("own_records")


@pytest.fixture
def sent(composition: Composition, sample_data: Data, own_records: None) -> Sent:
    tiles = SectionChoice(kind="tiles", kpis=("visits_total",))
    return send(composition.model_copy(update={"sections": (tiles,)}), sample_data, LOCAL_ANALYST)


def told(before: Data, after: Data) -> str:
    return told_of_sent_pages(Context(before, LOCAL_ANALYST, DANISH, None, None, dark=False, pages={}), after)


def corrected(folder: Path, tmp_path: Path, period: str) -> Data:
    """The sample with another count in one month of one of its museums."""
    shutil.copytree(folder, tmp_path / "store")
    store = Store(StoreAddress.of(tmp_path / "store"))
    visits = open_data(store).frame("visits")
    actors = open_data(store).frame("actors")
    here = set(actors.loc[actors["destination_id"] == "eks-brisehavn", "actor_id"])
    of_month = visits[visits["actor_id"].isin(here) & (visits["period"] == period)].iloc[0]
    keys = {name: of_month[name] for name in visits.columns if isinstance(of_month[name], str)}
    put(store, {"visits": [{**keys, "visits": 99_999}]}, sample=True)
    return open_data(store)


def test_a_page_whose_number_moves_is_counted(
    sent: Sent, sample_data: Data, sample_folder: Path, tmp_path: Path
) -> None:
    after = corrected(sample_folder, tmp_path, "2025-07")
    assert told(sample_data, after) == "1 sendt bestyrelsesside får besked om ændringen."
    revoke(sent.link.id, LOCAL_ANALYST)
    assert told(sample_data, after) == ""


@pytest.mark.usefixtures("sent")
def test_a_page_whose_numbers_stay_is_not(sample_data: Data) -> None:
    assert told(sample_data, sample_data) == "0 sendte bestyrelsessider får besked om ændringen."
