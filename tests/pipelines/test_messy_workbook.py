"""Twenty planted faults in twelve sheets of five layouts: each is named with its cell."""

from pathlib import Path

from pipelines.child import read_file
from tests.messy import FAULTS, messy_workbook


def test_every_planted_fault_is_named_with_its_cell(tmp_path: Path) -> None:
    path = tmp_path / "messy.xlsx"
    path.write_bytes(messy_workbook())
    named = {finding.place: finding.code for finding in read_file(path).refused}
    planted = {f"{sheet}!{cell}": code for (sheet, cell), (_, code) in FAULTS.items()}
    assert len(planted) == 20
    assert planted.items() <= named.items()
