"""The first sentence of the page Culture business: true for accounts that can be added up by hand."""

import pytest

from access.reader import LOCAL_ANALYST, Reader
from answers.sentences.business import business_sentence
from locales import ENGLISH
from tests.answers.business_tables import OUTSIDER, accounts, told, visited
from tests.answers.tables import Row, Tables

PRICES: list[Row] = [
    {"area_code": "dk", "period": str(year), "indicator": "consumer_prices", "value": index}
    for year, index in ((2024, 100), (2025, 110))
]


def said(tables: Tables, reader: Reader = LOCAL_ANALYST) -> str:
    return business_sentence(told(tables, reader), ENGLISH)


@pytest.mark.parametrize(
    ("now", "sentence"),
    [
        (121, "Vig earned 10.0% more in 2025 than the year before, in fixed prices."),
        (99, "Vig earned 10.0% less in 2025 than the year before, in fixed prices."),
        (110, "Vig earned as much in 2025 as the year before, in fixed prices."),
    ],
)
def test_growth_is_said_with_prices_taken_out(now: float, sentence: str) -> None:
    revenue = accounts("a", 2024, shop=100) + accounts("a", 2025, shop=now)
    assert said({"revenue": revenue, "reference": PRICES}).startswith(sentence)


def test_without_prices_it_says_what_a_visit_brings_and_who_that_is() -> None:
    tables = {"revenue": accounts("a", 2025, shop=500), "visits": visited("a", "b")}
    assert said(tables).startswith("Vig earned 5 DKK for each visit in 2025 (1 of 2 actors).")


def test_a_reader_from_outside_is_told_why_there_is_nothing() -> None:
    tables = {"revenue": accounts("a", 2025, shop=500), "visits": visited("a")}
    assert said(tables, OUTSIDER).startswith("What Vig earned in 2025 is not known. Fewer than 3 actors report")


@pytest.mark.parametrize(
    ("core", "sentence"),
    [
        (960.0, "80% of the own income comes from what is judged to be the core of the purpose."),
        (300.0, "Only 25% of the own income is judged against the purpose, too little to say whether it follows."),
    ],
)
def test_the_purpose_is_said_only_where_enough_is_judged(core: float, sentence: str) -> None:
    product: Row = {"product_id": "p", "period": "2025", "actor_id": "a", "mission_tag": "core", "revenue_dkk": core}
    assert said({"revenue": accounts("a", 2025, shop=100), "products": [product]}).endswith(sentence)


def test_a_place_without_products_is_told_so() -> None:
    assert said({"revenue": accounts("a", 2025, shop=100)}).endswith(
        "No products are listed for 2025, so none is judged against the purpose."
    )


def test_the_purpose_is_set_against_the_year_before() -> None:
    product: Row = {"product_id": "p", "actor_id": "a", "mission_tag": "core"}
    tables: Tables = {
        "revenue": accounts("a", 2024, shop=100) + accounts("a", 2025, shop=100),
        "products": [
            {**product, "period": "2025", "revenue_dkk": 1080.0},
            {**product, "period": "2024", "revenue_dkk": 960.0},
        ],
    }
    assert said(tables).endswith("the core of the purpose, against 80% the year before.")
