"""Opening and capacity: matched with the counts they belong to, and never more closed than was said."""

from answers.compare import NOTHING, Coverage
from answers.opening import Room, open_year_of, room_a_year_earlier, room_of
from answers.panel import whole_panel
from tests.answers.tables import Row, TableData, closed, months, opened

EVEN = [100] * 12
DAYS = [0, 0, 10, 20, 20, 20, 31, 31, 20, 20, 0, 0]


def test_capacity_is_days_times_daily_room_and_none_while_closed() -> None:
    data = TableData({"visits": months("a", 2024, EVEN), "opening": opened("a", 2024, DAYS, daily_capacity=50)})
    room = room_of(data, whole_panel(data, "visits"), 2024)
    assert room.capacity == tuple(days * 50 for days in DAYS)
    assert room.coverage == Coverage(1, 1)


def test_visits_and_capacity_are_those_of_the_actors_that_report_both() -> None:
    data = TableData(
        {
            "visits": [*months("a", 2024, EVEN), *months("b", 2024, [900] * 12), *months("c", 2024, [5] * 11)],
            "opening": [
                *opened("a", 2024, [10] * 12, daily_capacity=30),
                *opened("c", 2024, [10] * 12, daily_capacity=30),
            ],
        }
    )
    room = room_of(data, whole_panel(data, "visits"), 2024)
    assert (room.visits, room.capacity) == ((100,) * 12, (300,) * 12)
    assert room.coverage == Coverage(1, 3)


def test_without_any_capacity_the_visits_stand_alone() -> None:
    data = TableData({"visits": months("a", 2024, EVEN)})
    room = room_of(data, whole_panel(data, "visits"), 2024)
    assert (room.visits, room.capacity, room.coverage) == ((100,) * 12, NOTHING, Coverage(0, 1))


def earlier(*rows_of_b: Row, opening_of_b: list[Row]) -> Room | None:
    """The room of 2023, beside that of 2024, of "a", and of "b" where its rows are alike."""
    visits = [*months("a", 2023, [80] * 12), *months("a", 2024, EVEN), *months("b", 2024, [50] * 12), *rows_of_b]
    full = {"daily_capacity": 30}
    opening = [*opened("a", 2023, [10] * 12, **full), *opened("a", 2024, [10] * 12, **full),
               *opened("b", 2024, [10] * 12, **full), *opening_of_b]  # fmt: skip
    data = TableData({"visits": visits, "opening": opening})
    panel = whole_panel(data, "visits")
    return room_a_year_earlier(data, panel, room_of(data, panel, 2024), 2024)


def test_the_room_of_the_year_before_is_that_of_the_very_same_actors() -> None:
    before, full = months("b", 2023, [40] * 12), opened("b", 2023, [10] * 12, daily_capacity=30)
    room = earlier(*before, opening_of_b=full)
    assert room is not None
    assert (room.visits, room.capacity) == ((120,) * 12, (600,) * 12)
    assert earlier(opening_of_b=full) is None
    assert earlier(*before[:11], opening_of_b=full) is None
    assert earlier(*before, opening_of_b=full[:11]) is None


def test_who_was_closed_all_of_the_year_before_leaves_nothing_to_compare_the_room_with() -> None:
    shut = [*closed("b", *(f"2023-{month:02d}" for month in range(1, 13)))]
    assert earlier(*months("b", 2023, [0] * 12), opening_of_b=shut) is None


def test_a_place_is_open_where_anybody_is() -> None:
    data = TableData({"opening": opened("a", 2024, DAYS) + opened("b", 2024, [0] * 12)})
    year = open_year_of(data, ["a", "b"], 2024)
    assert year.flags == tuple(days > 0 for days in DAYS)
    assert year.days == tuple(map(float, DAYS))
    assert (year.coverage, year.reporters) == (Coverage(2, 2), ("a", "b"))


def test_a_month_is_unknown_where_one_says_closed_and_another_says_nothing() -> None:
    rows: list[Row] = [*closed("a", "2024-01", "2024-02"), {"actor_id": "b", "period": "2024-02", "open_flag": 1}]
    assert open_year_of(TableData({"opening": rows}), ["a", "b"], 2024).flags[:3] == (None, True, None)


def test_who_has_told_nothing_is_left_out_and_counted_as_left_out() -> None:
    year = open_year_of(TableData({"opening": opened("a", 2024, DAYS)}), ["a", "silent"], 2024)
    assert (year.coverage, year.reporters) == (Coverage(1, 2), ("a",))
    assert year.flags == tuple(days > 0 for days in DAYS)


def test_a_closed_month_without_days_has_none_and_an_open_one_is_unknown() -> None:
    rows = [*closed("a", "2024-01"), *[{**row, "open_days": None} for row in opened("a", 2024, DAYS)[2:3]]]
    year = open_year_of(TableData({"opening": rows}), ["a"], 2024)
    assert (year.days[0], year.days[2]) == (0, None)


def test_a_year_that_nobody_has_told_of_is_unknown_not_closed() -> None:
    for actors in (["a"], []):
        year = open_year_of(TableData({}), actors, 2024)
        assert (year.flags, year.days, year.hours) == (NOTHING, NOTHING, NOTHING)
        assert year.coverage == Coverage(0, len(actors))
