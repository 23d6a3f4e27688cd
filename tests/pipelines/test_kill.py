"""A load that is killed, at whatever moment: afterwards the whole upload is there, or nothing of it."""

import random
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import pytest

from pipelines.load import load
from tests.server import ROOT, environment
from tests.workbooks import rows_of, visits_by_month, workbook
from warehouse import ledger, raw_files
from warehouse.connect import Store, StoreAddress
from warehouse.schema import datasets
from warehouse.tables import facts_table

ROUNDS = pytest.mark.parametrize(
    "rounds", [2, pytest.param(20, marks=[pytest.mark.soak, pytest.mark.timeout(1800)])], ids="{}-rounds".format
)
FACTS = {"destinations": 2, "actors": 2, "visits": 24}
PATIENCE = 120


@dataclass(frozen=True)
class Killing:
    """A moment of a load: `share` of the time that a whole load took, counted from its start or from its last stage."""

    after_reading: bool
    share: float


def moments(rounds: int) -> list[Killing]:
    """Seeded moments; two of three lie after the reading, where the store is written."""
    chance = random.Random(20)
    return [Killing(number % 3 != 0, chance.random()) for number in range(rounds)]


@dataclass(frozen=True)
class Pace:
    """How many seconds a load takes in all, and from the end of the reading."""

    whole: float
    storing: float


def start(path: Path, address: StoreAddress) -> subprocess.Popen[str]:
    where = environment(address.folder)
    if address.is_shared:
        where |= {"KULTURPULS_STORE": address.catalogue, "KULTURPULS_DATA": str(address.folder)}
    command = [sys.executable, "-m", "pipelines", "load", str(path)]
    return subprocess.Popen(command, cwd=ROOT, env=where, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)


def wait_until_read(process: subprocess.Popen[str]) -> None:
    assert process.stderr is not None
    assert any("checking" in line for line in process.stderr), "the load ended before it had read the file"


def run_whole(path: Path, address: StoreAddress) -> Pace:
    """Load without disturbance and tell how long it took."""
    began = time.monotonic()
    with start(path, address) as process:
        wait_until_read(process)
        read = time.monotonic()
        assert process.wait(PATIENCE) == 0
    ended = time.monotonic()
    return Pace(ended - began, ended - read)


def kill(path: Path, address: StoreAddress, moment: Killing, pace: Pace) -> bool:
    """Load and kill at that moment; true where the load was through before."""
    with start(path, address) as process:
        if moment.after_reading:
            wait_until_read(process)
        time.sleep(moment.share * (pace.storing if moment.after_reading else pace.whole))
        process.send_signal(signal.SIGKILL)
        return process.wait(PATIENCE) == 0


def stored(address: StoreAddress) -> dict[int, dict[str, int]]:
    """How many facts of each upload each dataset holds, in a store opened anew, checked against its ledger."""
    store = Store(address)
    found: dict[int, dict[str, int]] = {}
    for dataset in datasets().values():
        for upload, facts in store.rows(f"SELECT upload, count(*) FROM {facts_table(dataset)} GROUP BY upload"):
            found.setdefault(upload, {})[dataset.id] = facts
    events = ledger.read_ledger(store).events
    assert [event.upload for event in events] == list(range(1, len(events) + 1))
    assert {event.upload: event.facts for event in events} == {n: sum(facts.values()) for n, facts in found.items()}
    assert all(raw_files.raw_path(store, event.sha256).is_file() for event in events)
    store.close()
    return found


def book(folder: Path, number: int) -> Path:
    """A workbook unlike the others."""
    path = folder / f"{number}.xlsx"
    path.write_bytes(workbook(rows_of({month: count + number for month, count in visits_by_month().items()})))
    return path


@ROUNDS
def test_a_killed_load_is_there_as_a_whole_or_not_at_all(store: Store, tmp_path: Path, rounds: int) -> None:
    pace = run_whole(book(tmp_path, 0), store.address)
    loads = 1
    for number, moment in enumerate(moments(rounds), start=1):
        was_through = kill(book(tmp_path, number), store.address, moment, pace)
        found = stored(store.address)
        assert len(found) in ({loads + 1} if was_through else {loads, loads + 1})
        assert all(facts == FACTS for facts in found.values())
        loads = len(found)
    run_whole(book(tmp_path, rounds + 1), store.address)
    assert list(stored(store.address)) == list(range(1, loads + 2))


@ROUNDS
def test_a_store_that_is_killed_while_it_is_made_opens_and_loads(tmp_path: Path, rounds: int) -> None:
    path = book(tmp_path, 0)
    chance = random.Random(21)
    for number in range(rounds):
        address = StoreAddress.of(tmp_path / f"store{number}")
        with start(path, address) as process:
            deadline = time.monotonic() + PATIENCE
            while not address.folder.exists() and time.monotonic() < deadline:
                time.sleep(0.005)
            time.sleep(chance.random())
            process.kill()
        assert stored(address) in ({}, {1: FACTS})
        store = Store(address)
        assert load(store, path, "Mette").upload is not None
        store.close()
        assert all(facts == FACTS for facts in stored(address).values())
