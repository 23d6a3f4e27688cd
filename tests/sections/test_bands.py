"""A cathedral is built over decades: a goal of the next years stands under another heading."""

import pytest

from access.reader import LOCAL_ANALYST
from answers.answer import Answer
from answers.targets import Target
from frame.context import Context
from kpis.catalogue import catalogue
from kpis.result import Value
from locales import ENGLISH
from sections.bands import is_far, near_tables
from tests.answers.tables import TableData


@pytest.mark.parametrize(
    ("period", "decided_on", "far"),
    [("2035", "2024-01-18", True), ("2034", "2024-01-18", True), ("2033", "2024-01-18", False),
     ("2026", "", False), ("2035", "", True)],
)  # fmt: skip
def test_a_goal_is_far_from_ten_years_after_it_was_set(period: str, decided_on: str, far: bool) -> None:
    goal = Target(catalogue()["visits_total"], period, 1.0, None, "bestyrelsen", "", decided_on, None, None)
    assert is_far(goal, 2025) is far


def test_a_near_goal_is_a_number_in_the_download_with_its_unit_and_a_text_on_the_screen() -> None:
    context = Context(TableData({}), LOCAL_ANALYST, ENGLISH, None, None, dark=False, pages={})
    share = Answer("offseason_share", Value(0.1234), "2025")
    goals = [
        Target(catalogue()["offseason_share"], "2027", 0.15, None, "bestyrelsen", "", "", share, None),
        Target(catalogue()["visits_total"], "2028", 53_000.0, None, "bestyrelsen", "", "", None, None),
    ]
    table, written = near_tables(context, goals, 2025)
    assert table.iloc[:, 1:].to_numpy().tolist() == [
        [0.1234, 0.15, "per cent (1 = 100%)", "2027"],
        [None, 53_000.0, "visits", "2028"],
    ]
    assert list(written) == ["Goal", "2025", "At least", "Unit", "For the year"]
    assert written.iloc[:, 1:].to_numpy().tolist() == [["12%", "15%", "", "2027"], ["", "53,000", "visits", "2028"]]
