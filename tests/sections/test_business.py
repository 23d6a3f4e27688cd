"""What the figures of the page Culture business say in words."""

from dataclasses import replace

import pytest

from access.reader import LOCAL_ANALYST
from charts.why import Why, why_html
from frame.context import Context
from locales import DANISH
from sections.business_beside import beside_table
from sections.business_figures import source_bars, streams_in_words
from sections.business_products import products_points
from sections.money import money_text, streams_text
from tests.answers.business_tables import accounts, told, visited
from tests.answers.tables import Row, TableData

CONTEXT = Context(TableData({}), LOCAL_ANALYST, DANISH, None, None, dark=False, pages={})


@pytest.mark.parametrize(
    ("amount", "said"),
    [(None, "ikke oplyst"), (0, "0 kr."), (85.4, "85 kr."), (12_345, "12 tusind kr."), (2_420_545, "2,42 mio. kr.")],
)
def test_kroner_are_written_short_and_never_as_a_false_0(amount: float | None, said: str) -> None:
    assert money_text(CONTEXT, amount) == said


def test_joined_streams_are_named_together() -> None:
    assert streams_text(CONTEXT, ("cafe", "tour", "membership")) == "café, omvisning og årskort"


def test_the_sources_of_own_income_are_told_largest_first() -> None:
    answered = told({"revenue": accounts("a", 2025, shop=1000, admission=3000)})
    assert (
        streams_in_words(CONTEXT, answered)
        == "Entré: 75\N{NO-BREAK SPACE}% af det, der tjenes. entré: 36 tusind kr.; butik: 12 tusind kr."
    )


def test_own_income_and_both_kinds_of_grant_make_up_all_income() -> None:
    answered = told({"revenue": accounts("a", 2025, shop=40, grant_public=50, grant_private=10)})
    bars = source_bars(CONTEXT, answered)
    assert [(bar.name, round(bar.value or 0)) for bar in bars] == [
        ("Egne indtægter", 480), ("Offentlige tilskud", 600), ("Private tilskud", 120)
    ]  # fmt: skip


def test_a_product_on_sale_without_revenue_has_not_told_it_and_one_on_its_way_has_not_sold() -> None:
    common = {"period": "2025", "actor_id": "a", "mission_tag": "core"}
    rows: list[Row] = [
        {**common, "product_id": code, "name": code, "status": status}
        for code, status in (("x", "live"), ("y", "test"), ("z", None))
    ]
    rows.append({**common, "product_id": "s", "name": "s", "status": "live", "revenue_dkk": 900})
    answered = told({"products": rows, "revenue": accounts("a", 2025, shop=1000)})
    assert answered.products.lacks_revenue
    points = products_points(replace(CONTEXT, place=answered.place, year=2025), answered)
    assert {code: points.chosen(code).shown.partition(": ")[2] for code in points.names()} == {
        "s": "900 kr.", "x": "ikke oplyst", "y": "endnu ikke solgt", "z": "ikke oplyst"
    }  # fmt: skip
    assert not told({"products": [rows[1], rows[3]]}).products.lacks_revenue


def test_a_why_is_shown_as_text_and_signed_and_its_lack_says_what_to_do() -> None:
    html = why_html([Why("For <b>fjorden</b>", "bestyrelsen")], label="Derfor", none="Skriv den")
    assert "&lt;b&gt;fjorden" in html
    assert "bestyrelsen" in html
    assert "Skriv den" not in html
    assert "Skriv den" in why_html([], label="Derfor", none="Skriv den")


def test_the_other_half_of_a_figure_stands_beside_it_where_it_is_known() -> None:
    visits = [{**row, "paying_visits": 80} for row in visited("a")]
    table = beside_table(CONTEXT, told({"revenue": accounts("a", 2025, admission=6000), "visits": visits}))
    assert table.to_numpy().tolist() == [["Entré pr. betalende besøg", 75.0, "dkk"]]
    assert beside_table(CONTEXT, told({})).empty
