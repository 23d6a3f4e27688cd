"""Cells told briefly: what stands below each other is one range, and nothing is lost."""

import pytest

from board.parts.cell_ranges import ranges


@pytest.mark.parametrize(
    ("addresses", "told"),
    [
        (["C5", "C6", "C7"], ["C5:C7"]),
        (["C7", "C5", "D5", "C5"], ["C5", "C7", "D5"]),
        (["C10", "C9", "AA1"], ["C9:C10", "AA1"]),
        (["", "form"], ["form"]),
        ([], []),
    ],
)
def test_runs_of_rows_are_one_range(addresses: list[str], told: list[str]) -> None:
    assert list(ranges(addresses)) == told
