"""Figures recomputed from the very cells that their lineage lists, read from the workbook that was loaded."""

import math
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import openpyxl
import pandas as pd
import pytest

from access.reader import LOCAL_ANALYST
from answers.data import Data, open_data
from answers.lineage.cells import Lineage, lineage
from answers.panel import nights_of
from answers.places import all_places
from answers.show import all_answers
from answers.whole_year import whole_year
from pipelines.load import load
from tests.stores import empty_store

PLACE, YEAR = "destination:bugten", 2024
MONTHS = [f"{YEAR}-{month:02d}" for month in range(1, 13)]
SHEETS: dict[str, list[list[object]]] = {
    "Destinationer": [["Destination", "Navn", "Område", "Indbyggere"], ["bugten", "Bugten", "999", 500]],
    "Aktører": [["Aktør", "Navn", "Destination"], ["fyret", "Fyret", "bugten"], ["museet", "Museet", "bugten"]],
    "Besøg": [
        ["Aktør", "Måned", "Marked", "Besøg"],
        *(["museet", month, "alle", 100 + 7 * place] for place, month in enumerate(MONTHS)),
        *(["museet", month, "Tyskland", 40] for month in MONTHS),
        *(["fyret", month, "alle", 30 + place] for place, month in enumerate(MONTHS)),
    ],
    "Omsætning": [
        ["Aktør", "Måned", "Indtægtstype", "Beløb (kr.)"],
        *(["museet", month, "entré", 4000 + 11 * place] for place, month in enumerate(MONTHS)),
        *(["museet", month, "butik", 900] for month in MONTHS),
        *(["museet", month, "tilskud", 50000] for month in MONTHS),
    ],
    "Overnatninger": [
        ["Område", "Måned", "Marked", "Overnatninger"],
        *(["999", month, "alle", 500 + 13 * place] for place, month in enumerate(MONTHS)),
        *(["999", month, "Danmark", 300] for month in MONTHS),
    ],
    "Borgere": [
        ["Destination", "Undersøgelse", "Svar", "Antal svar"],
        ["bugten", str(YEAR), "mere godt end skidt", 33],
        ["bugten", str(YEAR), "lige meget af hver", 9],
        ["bugten", str(YEAR), "mere skidt end godt", 8],
        ["bugten", str(YEAR), "ved ikke", 5],
    ],
}


class Loaded(NamedTuple):
    """A workbook, and the data after it was loaded."""

    book: openpyxl.Workbook
    data: Data

    def lineage(self, kpi_id: str) -> Lineage:
        place = all_places(self.data)[PLACE]
        answer = all_answers(self.data, place, YEAR, LOCAL_ANALYST)[kpi_id]
        return lineage(self.data, place, answer, LOCAL_ANALYST)

    def number(self, kpi_id: str) -> float | None:
        return self.lineage(kpi_id).answer.number

    def read(self, kpi_id: str, dataset: str) -> pd.DataFrame:
        """The cells of a lineage with what stands at their addresses in the workbook itself."""
        cells = self.lineage(kpi_id).cells[dataset]
        there = [self.book[sheet][cell].value for sheet, cell in zip(cells["sheet"], cells["cell"], strict=True)]
        return cells.assign(there=there)


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Loaded]:
    """The workbook above, loaded as any other."""
    folder = tmp_path_factory.mktemp("lineage")
    book = openpyxl.Workbook()
    for name, rows in SHEETS.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    book.remove(book.worksheets[0])
    path: Path = folder / "bugten.xlsx"
    book.save(path)
    with empty_store("embedded", folder / "store") as store:
        done = load(store, path, "Birte")
        assert done.upload is not None, done.reading
        yield Loaded(book, open_data(store))


def test_the_visits_are_the_sum_of_their_cells(loaded: Loaded) -> None:
    cells = loaded.read("visits_total", "visits")
    assert (len(cells), set(cells["market"])) == (24, {"all"})
    assert loaded.number("visits_total") == cells["there"].sum() == 12 * 130 + 8 * 66


def test_revenue_per_visit_is_the_money_of_its_cells_over_the_visits_of_its_cells(loaded: Loaded) -> None:
    money, visits = (loaded.read("revenue_per_visit", name) for name in ("revenue", "visits"))
    assert set(money["stream"]) == {"admission", "shop"}
    assert set(visits["actor_id"]) == {"museet"}
    assert loaded.number("revenue_per_visit") == pytest.approx(money["there"].sum() / visits["there"].sum())


def test_the_nights_are_the_sum_of_their_cells(loaded: Loaded) -> None:
    nights, told = (loaded.read("tourism_intensity", name) for name in ("nights", "destinations"))
    of_place = whole_year(nights_of(loaded.data, all_places(loaded.data)[PLACE]), YEAR)
    assert of_place == nights["there"].sum() == 12 * 500 + 13 * 66
    assert loaded.number("tourism_intensity") == pytest.approx(nights["there"].sum() / told["there"].sum())


def test_the_residents_support_is_that_of_the_answers_in_its_cells(loaded: Loaded) -> None:
    cells = loaded.read("resident_support_share", "residents").set_index("answer")["there"]
    assert cells.to_dict() == {"more_positive": 33, "equal": 9, "more_negative": 8, "dont_know": 5}
    assert loaded.number("resident_support_share") == pytest.approx(cells["more_positive"] / cells.sum())


def test_every_cell_of_every_figure_holds_what_is_listed(loaded: Loaded) -> None:
    place = all_places(loaded.data)[PLACE]
    numbers = 0
    for kpi_id in all_answers(loaded.data, place, YEAR, LOCAL_ANALYST):
        for dataset in loaded.lineage(kpi_id).cells:
            cells = loaded.read(kpi_id, dataset)
            told = cells[cells["number"].notna()]
            assert all(math.isclose(a, b) for a, b in zip(told["number"], told["there"], strict=True)), kpi_id
            numbers += len(told)
    assert numbers > 500


def test_a_lineage_says_which_file_who_and_when(loaded: Loaded) -> None:
    found = loaded.lineage("visits_total")
    assert [(event.file_name, event.recorded_by) for event in found.uploads] == [("bugten.xlsx", "Birte")]
    assert found.count == found.count_of(found.uploads[0].upload) == 24
