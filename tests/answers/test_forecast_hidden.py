"""A reader from outside is told no month, and no forecast, of money that fewer than three have a part in."""

import pytest

from access.reader import LOCAL_ANALYST, Reader
from answers.data import Data
from answers.forecast import coming_year
from kpis.result import Undefined
from tests.answers.business_tables import OUTSIDER, accounts, visited
from tests.answers.tables import Row, TableData, in_place, place_of

YEARS = (2022, 2023, 2024)


def place(revenue: list[Row], **tables: list[Row]) -> Data:
    named = sorted({str(row["actor_id"]) for row in revenue})
    return TableData(
        {"destinations": [{"destination_id": "p"}], "actors": in_place(*named), "revenue": revenue, **tables}
    )


def earned(*actors: str, years: tuple[int, ...] = YEARS) -> list[Row]:
    return [row for actor in actors for year in years for row in accounts(actor, year, shop=50)]


def refused(data: Data, reader: Reader) -> str | None:
    why = coming_year(data, place_of(data), "revenue", reader).refused
    return why.reason if isinstance(why, Undefined) else None


def test_the_money_of_two_is_told_inside_and_not_outside() -> None:
    data = place(earned("a", "b"))
    assert (refused(data, LOCAL_ANALYST), refused(data, OUTSIDER)) == (None, "too_few_actors")


def test_the_money_of_three_is_told() -> None:
    assert refused(place(earned("a", "b", "c")), OUTSIDER) is None


def test_visits_and_seats_are_no_money() -> None:
    offers: list[Row] = [{**row, "product_id": "x", "sold": 3} for row in visited("a")]
    data = place(earned("a"), visits=visited("a"), offers=offers)
    for subject in ("visits", "sold"):
        why = coming_year(data, place_of(data), subject, OUTSIDER).refused
        assert why == Undefined("too_few_months", {"known": 12, "minimum": 36})


def test_what_is_hidden_does_not_tell_how_many_months_there_are_either() -> None:
    assert refused(place(earned("a", "b", years=(2024,))), OUTSIDER) == "too_few_actors"


def test_one_month_of_two_of_the_three_hides_the_whole() -> None:
    revenue = [
        {**row, "amount_dkk": 0} if row["actor_id"] == "c" and row["period"] == "2023-01" else row
        for row in earned("a", "b", "c")
    ]
    assert refused(place(revenue), OUTSIDER) == "gives_away"
    assert refused(place(revenue), LOCAL_ANALYST) is None


def test_a_month_in_which_nobody_earned_is_nobodys_secret() -> None:
    revenue = [{**row, "amount_dkk": 0} if row["period"] == "2023-01" else row for row in earned("a", "b", "c")]
    assert refused(place(revenue), OUTSIDER) is None


def test_a_fourth_in_one_year_of_the_page_is_not_given_away_by_the_difference() -> None:
    """In 2024 the page tells the own income of all four for each visit; the forecast is of the three without a gap."""
    revenue = [*earned("a", "b", "c"), *earned("d", years=(2022, 2024))]
    visits = [row for year in YEARS for row in visited("a", "b", "c", "d", year=year)]
    assert refused(place(revenue, visits=visits), OUTSIDER) == "gives_away"
    assert refused(place(revenue), OUTSIDER) == "gives_away"


@pytest.mark.parametrize(("alone", "told"), [(3, None), (2, "gives_away")])
def test_beside_a_yearly_figure_of_more_what_is_left_is_of_three_and_more(alone: int, told: str | None) -> None:
    others = "defgh"[:alone]
    yearly: list[Row] = [{"actor_id": actor, "period": "2024", "amount_dkk": 99} for actor in others]
    visits = visited("a", "b", "c", *others, year=2024)
    assert refused(place([*earned("a", "b", "c"), *yearly], visits=visits), OUTSIDER) == told
