"""The way in: choose a workbook, see what was read, load it, see the figures, correct it, take it back."""

import json
import re
from collections.abc import Iterator
from io import BytesIO
from zipfile import ZipFile

import pytest
from playwright.sync_api import Browser, expect

from tests.acceptance.visit import Visit, numbers_in
from tests.server import Server
from tests.workbooks import MUSEUM_NAME, PLACE, filled_cells, rows_of, visits_by_month, workbook

pytestmark = pytest.mark.browser

LINK = f"place={PLACE}&year=2024&lang=en"


def total(visits: dict[str, int], year: str = "2024") -> int:
    return sum(count for month, count in visits.items() if month.startswith(year))


def corrected(visits: dict[str, int]) -> dict[str, int]:
    return {**visits, "2024-01": 5000, "2024-06": 6000, "2023-12": 7000}


@pytest.fixture(scope="module")
def desk(browser: Browser, empty_app: Server) -> Iterator[Visit]:
    """One analyst at one desk: the tests of this module are her morning, in order."""
    with Visit.starting(browser) as visit:
        yield visit


def shown_figures(desk: Visit) -> int:
    (number,) = numbers_in(desk.tile("visits_total").inner_text())
    return number


def read_difference(desk: Visit) -> list[int]:
    """What the preview says is new, changed and known."""
    said = desk.keyed("load").locator("xpath=preceding::strong[1]")
    return numbers_in(said.inner_text())


def test_an_empty_store_says_what_to_do_first(desk: Visit, empty_app: Server) -> None:
    desk.page.goto(f"{empty_app.url}/vaekst?lang=en")
    expect(desk.keyed("load_sample")).to_be_visible()
    expect(desk.keyed("template_empty")).to_be_visible()
    desk.settle()
    assert desk.faults() == []
    desk.press("go_to_data")
    desk.page.wait_for_url("**/data?lang=en")


def test_a_workbook_is_previewed_before_anything_is_stored(desk: Visit, empty_app: Server) -> None:
    visits = visits_by_month()
    desk.open(f"{empty_app.url}/data?lang=en")
    desk.upload("besoeg.xlsx", workbook(rows_of(visits)))
    expect(desk.keyed("load")).to_be_visible()
    desk.settle()
    account = desk.page.locator("p", has=desk.page.locator("strong", has_text="besoeg.xlsx")).inner_text()
    cells = filled_cells(rows_of(visits))
    assert numbers_in(account) == [cells, cells, 0, 0]
    assert read_difference(desk) == [24 + 2 + 2, 0, 0]
    sums = [numbers_in(row) for row in desk.table("totals").locator("tbody tr").all_inner_texts()]
    assert sums == [[2023, total(visits, "2023")], [2024, total(visits)]]
    assert json.loads(empty_app.run("pipelines", "uploads", "--json").stdout) == {"uploads": []}


def test_loading_it_puts_its_figure_on_the_page(desk: Visit) -> None:
    desk.press("load")
    expect(desk.keyed("undo_1")).to_be_visible()
    desk.turn_to("vaekst")
    assert shown_figures(desk) == total(visits_by_month())


def test_a_corrected_copy_changes_exactly_what_was_corrected(desk: Visit) -> None:
    desk.turn_to("data")
    desk.upload("besoeg rettet.xlsx", workbook(rows_of(corrected(visits_by_month()))))
    expect(desk.keyed("load")).to_be_visible()
    desk.settle()
    assert read_difference(desk) == [0, 3, 25]
    changes = desk.table("changes").locator("tbody tr").all_inner_texts()
    assert len(changes) == 3
    assert all(MUSEUM_NAME in change for change in changes)
    desk.press("load")
    expect(desk.keyed("undo_2")).to_be_visible()
    desk.turn_to("vaekst")
    assert shown_figures(desk) == total(corrected(visits_by_month()))


def test_undoing_it_brings_the_figure_back(desk: Visit) -> None:
    desk.turn_to("data")
    desk.press("undo_2")
    desk.press("undo_2_now")
    expect(desk.keyed("undo_2")).to_have_count(0)
    expect(desk.keyed("undo_1")).to_have_count(1)
    desk.turn_to("vaekst")
    assert shown_figures(desk) == total(visits_by_month())


def test_what_the_command_line_loads_is_there_at_the_next_click(desk: Visit, empty_app: Server) -> None:
    path = empty_app.store.parent / "copy.xlsx"
    path.write_bytes(workbook(rows_of(corrected(visits_by_month()))))
    empty_app.run("pipelines", "load", str(path), "--quiet")
    desk.turn_to("saeson")
    desk.turn_to("vaekst")
    assert shown_figures(desk) == total(corrected(visits_by_month()))
    empty_app.run("pipelines", "undo", "4", "--by", "Test")
    desk.page.reload()
    desk.settle()
    expect(desk.tile("visits_total")).to_have_text(re.compile(r"\d"))
    assert shown_figures(desk) == total(visits_by_month())


def test_figures_that_a_newer_file_leaves_blank_are_removed_only_where_that_is_chosen(
    desk: Visit, empty_app: Server
) -> None:
    blank = {**visits_by_month(), "2024-11": None, "2024-12": None}
    rows = rows_of(visits_by_month())
    rows["visits"] = [{**row, "visits": blank[str(row["period"])]} for row in rows["visits"]]
    desk.turn_to("data")
    desk.upload("besoeg uden vinter.xlsx", workbook(rows))
    expect(desk.keyed("load")).to_be_visible()
    desk.settle()
    desk.page.get_by_text("Remove every one of them").click()
    desk.settle()
    desk.press("load")
    expect(desk.keyed("undo_6")).to_be_visible()
    told = json.loads(empty_app.run("pipelines", "uploads", "--json").stdout)["uploads"]
    assert next(upload for upload in told if upload["upload"] == 6)["erased"] == 2
    desk.turn_to("vaekst")
    expect(desk.tile("visits_total")).not_to_contain_text(f"{total(visits_by_month()):,}")
    desk.turn_to("data")
    desk.press("undo_6")
    desk.press("undo_6_now")
    expect(desk.keyed("undo_6")).to_have_count(0)
    desk.turn_to("vaekst")
    assert shown_figures(desk) == total(visits_by_month())


def encrypted() -> bytes:
    """An ods with a password, as far as anybody without it can see."""
    buffer = BytesIO()
    with ZipFile(buffer, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", '<m:manifest xmlns:m="urn:m"><m:encryption-data/></m:manifest>')
        archive.writestr("content.xml", bytes(range(256)))
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("locked.ods", encrypted()),
        ("nothing.csv", b""),
        ("half.xlsx", workbook(rows_of(visits_by_month()))[:3000]),
        ("picture.xlsx", b"\x89PNG\r\n\x1a\n" + bytes(200)),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_file_that_cannot_be_read_gets_one_sentence_and_the_app_lives_on(
    desk: Visit, empty_app: Server, name: str, content: bytes
) -> None:
    desk.open(f"{empty_app.url}/data?{LINK}")
    desk.upload(name, content)
    alert = desk.page.locator("[data-testid=stAlert]")
    expect(alert).to_have_count(1)
    said = alert.inner_text()
    assert said.strip().endswith(".")
    assert not re.search("Traceback|Error|Exception", said)
    assert desk.keyed("load").count() == 0
    desk.turn_to("vaekst")
    assert shown_figures(desk) == total(visits_by_month())


def test_the_browser_complained_of_nothing_and_left_the_server_for_nothing(desk: Visit) -> None:
    assert desk.complaints == []
    assert desk.strangers == []
