"""A cathedral is built over decades: a goal of the next years stands under another heading."""

import pytest

from answers.targets import Target
from kpis.catalogue import catalogue
from sections.bands import is_far


@pytest.mark.parametrize(
    ("period", "decided_on", "far"),
    [("2035", "2024-01-18", True), ("2034", "2024-01-18", True), ("2033", "2024-01-18", False),
     ("2026", "", False), ("2035", "", True)],
)  # fmt: skip
def test_a_goal_is_far_from_ten_years_after_it_was_set(period: str, decided_on: str, far: bool) -> None:
    goal = Target(catalogue()["visits_total"], period, 1.0, None, "bestyrelsen", "", decided_on, None, None)
    assert is_far(goal, 2025) is far
