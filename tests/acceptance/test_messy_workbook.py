"""A first visit with a messy workbook: twelve sheets, twenty faults, one question, and the figures are there."""

from io import BytesIO

import openpyxl
import pytest
from playwright.sync_api import expect

from tests.acceptance.visit import Visit
from tests.messy import FAULTS, messy_workbook
from tests.server import Server

pytestmark = pytest.mark.browser


def test_a_new_user_loads_a_messy_workbook_with_three_clicks(empty_app: Server, visit: Visit) -> None:
    visit.open(f"{empty_app.url}/data")
    visit.upload("foreningens tal.xlsx", messy_workbook())
    expect(visit.keyed("answer")).to_be_visible()
    visit.settle()
    assert visit.faults() == []
    assert visit.overhang() <= 1
    assert [cell.inner_text() for cell in visit.table("refused").locator("tbody th").all()][:3] == [
        f"{sheet}!{cell}" for sheet, cell in list(FAULTS)[:3]
    ]
    with visit.page.expect_download() as download:
        visit.press("workbook_back")
    assert download.value.suggested_filename == "foreningens tal markeret.xlsx"
    given_back = openpyxl.load_workbook(BytesIO(download.value.path().read_bytes()))
    assert len(given_back.sheetnames) == 13
    assert all(given_back[sheet][cell].comment for sheet, cell in FAULTS)
    visit.answer("Komma")
    visit.press("answer")
    expect(visit.keyed("answer")).to_have_count(0)
    visit.settle()
    visit.press("load")
    expect(visit.keyed("undo_1")).to_be_visible()
    visit.turn_to("vaekst")
    assert visit.tile("visits_total").is_visible()
    visit.turn_to("data")
    visit.keyed("remembered").locator("summary").click()
    remembered = visit.keyed("remembered")
    expect(remembered.get_by_text("Decimaltegn i kolonnen »Besøg«: Komma er decimaltegn")).to_be_visible()
    visit.press("forget_0")
    expect(visit.keyed("remembered")).to_have_count(0)
