"""What a page shows, read from the browser at once: its sentence, tiles, tables, and the points of its charts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Frame, Page

_READ = """() => {
    const read = node => node ? node.textContent.replace(/[\\u00a0\\u202f]/g, ' ').trim() : '';
    const cells = row => [...row.cells].map(read);
    const after = (node, other) => node.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING;
    const downloads = [...document.querySelectorAll('[class*=st-key-downloads_]')];
    const nameOf = table => {
        const found = downloads.find(node => after(table, node));
        return found ? found.className.match(/st-key-downloads_(\\S+)/)[1] : '';
    };
    return {
        sentence: read(document.querySelector('.kp-sentence, .sentence')),
        tiles: [...document.querySelectorAll('.kp-tile, .kp-fact')].map(tile => ({
            kpi: tile.dataset.kpi || '',
            value: read(tile.querySelector(
                '.kp-tile-number, .kp-tile-words, .kp-tile-undefined, .kp-fact-value span')),
            beside: [...tile.querySelectorAll('.kp-tile-comparisons li')].map(read),
            years: [...tile.querySelectorAll('.kp-table tbody tr')].map(cells),
        })),
        tables: [...document.querySelectorAll('table.kp-table')].map(table => ({
            name: nameOf(table),
            headers: cells(table.tHead.rows[0]),
            rows: [...table.tBodies[0].rows].map(cells),
        })),
        charts: Object.fromEntries([...document.querySelectorAll('.js-plotly-plot')].map(chart => [
            chart.closest('[class*=st-key-figure_]').className.match(/st-key-figure_(\\S+)/)[1],
            chart._fullData.map(({x, y}) => ({x: [...(x || [])], y: [...(y || [])]})),
        ])),
    };
}"""
# A page that draws charts is whole when each of them is drawn.
_DRAWN = """() => [...document.querySelectorAll('[data-testid=stPlotlyChart]')].every(
    chart => chart.querySelector('.js-plotly-plot')?._fullData)"""


@dataclass(frozen=True)
class Tile:
    """One figure as it stands: what is written, what it is set beside, and the same by year where that is told."""

    kpi: str
    value: str
    beside: tuple[str, ...]
    years: Sequence[Sequence[str]]


@dataclass(frozen=True)
class Table:
    """One table as it stands; `name` is that of its downloads."""

    name: str
    headers: Sequence[str]
    rows: Sequence[Sequence[str]]


@dataclass(frozen=True)
class Shown:
    """What one page shows; a chart is the points of each of its traces."""

    sentence: str
    tiles: tuple[Tile, ...]
    tables: tuple[Table, ...]
    charts: Mapping[str, Sequence[Mapping[str, Sequence[Any]]]]

    def table(self, name: str) -> Table:
        """Return the table whose downloads carry that name."""
        return next(table for table in self.tables if table.name == name)


def read_shown(page: Page | Frame) -> Shown:
    """Return what the page shows, once its charts are drawn."""
    page.wait_for_function(_DRAWN)
    read = page.evaluate(_READ)
    return Shown(
        read["sentence"],
        tuple(Tile(one["kpi"], one["value"], tuple(one["beside"]), one["years"]) for one in read["tiles"]),
        tuple(Table(**one) for one in read["tables"]),
        read["charts"],
    )
