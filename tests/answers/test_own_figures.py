"""One actor's figures beside the middle of the others: of three at least, and of money for those who may see it."""

import pytest

from access.reader import LOCAL_ANALYST, Reader
from answers.own_figures import own_figures
from tests.answers.tables import TableData, in_place, months, opened, place_of

OUTSIDER = Reader("Gæst", "reader", places=None)


def told(*others: str) -> TableData:
    actors = ("a", *others)
    return TableData(
        {
            "destinations": [{"destination_id": "p"}],
            "actors": in_place(*actors),
            "visits": [row for one in actors for row in months(one, 2025, [100] * 12)],
            "revenue": [
                {"actor_id": one, "period": f"2025-{month:02d}", "stream": "shop", "amount_dkk": 1000 * (number + 1)}
                for number, one in enumerate(actors)
                for month in range(1, 13)
            ],
            "opening": [row for one in actors for row in opened(one, 2025, [10] * 12, opening_hours=10)],
        }
    )


@pytest.mark.parametrize(("others", "middle"), [("bcd", 30.0), ("bcde", 35.0), ("bc", None)])
def test_the_middle_is_of_three_others_at_least_and_never_of_the_house_itself(
    others: str, middle: float | None
) -> None:
    data = told(*others)
    found = own_figures(data, place_of(data, "actor:a"), 2025, LOCAL_ANALYST)
    assert found.answers["revenue_per_visit"].number == 10
    assert {kpi: one.value for kpi, one in found.middles.items() if kpi == "revenue_per_visit"} == (
        {"revenue_per_visit": middle} if middle else {}
    )


def test_the_middle_of_money_is_for_those_who_may_see_it_and_that_of_visits_for_all() -> None:
    data = told("b", "c", "d")
    found = own_figures(data, place_of(data, "actor:a"), 2025, OUTSIDER)
    assert set(found.middles) == {"visits_per_opening_hour"}
    assert (found.middles["visits_per_opening_hour"].value, found.middles["visits_per_opening_hour"].of) == (10, 3)
