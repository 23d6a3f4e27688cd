"""The products on their way: each once, as it was last told of, in the order from idea to sale and out."""

import pytest

from answers.pipeline import PipelineProduct, pipeline
from tests.answers.tables import Row, TableData, in_place, place_of


def product(code: str, period: str = "2025", **more: object) -> Row:
    return {"product_id": code, "period": period, "name": code, "actor_id": "a", **more}


def of(*rows: Row) -> tuple[PipelineProduct, ...]:
    data = TableData({"destinations": [{"destination_id": "p"}], "actors": in_place("a"), "products": rows})
    return pipeline(data, place_of(data), 2025)


def test_each_product_stands_once_as_it_was_last_told_of_by_then() -> None:
    found = of(product("x", "2024", status="idea"), product("x", status="test"), product("x", "2026", status="live"))
    assert [(one.stage, one.period) for one in found] == [("test", "2025")]


def test_they_come_from_idea_to_retired_and_last_those_nobody_has_placed() -> None:
    found = of(
        product("e", status="retired"), product("d", status="live"), product("f"), product("a", status="idea"),
        product("c", status="test"), product("b", status="prototype"),
    )  # fmt: skip
    assert [one.id for one in found] == ["a", "b", "c", "d", "e", "f"]


def test_a_product_belongs_to_its_makers_and_to_nobody_elses_place() -> None:
    found = of(product("x", actor_id="elsewhere", partners="a; elsewhere"), product("y", actor_id="elsewhere"))
    assert [(one.id, one.owner, one.partners) for one in found] == [("x", "elsewhere", ("a",))]


@pytest.mark.parametrize(
    ("start", "end", "months"),
    [
        ("2025-01-01", None, 12),
        ("2024-12-31", None, 13),
        ("2025-11-30", "2025-12-01", 2),
        ("2026-01-01", None, None),
        (None, None, None),
        ("2025-05-01", "2025-04-01", None),
    ],
)
def test_the_months_on_sale_are_counted_until_the_end_of_the_year(
    start: str | None, end: str | None, months: int | None
) -> None:
    (one,) = of(product("x", live_from=start, live_to=end))
    assert one.months_on_sale == months
