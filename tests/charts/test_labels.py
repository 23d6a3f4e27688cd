"""Labels that can all be read: at the ends of lines, and beside places."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from charts.labels import EndLabel, joined, spread
from charts.placement import Box, place_labels
from charts.places_map import places_map
from locales import ENGLISH

COAST = [
    (56.95, 8.42),
    (56.99, 8.45),
    (56.70, 8.30),
    (57.12, 8.62),
    (56.88, 8.75),
    (57.02, 8.50),
    (56.81, 8.55),
    (56.93, 8.36),
]


def test_years_whose_lines_end_together_share_one_label() -> None:
    ends = [EndLabel(str(year), y, "grey") for year, y in ((2022, 2.4), (2023, 2.5), (2024, 2.3))]
    (label,) = joined(ends, 1.0)
    assert label.text == "2022–2024"
    assert label.y == pytest.approx(2.4)
    apart = [EndLabel(str(year), 10.0 * year, "grey") for year in range(3)]
    assert joined(apart, 1.0) == apart
    assert joined([], 1.0) == []


def test_labels_far_apart_stay_where_they_are() -> None:
    assert spread([10, 50, 90], 12) == [10, 50, 90]


def test_two_labels_at_one_height_move_the_same_way_apart() -> None:
    assert spread([50, 50], 10) == [45, 55]


def test_no_label_is_moved_under_the_axis() -> None:
    assert spread([1, 2, 3], 10, lowest=0) == [0, 10, 20]


@given(st.lists(st.floats(0, 1000), max_size=12), st.floats(0.5, 50))
def test_labels_keep_their_order_and_their_distance(positions: list[float], gap: float) -> None:
    moved = sorted(spread(positions, gap, lowest=0))
    assert all(b - a >= gap - 1e-6 for a, b in pairwise(moved))
    assert all(height >= 0 for height in moved)


def test_boxes_share_only_what_both_cover() -> None:
    assert Box(0, 0, 10, 10).shared_with(Box(5, 5, 20, 20)) == 25
    assert Box(0, 0, 10, 10).shared_with(Box(10, 0, 20, 10)) == 0


def test_two_neighbours_are_labelled_on_opposite_sides() -> None:
    left, right = place_labels([(100, 100), (120, 100)], [(60, 20)] * 2, [5, 5], (300, 200))
    assert (left, right) == ("middle left", "middle right")


def test_a_label_does_not_run_out_of_the_map() -> None:
    assert "left" in place_labels([(290, 100)], [(60, 20)], [5], (300, 200))[0]


def test_the_same_places_are_always_labelled_the_same() -> None:
    points = [(float(i * 37 % 300), float(i * 53 % 200)) for i in range(8)]
    sizes, radii = [(70.0, 30.0)] * 8, [6.0] * 8
    assert place_labels(points, sizes, radii, (356, 420)) == place_labels(points, sizes, radii, (356, 420))


@pytest.mark.parametrize("places", [COAST, COAST[:1], [(34.0, -118.0), (46.5, 12.1), (35.7, 139.0)]])
def test_the_map_draws_all_its_places_with_room_around_them(places: list[tuple[float, float]]) -> None:
    names = [f"Place {i}" for i in range(len(places))]
    figure = places_map(
        names,
        names,
        [latitude for latitude, _ in places],
        [longitude for _, longitude in places],
        [100.0] * len(places),
        unit="visits",
        title="",
        subtitle="",
        language=ENGLISH,
        dark=False,
    )
    geo = figure.layout.geo
    for latitude, longitude in places:
        assert geo.lonaxis.range[0] < longitude < geo.lonaxis.range[1]
        assert geo.lataxis.range[0] < latitude < geo.lataxis.range[1]


def test_a_map_of_a_coast_tells_the_distance_and_one_of_the_world_does_not() -> None:
    def traces(latitudes: list[float], longitudes: list[float]) -> int:
        look = {"title": "", "subtitle": "", "unit": "visits"}
        figure = places_map(["a", "b"], ["a", "b"], latitudes, longitudes, [1, 2], language=ENGLISH, dark=False, **look)
        return len(figure.data)

    assert traces([56.9, 57.1], [8.4, 8.6]) == 3
    assert traces([34.0, 46.5], [-118.0, 12.1]) == 1


def test_a_label_stands_off_a_line() -> None:
    line = [Box(100 + step, 97, 106 + step, 103) for step in range(0, 80, 6)]
    assert place_labels([(100, 100)], [(60, 20)], [5], (300, 200)) == ["middle right"]
    assert place_labels([(100, 100)], [(60, 20)], [5], (300, 200), line) != ["middle right"]
