"""A number left out of a long run of them, such as one age of all, is told."""

from collections.abc import Iterable
from pathlib import Path

import pytest

from pipelines.child import read_file
from pipelines.grid import CellValue, Sheet
from pipelines.reading import Interpretation
from tests.pipelines.grids import read, warned


def by_age(ages: Iterable[CellValue]) -> Interpretation:
    """Read a table of a place by age."""
    rows: list[list[CellValue]] = [["999", age, "2023", 1000 + at] for at, age in enumerate(ages)]
    return read(Sheet("Ark1", [["OMRÅDE", "ALDER", "TID", "INDHOLD"], *rows]))


@pytest.mark.parametrize("missing", [(7,), (3, 4, 9)])
def test_an_age_that_is_missing_in_between_is_told(missing: tuple[int, ...]) -> None:
    reading = by_age(age for age in range(20) if age not in missing)
    assert reading.facts
    told = {"value": ", ".join(map(str, missing)), "column": "ALDER", "low": "0", "high": "19"}
    assert warned(reading, "number_gap") == {"B1": told}


@pytest.mark.parametrize(
    "ages",
    [range(20), range(0, 60, 3), (0, 1, 3, 4), [*range(20), "22+"], (f"{age:03d}" for age in range(20) if age != 7)],
    ids=["whole", "sparse", "short", "with a text", "codes"],
)
def test_nothing_is_told_of(ages: Iterable[CellValue]) -> None:
    reading = by_age(ages)
    assert reading.facts
    assert warned(reading, "number_gap") == {}


def test_the_age_that_is_missing_from_an_official_file_is_told(shared: Path) -> None:
    reading = read_file(shared / "data" / "danish" / "dk_statbank_FOLK1A_codes_semicolon.csv")
    assert [finding.value for finding in reading.warnings if finding.code == "number_gap"] == ["38"]
