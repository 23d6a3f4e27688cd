"""A figure that is known and blank in a newer file stands, is listed, and goes only where a person says so."""

import json
from collections.abc import Sequence
from pathlib import Path

import openpyxl
import pytest

from access.reader import LOCAL_ANALYST
from answers.answer import Answer
from answers.data import data_with, open_data
from answers.impact import impact
from answers.places import places
from answers.show import all_answers
from kpis.result import Undefined
from pipelines.__main__ import main
from pipelines.child import read_file
from pipelines.erasing import count_of, touched_with, with_erased
from pipelines.load import load, preview, store_reading, undo
from tests.workbooks import PLACE, rows_of, visits_by_month, workbook
from warehouse import facts, ledger
from warehouse.connect import Store
from warehouse.schema import datasets

HEADER = ("Aktør", "Måned", "Besøg", "Betalende besøg")
FIRST = (("m1", "2024-01", 5, 3), ("m1", "2024-02", 6, 4), ("m1", "2024-03", 7, 5), ("m1", "2024-04", 8, 6))
# February is not in the file at all, March has no figure of any kind, April was closed.
NEWER = (("m1", "2024-01", 5, ".."), ("m1", "2024-03", None, None), ("m1", "2024-04", "lukket", 6))


def sheet(path: Path, rows: Sequence[Sequence[object]]) -> Path:
    book = openpyxl.Workbook()
    page = book.worksheets[0]
    page.title = "Besøg"
    for row in (HEADER, *rows):
        page.append(list(row))
    book.save(path)
    return path


def visits(store: Store) -> dict[tuple[str, str], float]:
    frame = facts.read_facts(store, datasets()["visits"], ledger.read_ledger(store))
    return dict(zip(zip(frame["period"], frame["measure"], strict=True), frame["number"], strict=True))


@pytest.fixture
def newer(store: Store, tmp_path: Path) -> Path:
    """A newer file with blanks, over a store that knows the first."""
    load(store, sheet(tmp_path / "first.xlsx", FIRST), "Anna")
    return sheet(tmp_path / "newer.xlsx", NEWER)


def test_known_figures_blank_in_a_newer_file_are_listed_with_their_cell_and_stand(store: Store, newer: Path) -> None:
    before = visits(store)
    blanked = preview(store, newer).blanked["visits"].to_pylist()
    assert {(row["cell"], row["period"], row["text"], row["old_number"], row["old_upload"]) for row in blanked} == {
        ("D2", "2024-01", "missing", 3.0, 1),
        ("C3", "2024-03", "blank", 7.0, 1),
        ("D3", "2024-03", "blank", 5.0, 1),
        ("C4", "2024-04", "closed", 8.0, 1),
    }
    assert load(store, newer, "Mette").erased == 0
    assert visits(store) == before


def test_chosen_ones_go_the_history_counts_them_and_undo_brings_them_back(store: Store, newer: Path) -> None:
    before = visits(store)
    shown = preview(store, newer)
    table = shown.blanked["visits"]
    chosen = {"visits": table.filter([cell == "C4" for cell in table["cell"].to_pylist()])}
    done = store_reading(store, newer, shown.reading, "Mette", erased=chosen)
    assert (done.erased, ledger.read_ledger(store).events[-1].erased) == (1, 1)
    assert visits(store) == {key: value for key, value in before.items() if key != ("2024-04", "visits")}
    undo(store, done.upload or 0, "Mette")
    assert visits(store) == before
    assert ledger.read_ledger(store).events[0].erased == 0


def test_an_erased_figure_that_is_loaded_again_is_new(store: Store, newer: Path) -> None:
    load(store, newer, "Mette", erasing="all")
    assert not preview(store, newer).blanked
    first = newer.with_name("first.xlsx")
    assert load(store, first, "Anna").difference.new == 4
    assert visits(store)["2024-03", "visits"] == 7


def test_a_figure_corrected_since_it_was_seen_is_kept(store: Store, newer: Path, tmp_path: Path) -> None:
    shown = preview(store, newer)
    load(store, sheet(tmp_path / "corrected.xlsx", [("m1", "2024-04", 80, 6)]), "Anna")
    assert store_reading(store, newer, shown.reading, "Mette", erased=shown.blanked).erased == 3
    assert visits(store)["2024-04", "visits"] == 80


def test_a_key_told_elsewhere_in_the_file_a_total_row_or_a_hidden_cell_is_not_blank(tmp_path: Path) -> None:
    rows = [*FIRST[:1], ("m1", "2024-02", None, 4), ("m1", "2024-02", 6, None), ("I alt", None, 11, None)]
    path = sheet(tmp_path / "twice.xlsx", rows)
    assert read_file(path).blanks == {}
    book = openpyxl.load_workbook(path)
    book.worksheets[0]["C3"] = book.worksheets[0]["C4"] = None
    book.worksheets[0].column_dimensions["C"].hidden = True
    book.save(path)
    assert "visits" not in [row["measure"] for table in read_file(path).blanks.values() for row in table.to_pylist()]


def test_the_figures_shown_with_erasures_are_those_after_the_load(store: Store, tmp_path: Path) -> None:
    first, second = tmp_path / "first.xlsx", tmp_path / "second.xlsx"
    first.write_bytes(workbook(rows_of(visits_by_month())))
    second.write_bytes(workbook(rows_of({**visits_by_month(), "2024-03": None, "2024-05": 9000})))  # type: ignore[dict-item]
    load(store, first, "Anna")
    before, shown = open_data(store), preview(store, second)
    assert count_of(shown.blanked) == 1
    after = data_with(store, shown.event, with_erased(shown.reading, shown.blanked))
    told = impact(before, after, touched_with(shown.touched, shown.blanked), LOCAL_ANALYST)
    store_reading(store, second, shown.reading, "Anna", erased=shown.blanked)
    loaded = all_answers(open_data(store), places(open_data(store))[PLACE], 2024, LOCAL_ANALYST)
    changed = {figure.after.id: figure.after.result for figure in told.figures if figure.year == 2024}
    assert changed
    assert changed == {kpi_id: loaded[kpi_id].result for kpi_id in changed}
    assert all(
        figure_of(answer) == figure_of(loaded[kpi_id])
        for kpi_id, answer in all_answers(before, places(before)[PLACE], 2024, LOCAL_ANALYST).items()
        if kpi_id not in changed
    )


def figure_of(answer: Answer) -> object:
    """What is shown as a figure; another reason for having none is none."""
    return None if isinstance(answer.result, Undefined) else answer.result


def test_the_command_line_lists_them_and_erases_only_when_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("KULTURPULS_STORE", str(tmp_path / "store"))
    first, newer = sheet(tmp_path / "first.xlsx", FIRST), sheet(tmp_path / "newer.xlsx", NEWER)
    main(["load", str(first), "--by", "Anna", "--json", "--quiet"])
    capsys.readouterr()
    main(["load", str(newer), "--by", "Mette", "--json", "--quiet"])
    kept = json.loads(capsys.readouterr().out)["files"][0]
    assert (kept["erased"], len(kept["blanked"])) == (0, 4)
    closed = next(row for row in kept["blanked"] if row["cell"] == "Besøg!C4")
    assert (closed["said"], closed["known"], closed["by"], closed["file"]) == ("closed", 8, "Anna", "first.xlsx")
    main(["load", str(newer), "--by", "Mette", "--quiet", "--erase"])
    assert "4 kendte tal blev fjernet." in capsys.readouterr().out
    main(["uploads", "--json"])
    assert [line["erased"] for line in json.loads(capsys.readouterr().out)["uploads"]] == [0, 0, 4]
