"""The lines of the banner: differences of what is shown, under the load that made them, the most important first."""

import pytest

from board.changes import Change, difference
from board.content import Cell
from board.grouped import grouped
from locales import DANISH

PLACE = "destination:p"


def _change(key: str, why: str) -> Change:
    return Change(f"{PLACE}|{key}", key, "1", "2", "+1", why)


def test_one_correction_is_told_once_with_its_most_important_number_first() -> None:
    found = [
        _change("2025-07|visits", "rettelse: indlæsning 5"),
        _change("2024|visits_total", "rettelse: indlæsning 5"),
        _change("2025|visits_rolling12", "nye tal: indlæsning 4"),
        _change("2025|visits_total|change", "rettelse: indlæsning 5"),
        _change("2025|visits_trend_growth", "rettelse: indlæsning 5"),
    ]
    groups = grouped(found, 2025)
    assert [group.why for group in groups] == ["Rettelse: indlæsning 5", "Nye tal: indlæsning 4"]
    assert [change.name for change in groups[0].changes] == [
        "2025|visits_trend_growth",
        "2025|visits_total|change",
        "2025-07|visits",
        "2024|visits_total",
    ]


@pytest.mark.parametrize(
    ("key", "old", "new", "told"),
    [
        ("2025|offseason_share", (0.24349, "24,3 %"), (0.25051, "25,1 %"), "+0,8 procentpoint"),
        ("2025|visits_trend_growth|low", (-0.0149, "−1,5 %"), (0.0151, "+1,5 %"), "+3,0 procentpoint"),
        ("2025|offseason_share|change", (1.24, "+1,2"), (-0.26, "−0,3"), "−1,5 procentpoint"),
        ("2025|visits_total|change", (0.034, "+3,4 %"), (0.0, "uændret fra året før"), "−3,4 procentpoint"),
        ("2025|satisfaction_mean|change", (0.0, "uændret fra året før"), (-0.2, "−0,2"), "−0,2"),
        ("2025|relative_growth_gap", (1.249, "+1,2"), (2.051, "+2,1"), "+0,9 procentpoint"),
        ("2025|visits_total", (41203.0, "41.203"), (41190.0, "41.190"), "−13"),
        ("2025|satisfaction_mean", (8.349, "8,3"), (8.451, "8,5"), "+0,2"),
        ("2025|nps", (8.0, "8"), (None, "–"), "–"),
    ],
)
def test_a_difference_is_that_of_the_shown_numbers(
    key: str, old: tuple[float, str], new: tuple[float | None, str], told: str
) -> None:
    before, after = Cell(number=old[0], text=old[1]), Cell(number=new[0], text=new[1])
    assert difference(f"{PLACE}|{key}", before, after, DANISH) == told
