from kpis.guests.importance import Cuts, Item, importance_performance
from tests.kpis.tables import reason, value

ITEMS = [
    Item("exhibition", 9.2, 8.9, 120),
    Item("staff", 8.4, 8.1, 118),
    Item("signs", 8.8, 6.1, 25),
    Item("food", 6.1, 7.2, 90),
]


def _quadrants(items: list[Item], cuts: Cuts | None = None) -> dict[str, object]:
    placed = value(importance_performance(items, cuts=cuts)).detail["items"]
    assert hasattr(placed, "items")
    return {name: point["quadrant"] for name, point in placed.items()}


def test_what_matters_and_is_done_less_well_is_counted() -> None:
    mapped = value(importance_performance(ITEMS))
    assert mapped.value == 1
    assert mapped.n == 4
    expected = {"exhibition": "keep", "staff": "keep", "signs": "improve", "food": "low_priority"}
    assert _quadrants(ITEMS) == expected


def test_a_point_on_both_cuts_counts_as_above_them() -> None:
    assert Cuts(5, 5).quadrant(5, 5) == "keep"
    assert Cuts(5, 5).quadrant(4.9, 5) == "possible_overkill"


def test_things_with_few_answers_are_left_out_of_the_map_and_of_the_means() -> None:
    with_toilets = [*ITEMS, Item("toilets", 1, 1, 9)]
    assert _quadrants(with_toilets) == _quadrants(ITEMS)
    placed = value(importance_performance(with_toilets)).detail
    assert placed["importance_cut"] == value(importance_performance(ITEMS)).detail["importance_cut"]


def test_a_map_needs_two_things_with_known_answers() -> None:
    assert reason(importance_performance([])) == "list_empty"
    assert reason(importance_performance(ITEMS[:1])) == "too_few_items"
    assert reason(importance_performance([Item("food", None, 7, 50)])) == "importance_missing"
    assert reason(importance_performance([Item("food", 7, None, 50)])) == "performance_missing"
    assert reason(importance_performance([Item("food", 7, 7, None)])) == "answer_count_missing"


def test_another_unit_of_importance_gives_the_same_map() -> None:
    tenths = [Item(item.name, (item.importance or 0) / 10, item.performance, item.answers) for item in ITEMS]
    assert _quadrants(tenths) == _quadrants(ITEMS[::-1])
