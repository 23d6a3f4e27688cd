"""What a culture business earns: each figure over the actors that report all that is in it, and whole years only."""

import pytest

from answers.compare import Coverage
from kpis.catalogue import catalogue
from kpis.result import Undefined
from tests.answers.business_tables import accounts, detail, number, reason, told, visited
from tests.answers.tables import Row, in_place

GRANTS = {"grant_public": 50.0, "grant_private": 10.0}


def test_every_figure_of_the_theme_is_there_and_a_place_of_nothing_has_a_reason_for_each() -> None:
    answers = told({}).answers
    assert list(answers) == [kpi_id for kpi_id, passport in catalogue().items() if passport.theme == "business"]
    assert all(isinstance(answer.result, Undefined) for answer in answers.values())


def test_revenue_per_visit_is_over_those_who_report_both() -> None:
    answer = told(
        {
            "revenue": accounts("a", 2025, admission=600, shop=400) + accounts("b", 2025, admission=99),
            "visits": visited("a", "c"),
        }
    ).answers["revenue_per_visit"]
    assert (number(answer), answer.coverage) == (10.0, Coverage(1, 3))


def test_a_year_as_one_figure_counts_as_a_whole_year() -> None:
    yearly: list[Row] = [{"actor_id": "a", "period": "2025", "amount_dkk": 12000}]
    visits: list[Row] = [{"actor_id": "a", "period": "2025", "visits": 1000}]
    assert number(told({"revenue": yearly, "visits": visits}).answers["revenue_per_visit"]) == 12.0


def test_a_year_in_progress_says_how_many_months_there_are() -> None:
    answers = told({"revenue": accounts("a", 2025, admission=600)[:9], "visits": visited("a")}).answers
    assert answers["revenue_per_visit"].result == Undefined("incomplete_year", {"known": 9})


def test_a_year_before_is_over_the_very_same_actors() -> None:
    revenue = accounts("a", 2025, shop=400) + accounts("a", 2024, shop=200) + accounts("b", 2024, shop=9000)
    answer = told({"revenue": revenue, "visits": visited("a") + visited("a", "b", year=2024)}).answers[
        "revenue_per_visit"
    ]
    assert (number(answer), answer.change) == (4.0, 2.0)


def test_admission_and_shop_are_over_those_who_have_them() -> None:
    shop = [{**row, "transactions": 20} for row in accounts("a", 2025, shop=1000)]
    visits = [{**row, "paying_visits": 80} for row in visited("a")] + visited("b")
    answers = told(
        {"revenue": accounts("a", 2025, admission=6000) + shop + accounts("b", 2025, tour=500), "visits": visits}
    ).answers
    assert (number(answers["admission_per_visit"]), detail(answers["admission_per_visit"], "per_paying_visit")) == (
        60.0, 75.0
    )  # fmt: skip
    assert (number(answers["shop_conversion"]), detail(answers["shop_conversion"], "basket")) == (0.2, 50.0)


def test_the_split_counts_only_where_it_adds_up_to_the_own_income() -> None:
    whole: list[Row] = accounts("a", 2025, all=1000, admission=300, shop=300)
    assert reason(told({"revenue": whole}).answers["income_diversity"]) == "revenue_missing"
    even = accounts("a", 2025, admission=300, shop=300)
    assert number(told({"revenue": even}).answers["income_diversity"]) == 0.5


def test_the_self_earned_share_is_of_those_who_report_both_kinds_of_grant() -> None:
    revenue = accounts("a", 2025, admission=40, **GRANTS) + accounts("b", 2025, shop=900)
    answers = told({"revenue": revenue}).answers
    assert (number(answers["self_earned_share"]), answers["self_earned_share"].coverage) == (0.4, Coverage(1, 2))
    assert number(answers["private_funding_share"]) == 0.1


@pytest.mark.parametrize(
    ("granted", "without"),
    [
        ([("development", "public", 240.0)], 0.5),
        ([("operation", "public", 240.0)], 0.4),
        ([("development", "private", 240.0)], None),
        ([], None),
    ],
    ids=["a project", "no project", "more than was booked", "not told"],
)
def test_without_project_grants_the_share_is_another(
    granted: list[tuple[str, str, float]], without: float | None
) -> None:
    funding: list[Row] = [
        {"actor_id": "a", "period": "2025", "funder": "F", "purpose": purpose, "source": source, "amount_dkk": amount}
        for purpose, source, amount in granted
    ]
    answers = told({"revenue": accounts("a", 2025, admission=40, **GRANTS), "funding": funding}).answers
    assert detail(answers["self_earned_share"], "share_without_project_grants") == without


def test_costs_are_those_given_or_those_booked_as_a_stream() -> None:
    booked = accounts("a", 2025, admission=10, cost=900, **GRANTS)
    answer = told({"revenue": booked, "visits": visited("a")}).answers["cost_per_visit"]
    assert (number(answer), detail(answer, "public_grant_per_visit")) == (9.0, 0.5)
    given: list[Row] = [{"actor_id": "a", "period": "2025", "stream": "cost", "cost_dkk": 2400}]
    assert number(told({"revenue": given, "visits": visited("a")}).answers["cost_per_visit"]) == 2.0


def test_costs_of_half_a_year_are_not_set_against_the_visits_of_all_of_it() -> None:
    booked = accounts("a", 2025, admission=10, cost=900)
    half = [row for row in booked if row["stream"] != "cost" or str(row["period"]) <= "2025-06"]
    assert reason(told({"revenue": half, "visits": visited("a")}).answers["cost_per_visit"]) == "costs_missing"
    quarterly = [row for row in booked if row["stream"] != "cost" or str(row["period"])[5:] in ("01", "04", "07", "10")]
    assert number(told({"revenue": quarterly, "visits": visited("a")}).answers["cost_per_visit"]) == 3.0


def test_purchases_of_some_months_are_not_set_against_the_visits_of_all() -> None:
    shop: list[Row] = [{**row, "transactions": 20} for row in accounts("a", 2025, shop=1000)]
    closed: list[Row] = [{**row, "amount_dkk": 0, "transactions": None} for row in shop[:1]]
    told_of = told({"revenue": closed + shop[1:], "visits": visited("a")}).answers["shop_conversion"]
    assert number(told_of) == round(220 / 1200, 6)
    uncounted: list[Row] = [{**row, "transactions": None} for row in shop[:1]]
    part = told({"revenue": uncounted + shop[1:], "visits": visited("a")}).answers["shop_conversion"]
    assert (reason(part), part.result.detail["per_visit"]) == ("transactions_missing", 10.0)


def prices(year: int, index: float) -> Row:
    return {"area_code": "dk", "period": str(year), "indicator": "consumer_prices", "value": index}


def test_growth_is_real_where_prices_are_known_and_otherwise_only_nominal() -> None:
    revenue = accounts("a", 2024, shop=100) + accounts("a", 2025, shop=110) + accounts("b", 2025, shop=999)
    answered = told({"revenue": revenue, "reference": [prices(2024, 100), prices(2025, 110)]})
    assert number(answered.answers["real_revenue_growth"]) == 0.0
    assert [(year.year, year.current_dkk, round(year.fixed_dkk or 0)) for year in answered.income] == [
        (2024, 1200.0, 1320), (2025, 1320.0, 1320)
    ]  # fmt: skip
    nominal = told({"revenue": revenue}).answers["real_revenue_growth"].result
    assert isinstance(nominal, Undefined)
    assert (nominal.reason, round(float(str(nominal.detail["nominal_growth"])), 6)) == ("prices_missing", 0.1)


def test_an_hour_is_of_those_who_tell_their_hours_and_a_closed_month_has_none() -> None:
    opening: list[Row] = [
        {"actor_id": "a", "period": f"2025-{month:02d}", "open_flag": int(month != 1), "opening_hours": 50}
        for month in range(1, 13)
    ]
    opening[0] = {"actor_id": "a", "period": "2025-01", "open_flag": 0}
    visits = [{"actor_id": "a", "period": "2025-01", "visits": 0}, *visited("a")[1:]]
    answered = told({"revenue": accounts("a", 2025, shop=500), "visits": visits, "opening": opening})
    assert number(answered.answers["visits_per_opening_hour"]) == 2.0
    assert answered.hours.visits == (None, *[2.0] * 11)
    assert answered.hours.income == (None, *[10.0] * 11)
    assert answered.hours.income_of_year == pytest.approx(6000 / 550)


def test_learning_is_a_part_of_all_visits_and_never_added_to_them() -> None:
    visits = visited("a")
    pupils: list[Row] = [{**row, "visit_type": "education", "visits": 13} for row in visits]
    young: list[Row] = [{**row, "age_group": "under_18", "visits": 23} for row in visits]
    answer = told({"visits": visits + pupils + young}).answers["education_share"]
    assert (number(answer), detail(answer, "under_18_share")) == (0.13, 0.23)
    assert reason(told({"visits": visits + pupils[:6]}).answers["education_share"]) == "audience_missing"


def test_what_guests_leave_in_the_area_needs_spend_and_share_for_each_type() -> None:
    spend: list[Row] = [
        {"destination_id": "p", "period": "2025", "visitor_type": kind, "type_visits": visits, "spend_dkk": kroner,
         "additionality": share}
        for kind, visits, kroner, share in (("local", 100, 50, 0), ("day", 10, 100, 0.5))
    ]  # fmt: skip
    assert number(told({"spend": spend}).answers["local_economic_value"]) == 500.0
    spend[1] = {**spend[1], "additionality": None}
    assert reason(told({"spend": spend}).answers["local_economic_value"]) == "additionality_missing"


def test_every_why_is_told_with_who_wrote_it() -> None:
    profiles: list[Row] = [
        {"entity": "a", "field": "why", "text": "For håndværket", "author": "bestyrelsen", "written_on": "2024-01-10"},
        {"entity": "p", "field": "why", "text": "For fjorden"},
        {"entity": "elsewhere", "field": "why", "text": "For noget andet"},
        {"entity": "a", "field": "wish", "text": "Flere gæster"},
    ]
    purposes = told({"profiles": profiles, "visits": visited("a")}).purposes
    assert [(one.whose, one.text, one.author) for one in purposes] == [
        ("Vig", "For fjorden", None), ("a", "For håndværket", "bestyrelsen")
    ]  # fmt: skip


def product(number: int, tag: str | None, revenue: float | None, **more: object) -> Row:
    return {"product_id": f"p{number}", "period": "2025", "actor_id": "a", "mission_tag": tag, "revenue_dkk": revenue,
            "status": "live", **more}  # fmt: skip


def test_the_share_at_the_core_of_the_purpose_is_of_all_own_income() -> None:
    products = [product(1, "core", 600.0), product(2, "supporting", 300.0), product(3, "not_for_sale", None)]
    tables = {"products": products, "revenue": accounts("a", 2025, shop=100) + accounts("b", 2025, shop=900)}
    answer = told(tables).answers["mission_aligned_revenue_share"]
    assert isinstance(answer.result, Undefined)
    assert (answer.result.reason, answer.result.detail["known_share"]) == ("purpose_not_judged", 0.75)
    judged = told({**tables, "products": [*products, product(4, "none", 300.0)]})
    assert number(judged.answers["mission_aligned_revenue_share"]) == 0.5
    assert detail(judged.answers["mission_aligned_revenue_share"], "core_or_supporting") == 0.75
    assert [row["name"] for _, row in judged.products.not_for_sale.iterrows()] == [None]


def test_a_product_on_its_way_needs_no_revenue_and_one_on_sale_does() -> None:
    revenue = accounts("a", 2025, shop=100)
    on_its_way = [product(1, "core", 1200.0), product(2, "core", None, status="prototype")]
    assert number(told({"products": on_its_way, "revenue": revenue}).answers["mission_aligned_revenue_share"]) == 1.0
    on_sale = [product(1, "core", 1200.0), product(2, "core", None)]
    answers = told({"products": on_sale, "revenue": revenue}).answers
    assert reason(answers["mission_aligned_revenue_share"]) == "product_revenue_missing"


def test_the_purpose_is_compared_with_the_year_before_over_the_same_actors() -> None:
    products = [product(1, "core", 1200.0), {**product(1, "core", 600.0), "period": "2024"}]
    products += [{**product(2, "none", 600.0), "period": "2024"}]
    revenue = accounts("a", 2024, shop=100) + accounts("a", 2025, shop=100)
    answer = told({"products": products, "revenue": revenue}).answers["mission_aligned_revenue_share"]
    assert (number(answer), answer.change) == (1.0, 0.5)


def test_a_stream_that_nobody_here_reports_is_not_a_stream_of_0() -> None:
    revenue = accounts("a", 2025, shop=100) + accounts("z", 2025, cafe=900)
    place = [{"destination_id": "p", "name": "Vig"}, {"destination_id": "q", "name": "Å"}]
    actors = [*in_place("a"), *in_place("z", place="q")]
    assert dict(told({"revenue": revenue, "destinations": place, "actors": actors}).streams) == {("shop",): 1200.0}
