"""python -m benchmarks.board_exports: how long a board page of the sample region takes to freeze, draw and export.

The page has every section for two places. Drawings need a Chrome; without one the page is frozen without them.
"""

import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TypeVar

from access.reader import LOCAL_ANALYST
from answers.data import Data, open_data
from board.composition import usual_composition
from board.content import Content
from board.drawings import can_draw, draw
from board.exports import FORMATS
from board.freeze import freeze
from board.parts.asked import without_drawing
from tests.server import run
from warehouse.connect import Store, StoreAddress

PLACES = ("destination:eks-brisehavn", "destination:eks-klydoe")
Made = TypeVar("Made")


def main() -> None:
    """Measure and print; the second export of a kind shows what is paid only once."""
    with tempfile.TemporaryDirectory() as folder:
        run("pipelines", "sample", "--until", "2025-12", "--quiet", store=Path(folder))
        store = Store(StoreAddress.of(Path(folder)))
        page, seconds = _timed(lambda: _page(open_data(store)))
        store.close()
    drawings = sum(bool(figure.svg) for section in page.sections for figure in section.figures)
    print(f"{'freeze':24}{seconds:8.2f} s   {len(page.as_json()):>10,} bytes, {len(page.shown())} figures")
    print(f"{'':24}{'':10}   {drawings} drawings in two widths")
    for name, made in FORMATS.items():
        for time_made in ("first", "again"):
            file, seconds = _timed(partial(made, page))
            print(f"{f'{name}, {time_made}':24}{seconds:8.2f} s   {len(file):>10,} bytes")


def _page(data: Data) -> Content:
    composition = usual_composition("Board", PLACES[0], 2025).model_copy(update={"places": PLACES})
    way = draw if can_draw() else without_drawing
    return freeze(composition, data, LOCAL_ANALYST, datetime(2026, 3, 1, 9, tzinfo=UTC), way)


def _timed(work: Callable[[], Made]) -> tuple[Made, float]:
    start = time.perf_counter()
    made = work()
    return made, time.perf_counter() - start


if __name__ == "__main__":
    main()
