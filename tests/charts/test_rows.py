"""Charts of rows: names that need several lines get the room for them."""

from charts.rows import row_height


def test_a_row_is_as_high_as_the_longest_name_needs() -> None:
    assert row_height(["Kro"], 18, 40) == 40
    assert row_height(["Kro", "Havnebillet til museum og havnerundtur"], 18, 40) > 3 * 17
    assert row_height([], 18, 34) == 34
