"""Growth and support stand side by side, and only where both are known."""

import pytest

from answers.two_axes import growth_and_support
from tests.answers.tables import Row, TableData, in_place, months


def wave(place: str, *counts: int, period: str = "2025") -> list[Row]:
    answers = ("more_positive", "equal", "more_negative", "dont_know")
    return [
        {"destination_id": place, "period": period, "answer": answer, "count": count}
        for answer, count in zip(answers, counts, strict=True)
    ]


def test_a_place_needs_both_growth_and_enough_answers() -> None:
    actors = [row for place in "pqrs" for row in in_place(f"m{place}", place=place)]
    visits = [
        row
        for place in "pqs"
        for year, count in ((2024, 100), (2025, 110))
        for row in months(f"m{place}", year, [count] * 12)
    ]
    data = TableData(
        {
            "destinations": [{"destination_id": place, "name": place} for place in "pqrs"],
            "actors": actors,
            "visits": [*visits, *months("mr", 2025, [5] * 12)],
            "residents": [
                *wave("p", 20, 3, 2, 0), *wave("q", 5, 2, 1, 0), *wave("r", 40, 3, 2, 0),
                *wave("s", 40, 3, 2, 0, period="2026"),
            ],
        }
    )  # fmt: skip
    (only,) = growth_and_support(data, 2025)
    assert (only.name, only.support, only.answers, only.period) == ("p", 0.8, 25, "2025")
    assert only.growth == pytest.approx(0.1)
    assert only.interval[0] < 0.8 < only.interval[1]
    assert only.is_uncertain
