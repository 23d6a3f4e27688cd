"""Workbooks of any layout, language and format, sound or with defects: read as they are, to the cell."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from pipelines.account import totals
from pipelines.grid import Workbook, address
from pipelines.interpret import interpret
from pipelines.open_workbook import open_workbook
from pipelines.open_xlsx import scanned_sheets, with_calamine
from pipelines.reading import Interpretation, Reading
from tests.corpus.book import Book
from tests.corpus.books import books
from tests.corpus.counts import WORKBOOKS, counted
from tests.corpus.drawing import Key, Place
from tests.corpus.files import write
from tests.pipelines.grids import is_accounted
from warehouse.schema import ENTITY_KINDS, datasets


def opened(book: Book, folder: Path) -> Workbook:
    """Return the workbook as it is, or written to a file of its format and opened again."""
    if book.format == "grid":
        return book.workbook()
    path = write(book, folder)
    if book.format == "calamine":
        return Workbook("xlsx", with_calamine(path, scanned_sheets(path)))
    return open_workbook(path)


def stored(reading: Interpretation) -> dict[Key, tuple[float, str, str]]:
    """Return what is stored of figures: the value, its sheet and its cell."""
    found: dict[Key, tuple[float, str, str]] = {}
    for dataset_id, table in reading.facts.items():
        keys = datasets()[dataset_id].keys
        name = next(key.id for key in keys if key.kind in ENTITY_KINDS)
        others = [key.id for key in keys if key.id not in (name, "period")]
        for row in table.to_pylist():
            parts = [row[key] for key in others if row[key] != "all"] or ["all"]
            key = Key(dataset_id, row["measure"], row[name], row["period"], *parts)
            found[key] = (row["number"], row["sheet"], row["cell"])
    return found


def named(place: Place, book: Book) -> str:
    sheet = "book" if book.format == "csv" else place.sheet
    return f"{sheet}!{address(place.row, place.column)}"


def check(book: Book, folder: Path) -> None:
    workbook = opened(book, folder)
    reading = interpret(workbook, known=book.known)
    assert is_accounted(reading)
    assert reading.questions == []
    found = stored(reading)
    truth = book.truth()
    assert {key: value for key, (value, _, _) in found.items()} == pytest.approx(truth)
    assert {finding.place for finding in reading.refused} == {named(place, book) for place in book.all_refused()}
    told = book.told
    for key, (_, sheet, cell) in found.items():
        assert f"{sheet}!{cell}" in {named(figure.place, book) for figure in told[key]}
    if book.adds_up:
        assert [warning for warning in reading.warnings if warning.code == "total_differs"] == []
    check_sums(reading, truth)


def check_sums(reading: Interpretation, truth: dict[Key, float]) -> None:
    """What the report says the figures add up to, of the markets or of all, is what they do."""
    sums = totals(Reading(file="", sha256="", facts=reading.facts))[0]
    expected: dict[str, dict[str, float]] = {}
    for key, value in truth.items():
        if key.part == "all" or key._replace(part="all") not in truth:
            of_dataset = expected.setdefault(key.dataset, {})
            of_dataset[key.measure] = of_dataset.get(key.measure, 0) + value
    assert sums == {dataset: pytest.approx(of_dataset) for dataset, of_dataset in expected.items()}


@counted(WORKBOOKS)
def test_every_workbook_is_read_as_it_is_and_every_defect_is_named(tmp_path: Path, count: int) -> None:
    @settings(max_examples=count, suppress_health_check=list(HealthCheck))
    @given(books())
    def run(book: Book) -> None:
        check(book, tmp_path)

    run()
