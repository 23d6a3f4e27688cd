"""From an upload to the figures that rest on it, and to the places it tells of."""

from access.reader import LOCAL_ANALYST
from answers.data import open_data
from answers.lineage.back import carried, views_touched
from answers.places import all_places
from tests.answers.tables import in_place, months
from tests.stores import put
from warehouse import ledger
from warehouse.connect import Store

EVEN = [100] * 12
HERE = "destination:p"


def figures(store: Store, upload: int, year: int = 2024) -> dict[str, int]:
    data = open_data(store)
    found = carried(data, all_places(data)[HERE], year, upload, LOCAL_ANALYST)
    return {one.answer.id: one.cells for one in found}


def filled(store: Store) -> tuple[int, int]:
    put(store, {"actors": in_place("a", "b"), "destinations": [{"destination_id": "p", "name": "P"}]})
    first = put(store, {"visits": months("a", 2024, EVEN)})
    return first, put(store, {"visits": [*months("b", 2024, EVEN), *months("b", 2023, EVEN)]})


def test_a_figure_names_how_many_cells_of_the_upload_are_in_it(store: Store) -> None:
    first, second = filled(store)
    assert figures(store, first)["visits_total"] == 12
    assert figures(store, second)["visits_total"] == 12
    assert figures(store, second)["gini_season_norm"] == 12


def test_a_figure_of_two_years_rests_on_both_and_on_those_compared_alone(store: Store) -> None:
    first, second = filled(store)
    assert figures(store, second)["visits_yoy"] == 24
    assert "visits_yoy" not in figures(store, first)


def test_what_a_later_upload_has_replaced_carries_nothing_until_that_is_undone(store: Store) -> None:
    first, _ = filled(store)
    corrected = put(store, {"visits": months("a", 2024, [90] * 12)})
    assert "visits_total" not in figures(store, first)
    assert figures(store, corrected)["visits_total"] == 12
    ledger.undo(store, [corrected], "Test")
    assert figures(store, first)["visits_total"] == 12


def test_an_upload_tells_of_its_places_and_years_the_latest_first(store: Store) -> None:
    first, second = filled(store)
    assert views_touched(open_data(store), first) == ((HERE, 2024),)
    assert views_touched(open_data(store), second) == ((HERE, 2024), (HERE, 2023))
