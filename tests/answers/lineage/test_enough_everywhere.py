"""Every figure of the sample region, computed again from the cells that its lineage lists and from nothing else.

One place and year is one test, so that after a mend `-k "klydoe and 2023"` computes that view again.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from access.reader import LOCAL_ANALYST
from answers.data import Data, open_data
from answers.lineage.basis import Scope
from answers.lineage.cells import lineage, wanted_rows
from data.sample import SAMPLE_DESTINATIONS
from data.sample.region import region
from pipelines.sample_region import load_sample
from tests.answers.lineage.recomputed import Recomputed, Wanted, with_value
from tests.stores import empty_store

pytestmark = [pytest.mark.soak, pytest.mark.timeout(2 * 3600)]

# The sample of five years ends in the middle of one; the years that tell most come first.
UNTIL = "2026-06"
YEARS = (2024, 2026, 2025, 2022, 2023)
PLACES = (
    *(f"destination:{code}" for code in SAMPLE_DESTINATIONS),
    *(f"actor:{actor.id}" for actor in region().actors),
)
VIEWS = [pytest.param(place, year, id=f"{place}-{year}") for year in YEARS for place in PLACES]


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Data]:
    """The sample region as it is read from the workbooks that were loaded."""
    folder: Path = tmp_path_factory.mktemp("region")
    with empty_store("embedded", folder / "store") as store:
        load_sample(store, "Birte", UNTIL)
        yield open_data(store)


def cells_of(scope: Scope) -> Wanted:
    """The cells that a figure lists; each fact that it rests on stands in one, also where nobody may see its value."""
    listed = lineage(scope.data, scope.place, scope.answer, LOCAL_ANALYST).cells
    assert {name: len(cells) for name, cells in listed.items()} == {
        name: len(facts) for name, facts in wanted_rows(scope).items()
    }
    return listed


@pytest.mark.parametrize(("place", "year"), VIEWS)
def test_the_cells_of_a_lineage_are_enough_to_compute_the_figure(
    data: Data, place: str, year: int, capsys: pytest.CaptureFixture[str]
) -> None:
    again = Recomputed(data, place, year, cells_of)
    figures = with_value(data, place, year)
    wrong = [name for name, answer in figures.items() if not again.is_same(answer)]
    with capsys.disabled():
        print(f"{place} {year}: {len(figures)} figures, {len(wrong)} differ", *wrong, flush=True)  # noqa: T201
    assert wrong == []
