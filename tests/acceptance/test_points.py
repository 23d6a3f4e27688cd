"""A point of a chart leads to its cells in a browser: by a click, and by the list for those who do not click."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, expect

from access.reader import LOCAL_ANALYST
from answers.answer import Answer
from answers.data import open_data
from answers.lineage.cells import lineage
from answers.places import all_places
from kpis.result import Value
from tests.acceptance.visit import Visit
from tests.server import Server
from warehouse.connect import open_store

pytestmark = pytest.mark.browser

PLACE = "destination:eks-brisehavn"
# The place of a month in the long run of months, and its height.
_MONTH = """(drawing, month) => {
    const line = drawing.data.find(one => one.mode === 'lines+markers' && one.hoverinfo === 'text');
    const at = line.hovertext.findIndex(words => words.startsWith(month));
    return [at, line.y[at]];
}"""
# Where a value lies on the screen, by the axes of the drawing.
_SPOT = """(drawing, [x, y]) => {
    const axes = drawing._fullLayout, box = drawing.getBoundingClientRect();
    return [box.x + axes.xaxis._offset + axes.xaxis.d2p(x), box.y + axes.yaxis._offset + axes.yaxis.d2p(y)];
}"""


def addresses(store: Path, month: str) -> set[tuple[str, str]]:
    """The sheet and cell of everything that the visits of a month come from."""
    data = open_data(open_store(store))
    answer = Answer("visits_total", Value(0), month)
    found = lineage(data, all_places(data)[PLACE], answer, LOCAL_ANALYST)
    return {(str(row.sheet), str(row.cell)) for frame in found.cells.values() for row in frame.itertuples()}


def told(table: Locator) -> set[tuple[str, str]]:
    headers = table.locator("thead th").all_inner_texts()
    sheet, cell = headers.index("Ark"), headers.index("Celle")
    rows = [row.locator("th, td").all_inner_texts() for row in table.locator("tbody tr").all()]
    return {(row[sheet], row[cell]) for row in rows}


def test_a_click_on_a_month_shows_the_cells_it_came_from(sample_app: Server, visit: Visit) -> None:
    visit.open(f"{sample_app.url}/vaekst?place={PLACE}&year=2025")
    drawing = visit.keyed("figure_months").locator(".js-plotly-plot")
    drawing.scroll_into_view_if_needed()
    x, y = drawing.evaluate(_SPOT, drawing.evaluate(_MONTH, "juli 2024"))
    visit.page.mouse.move(x, y)
    expect(drawing.locator(".hovertext")).to_be_visible()
    visit.page.mouse.click(x, y)
    expect(visit.keyed("points_months").locator("h2")).to_contain_text("juli 2024")
    visit.settle()
    assert told(visit.table("cells_months")) == addresses(sample_app.store, "2024-07")
    assert visit.complaints == []


def test_on_a_phone_the_list_leads_to_the_same_cells_and_a_figure_lets_the_finger_pass(
    sample_app: Server, browser: Browser
) -> None:
    agent = "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/120.0 Mobile Safari/537.36"
    with browser.new_context(viewport={"width": 390, "height": 844}, user_agent=agent, has_touch=True) as context:
        visit = Visit(context.new_page())
        visit.open(f"{sample_app.url}/saeson?place={PLACE}&year=2025")
        drawing = visit.keyed("figure_heatmap").locator(".js-plotly-plot")
        assert drawing.evaluate("drawing => drawing._fullLayout.dragmode") is False
        fold = visit.keyed("points_heatmap")
        fold.locator("summary").focus()
        visit.page.keyboard.press("Enter")
        months = fold.get_by_role("combobox")
        expect(months).to_be_visible()
        # What is typed while the page still runs is lost when the list is drawn anew.
        visit.settle()
        months.focus()
        visit.page.keyboard.type("juli 2024")
        expect(visit.page.get_by_role("option")).to_have_text(["juli 2024"])
        visit.page.keyboard.press("Enter")
        expect(fold.locator("h2")).to_contain_text("juli 2024")
        visit.settle()
        assert told(visit.table("cells_heatmap")) == addresses(sample_app.store, "2024-07")
