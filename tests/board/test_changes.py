"""A sent page stays as it was, to the byte; its banner names every number that is another one now, and no other."""

import random
import re
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from access.reader import LOCAL_ANALYST
from answers import season as season_answers
from answers.data import Data, open_data
from board import banner, drawings
from board.banner import Banners
from board.beside import beside_html
from board.changes import changes
from board.composition import Composition
from board.content import Cell
from board.definitions import version_of
from board.freeze import freeze
from board.page.html import BANNER_PLACE
from board.pages_sent import SentPage, page
from board.send import send
from kpis.catalogue import catalogue
from kpis.result import Result, Value
from kpis.season.peaks import peak_month_share
from locales.language import Language
from tests.board.conftest import MOMENT, PLACE
from tests.board.served import ask, board
from tests.stores import put
from warehouse.connect import Store, StoreAddress, open_store
from warehouse.ledger import read_ledger, undo

ACTORS = ("eks-soefartsmuseet", "eks-fyrskibet", "eks-badehotellet", "eks-tovvaerk", "eks-havneguider")


@pytest.fixture(scope="module")
def store(sample_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    folder = tmp_path_factory.mktemp("moving") / "store"
    shutil.copytree(sample_folder, folder)
    yield open_store(folder)


@pytest.fixture(scope="module")
def served(
    store: Store, few_sections: Composition, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[str, SentPage]]:
    """A page sent once from a store of its own: its address, and itself."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("KULTURPULS_RECORDS", str(tmp_path_factory.mktemp("records")))
        patch.setenv("KULTURPULS_STORE", str(store.address.folder))
        patch.setattr(drawings, "can_draw", lambda: False)
        patch.setattr(banner, "PATIENCE", 120)
        patch.setattr(banner, "_FRESH", -1)
        sent = send(few_sections, open_data(store), LOCAL_ANALYST)
        kept = page(sent.page)
        assert kept is not None
        yield "/b/" + sent.link.address.rpartition("/")[2], kept


def _body(path: str, kept: SentPage) -> tuple[str, str]:
    """The page without its banner and what stands beside it, and the banner."""
    html = ask(board(), path).body.decode()
    found = re.search(r"<aside class=\"banner.*?</aside>\n?", html, re.DOTALL)
    assert found is not None
    return html.replace(f"{found[0]}{beside_html(kept)}", BANNER_PLACE), found[0]


def _named(told: str) -> set[str]:
    return set(re.findall(r'data-key="([^"]+)"', told))


def _really_changed(kept: SentPage, data: Data) -> Mapping[str, tuple[str, str]]:
    """Every number that is shown as another one, found by freezing the page anew and comparing cell by cell."""
    now = freeze(kept.composition, data, LOCAL_ANALYST, kept.content.frozen_at)
    found: dict[str, tuple[str, str]] = {}
    for before, after in zip(kept.content.sections, now.sections, strict=True):
        fresh = {cell.key: cell for cell in after.cells() if cell.key}
        for cell in before.cells():
            other = fresh.get(cell.key, Cell(text="–"))
            if cell.key and (cell.number, cell.code) != (other.number, other.code) and cell.text != other.text:
                found[cell.key] = (cell.text, other.text)
    return found


def _edit(chance: random.Random, store: Store) -> None:
    actor, month = chance.choice(ACTORS), f"{chance.choice((2023, 2024, 2025))}-{chance.randint(1, 12):02d}"
    put(
        store,
        chance.choice(
            [
                {"visits": [{"actor_id": actor, "period": month, "visits": chance.randint(0, 4000)}]},
                {"opening": [{"actor_id": actor, "period": month, "open": chance.randint(0, 1)}]},
                {"residents": [{"destination_id": "eks-brisehavn", "period": "2025", "answer": "equal", "count": 40}]},
                {"targets": [{"destination_id": "eks-brisehavn", "kpi_id": "satisfaction_mean", "period": "2025",
                              "low": chance.choice((8.0, 9.0))}]},
                {"actors": [{"actor_id": actor, "name": f"Nyt navn {chance.randint(1, 99)}"}]},
            ]
        ),
        sample=True,
    )  # fmt: skip


@pytest.mark.parametrize("edits", [20, pytest.param(500, marks=pytest.mark.soak)])
def test_the_body_stays_and_the_banner_names_what_moved_after_random_edits(
    served: tuple[str, SentPage], store: Store, edits: int
) -> None:
    path, kept = served
    chance = random.Random(edits)
    for at in range(edits):
        _edit(chance, store)
        if at % (edits // 2) == 0:
            body, told = _body(path, kept)
            assert body == kept.html
            assert _named(told) == set(_really_changed(kept, open_data(store)))
    body, told = _body(path, kept)
    assert body == kept.html
    assert _named(told) == set(_really_changed(kept, open_data(store)))
    assert len(_named(told)) > 5


def test_an_undo_takes_back_what_the_banner_named(served: tuple[str, SentPage], store: Store) -> None:
    path, kept = served
    standing = read_ledger(store).standing
    undo(store, [event.upload for event in standing if event.upload > kept.content.data_version], "Test")
    body, told = _body(path, kept)
    assert body == kept.html
    assert _named(told) == set()


def test_a_load_that_is_undone_is_the_cause_of_what_it_took(served: tuple[str, SentPage], store: Store) -> None:
    _, kept = served
    undo(store, [2], "Karen Holm")
    found = changes(kept, open_data(store))
    told = {change.key: change.why for change in found}
    assert "indlæsning 2 er fortrudt" in told[f"{PLACE}|2025|visits_total"]
    assert "Karen" not in str(found)
    assert {change.key for change in found} == set(_really_changed(kept, open_data(store)))


def test_a_correction_is_told_with_its_load_and_by_how_much(
    sample_folder: Path, few_sections: Composition, tmp_path: Path
) -> None:
    shutil.copytree(sample_folder, tmp_path / "store")
    own = Store(StoreAddress.of(tmp_path / "store"))
    content = freeze(few_sections, open_data(own), LOCAL_ANALYST, MOMENT)
    kept = SentPage(1, MOMENT, "Test", content.title, few_sections, content, "")
    upload = put(
        own, {"visits": [{"actor_id": "eks-soefartsmuseet", "period": "2025-07", "visits": 9999}]}, sample=True
    )
    july = {change.key: change for change in changes(kept, open_data(own))}[f"{PLACE}|2025-07|visits"]
    assert july.why.startswith(f"rettelse: indlæsning {upload}, test.xlsx")
    before, after = (int(text.replace(".", "")) for text in (july.old, july.new))
    assert int(july.difference.replace(".", "").replace("−", "-").replace("+", "")) == after - before
    own.close()


def test_another_formula_moves_the_banner_and_not_the_page(
    served: tuple[str, SentPage], store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, kept = served

    def twice(counts: tuple[float | None, ...]) -> Result:
        result = peak_month_share(counts)
        return Value(result.number * 2) if isinstance(result, Value) else result

    twice.__name__ = "peak_month_share"
    formulas = [twice if kpi is peak_month_share else kpi for kpi in season_answers.OF_ONE_YEAR]
    monkeypatch.setattr(season_answers, "OF_ONE_YEAR", tuple(formulas))
    monkeypatch.setattr(banner, "BANNERS", Banners())
    fresh = Data(store, read_ledger(store))
    monkeypatch.setattr(banner, "open_data", lambda _store: fresh)
    body, told = _body(path, kept)
    assert body == kept.html
    assert _named(told) == set(_really_changed(kept, fresh))
    why = {change.key: change.why for change in changes(kept, fresh)}
    assert "nyere udgave" in why[f"{PLACE}|2025|peak_month_share"]


def test_other_words_alone_change_nothing(
    served: tuple[str, SentPage], store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, kept = served
    standing = {change.key for change in changes(kept, open_data(store))}
    said, said_of_kpis = Language.text, Language.kpi_text
    monkeypatch.setattr(Language, "text", lambda self, message, **values: f"{said(self, message, **values)}!")
    monkeypatch.setattr(Language, "kpi_text", lambda self, message: f"{said_of_kpis(self, message)}!")
    fresh = Data(store, read_ledger(store))
    monkeypatch.setattr(banner, "BANNERS", Banners())
    body, _ = _body(path, kept)
    assert body == kept.html
    assert {change.key for change in changes(kept, fresh)} == standing


def test_the_page_stands_when_the_store_is_away(
    served: tuple[str, SentPage], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, kept = served
    (tmp_path / "away").write_text("a file where a folder should be")
    monkeypatch.setenv("KULTURPULS_STORE", str(tmp_path / "away"))
    body, told = _body(path, kept)
    assert body == kept.html
    assert "ikke adgang til data" in told


def test_the_version_of_a_formula_moves_with_the_formula_and_not_with_its_words() -> None:
    passport = catalogue()["peak_month_share"]
    reworded = replace(passport, name="Another name", method="Other words")
    recomputed = replace(passport, compute=catalogue()["top3_share"].compute)
    assert version_of(reworded) == version_of(passport)
    assert version_of(recomputed) != version_of(passport)
