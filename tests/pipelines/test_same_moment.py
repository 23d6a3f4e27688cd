"""Two people load the same file at the same moment: one finds it new, the other known, and nothing is doubled."""

import json
import subprocess
import sys
from pathlib import Path

from tests.pipelines.test_kill import PATIENCE
from tests.server import ROOT, environment
from tests.workbooks import rows_of, visits_by_month, workbook
from warehouse import facts, ledger
from warehouse.connect import Store, StoreAddress
from warehouse.schema import datasets

FACTS = 2 + 2 + 24


def start(path: Path, address: StoreAddress, by: str) -> subprocess.Popen[str]:
    where = environment(address.folder)
    if address.is_shared:
        where |= {"KULTURPULS_STORE": address.catalogue, "KULTURPULS_DATA": str(address.folder)}
    command = [sys.executable, "-m", "pipelines", "load", str(path), "--by", by, "--json", "--quiet"]
    return subprocess.Popen(command, cwd=ROOT, env=where, stdout=subprocess.PIPE, text=True)


def test_two_people_loading_one_file_at_the_same_moment_double_nothing(store: Store, tmp_path: Path) -> None:
    copies = [tmp_path / name for name in ("besøg.xlsx", "besøg (1).xlsx")]
    for copy in copies:
        copy.write_bytes(workbook(rows_of(visits_by_month())))
    people = [start(copy, store.address, by) for copy, by in zip(copies, ("Anna", "Mette"), strict=True)]
    told = [json.loads(person.communicate(timeout=PATIENCE)[0])["files"][0] for person in people]
    assert [person.returncode for person in people] == [0, 0]
    nothing = {"new": 0, "changed": 0, "same": 0}
    first, second = sorted(told, key=lambda one: int(one["upload"]))
    assert first["diff"] == {**nothing, "new": FACTS}
    assert second["diff"] == {**nothing, "same": FACTS}
    visits = facts.read_dataset(store, datasets()["visits"], ledger.read_ledger(store))
    assert dict(zip(visits["period"], visits["visits"], strict=True)) == visits_by_month()
    assert {event.recorded_by for event in ledger.read_ledger(store).loads} == {"Anna", "Mette"}
