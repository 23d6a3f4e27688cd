"""What a reader without the scope sees of money and staff: nothing of fewer than three, and nothing by subtraction."""

import pytest

from kpis.result import Undefined, Value
from tests.answers.business_tables import OUTSIDER, accounts, number, reason, told, visited
from tests.answers.tables import Row

THREE = [row for actor in "abc" for row in accounts(actor, 2025, admission=100, shop=50)]
MONEY = ("revenue_per_visit", "admission_per_visit", "shop_conversion", "self_earned_share", "private_funding_share",
         "cost_per_visit", "real_revenue_growth", "income_diversity", "mission_aligned_revenue_share")  # fmt: skip


@pytest.mark.parametrize("kpi_id", MONEY)
def test_two_actors_are_too_few_for_every_figure_of_money(kpi_id: str) -> None:
    streams = {"admission": 100.0, "shop": 50.0, "grant_public": 5.0, "grant_private": 5.0, "cost": 90.0}
    revenue = [row for actor in "ab" for year in (2024, 2025) for row in accounts(actor, year, **streams)]
    revenue = [{**row, "transactions": 5} if row["stream"] == "shop" else row for row in revenue]
    products = [product("a", 1, "core", 1500.0), product("b", 2, "core", 1700.0)]
    prices: list[Row] = [
        {"area_code": "dk", "period": str(year), "indicator": "consumer_prices", "value": 100} for year in (2024, 2025)
    ]
    tables = {"revenue": revenue, "visits": visited("a", "b"), "products": products, "reference": prices}
    assert isinstance(told(tables).answers[kpi_id].result, Value)
    assert reason(told(tables, OUTSIDER).answers[kpi_id]) == "too_few_actors"
    assert told(tables, OUTSIDER).answers[kpi_id].previous in (None, Undefined("too_few_actors", {"minimum": 3}))


def test_three_actors_are_told() -> None:
    answers = told({"revenue": THREE, "visits": visited("a", "b", "c")}, OUTSIDER).answers
    assert number(answers["revenue_per_visit"]) == 1.5
    assert number(answers["admission_per_visit"]) == 1.0
    assert number(answers["income_diversity"]) == pytest.approx(5 / 9, abs=1e-6)


def test_a_stream_of_one_actor_is_joined_with_another_so_that_the_total_does_not_give_it_away() -> None:
    revenue = THREE + accounts("a", 2025, cafe=30)
    answered = told({"revenue": revenue, "visits": visited("a", "b", "c")}, OUTSIDER)
    assert set(answered.streams.values()) == {3600 + 360, 1800} or set(answered.streams.values()) == {1800 + 360, 3600}
    assert reason(answered.answers["income_diversity"]) == "too_few_actors"
    alone = {part for part in answered.streams if len(part) == 1}
    assert ("cafe",) not in alone
    assert len(alone) == 1


def test_a_fourth_actor_in_one_figure_alone_is_not_given_away_by_the_difference() -> None:
    revenue = [row for actor in "abcd" for row in accounts(actor, 2025, admission=100, grant_public=9, grant_private=9)]
    revenue = [row for row in revenue if row["actor_id"] != "d" or row["stream"] == "admission"]
    answers = told({"revenue": revenue, "visits": visited(*"abcd")}, OUTSIDER).answers
    assert number(answers["revenue_per_visit"]) == 1.0
    assert reason(answers["self_earned_share"]) == "gives_away"


def test_the_year_before_is_told_only_as_that_years_own_figure() -> None:
    revenue = THREE + [row for actor in "abcd" for row in accounts(actor, 2024, admission=90)]
    visits = visited("a", "b", "c") + visited(*"abcd", year=2024)
    tables = {"revenue": revenue, "visits": visits}
    assert told(tables).answers["revenue_per_visit"].change == pytest.approx(0.6)
    outside = told(tables, OUTSIDER)
    assert outside.answers["revenue_per_visit"].previous is None
    assert reason(outside.answers["real_revenue_growth"]) == "gives_away"
    assert outside.income == ()


def product(actor: str, number: int, tag: str | None, revenue: float | None) -> Row:
    return {"product_id": f"p{number}", "period": "2025", "actor_id": actor, "mission_tag": tag, "revenue_dkk": revenue}


def test_the_revenue_of_a_product_is_one_actors_and_its_purpose_is_not() -> None:
    tables = {"products": [product("a", 1, "core", 900.0), product("a", 2, "not_for_sale", None)], "revenue": THREE}
    outside, inside = told(tables, OUTSIDER).products, told(tables).products
    assert inside.rows["revenue_dkk"].max() == 900.0
    assert outside.rows["revenue_dkk"].isna().all()
    assert list(outside.rows["mission_tag"]) == ["core", "not_for_sale"]
    assert outside.hidden == Undefined("too_few_actors", {"minimum": 3})


def test_grants_of_one_actor_are_not_told() -> None:
    funding: list[Row] = [
        {"actor_id": actor, "period": "2025", "funder": "F", "purpose": "development", "source": "private",
         "amount_dkk": 100.0}
        for actor in "abc"
    ]  # fmt: skip
    everybody = told({"funding": funding}, OUTSIDER).funding
    assert (everybody.total, everybody.share_for("development")) == (300.0, 1.0)
    marketing = {**funding[0], "purpose": "marketing"}
    assert told({"funding": [*funding, marketing]}, OUTSIDER).funding.amounts is None
    assert told({"funding": [*funding, marketing]}).funding.total == 400.0


def staff(actor: str, **heads: int) -> list[Row]:
    return [
        {"actor_id": actor, "period": "2025", "profession": profession, "headcount": number}
        for profession, number in heads.items()
    ]


def test_small_professions_are_one_group_for_everybody_and_what_is_left_is_never_one_or_two() -> None:
    known = told({"staff": staff("a", formidler=5, billet=4, bådebygger=2, konservator=1)}).staff
    assert (known.professions, known.joined) == ({"formidler": 5, "billet": 4}, 3)
    assert isinstance(known.figure.result, Value)
    assert (known.figure.result.n, dict(known.figure.result.detail)) == (None, {})
    folded = told({"staff": staff("a", formidler=5, billet=4, bådebygger=2)}).staff
    assert (folded.professions, folded.joined) == ({"formidler": 5}, 6)


def test_staff_of_two_actors_is_not_told_to_a_reader_from_outside() -> None:
    tables = {"staff": staff("a", formidler=5) + staff("b", formidler=4)}
    assert reason(told(tables, OUTSIDER).answers["profession_diversity"]) == "too_few_actors"
    assert told(tables, OUTSIDER).staff.professions == {}
    assert told(tables).staff.professions == {"formidler": 9}


def test_a_month_that_only_one_earned_in_hides_every_month_and_not_the_year() -> None:
    opening: list[Row] = [
        {"actor_id": actor, "period": f"2025-{month:02d}", "open_flag": 1, "opening_hours": 10}
        for actor in "abc"
        for month in range(1, 13)
    ]
    alone = [
        {**row, "amount_dkk": 0} if row["period"] == "2025-01" and row["actor_id"] != "a" else row for row in THREE
    ]
    tables = {"visits": visited("a", "b", "c"), "opening": opening}
    everyone = told({**tables, "revenue": THREE}, OUTSIDER).hours
    assert everyone.income == (15.0,) * 12
    hidden = told({**tables, "revenue": alone}, OUTSIDER).hours
    assert set(hidden.income) == {None}
    assert hidden.income_of_year is not None
