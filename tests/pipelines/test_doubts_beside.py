"""A file with one new month is doubted beside the years that are known; what is known already is not doubted again."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from pipelines.child import read_file
from pipelines.load import load, preview
from tests.stores import empty_store
from tests.workbooks import rows_of, visits_by_month, workbook
from warehouse.connect import Store


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A store that knows two years of a museum, one leap among them."""
    folder = tmp_path_factory.mktemp("known")
    with empty_store("embedded", folder / "store") as store:
        load(store, written(folder, visits_by_month() | {"2024-09": 90}), "test")
        yield store


def written(folder: Path, visits: dict[str, int]) -> Path:
    path = folder / "visits.xlsx"
    path.write_bytes(workbook({"visits": rows_of(visits)["visits"]}))
    return path


def doubts(store: Store, path: Path) -> list[tuple[str, str, str]]:
    return [
        (finding.code, finding.place, finding.values.get("other_value", ""))
        for finding in preview(store, path).reading.warnings
        if finding.code != "unknown_name"
    ]


def test_a_new_month_is_held_against_the_same_month_last_year(known: Store, tmp_path: Path) -> None:
    path = written(tmp_path, {"2025-01": 7000, "2025-02": 1500})
    assert [finding.code for finding in read_file(path).warnings if finding.code != "unknown_name"] == []
    last_year = visits_by_month()["2024-01"]
    assert doubts(known, path) == [("large_change", "Besøg!C2", str(last_year))]


def test_a_good_month_raises_no_doubt_though_old_ones_would(known: Store, tmp_path: Path) -> None:
    assert doubts(known, written(tmp_path, {"2025-01": 1900})) == []


def test_a_correction_of_a_known_leap_is_not_held_against_itself(known: Store, tmp_path: Path) -> None:
    assert doubts(known, written(tmp_path, {"2024-09": visits_by_month()["2024-09"]})) == []


def test_a_new_zero_is_told_where_there_never_was_one(known: Store, tmp_path: Path) -> None:
    assert doubts(known, written(tmp_path, {"2025-03": 0})) == [("sudden_zero", "Besøg!C2", "")]
