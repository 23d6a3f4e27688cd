"""The points of figures lead to the cells that make them: what is drawn at a spot is the sum of its cells."""

from collections.abc import Iterator
from pathlib import Path

import plotly.graph_objects as go
import pytest

from access.reader import LOCAL_ANALYST, Reader
from answers.business import business
from answers.data import open_data
from answers.growth import growth
from answers.lineage.cells import Lineage, lineage
from answers.places import all_places
from answers.season import season
from charts.points import choosable
from frame.context import Context
from locales import DANISH
from sections.business_points import hours_points, income_points, streams_points
from sections.business_products import products_points
from sections.count_points import months_points, years_points
from sections.figures import Drawing
from sections.growth_figures import growth_drawings
from sections.points import Points, Spot
from sections.season_figures import season_drawings
from tests.answers.tables import Row, Tables, closed, in_place, months, opened
from tests.charts.figures import FIGURES, build
from tests.stores import empty_store, put
from warehouse.connect import Store

ACTORS = ("a", "b", "c")
OUTSIDER = Reader("Guest", "reader", places=None)


def income(actor: str, stream: str, year: int, amount: float) -> list[Row]:
    return [
        {"actor_id": actor, "period": f"{year}-{month:02d}", "stream": stream, "amount_dkk": amount + month}
        for month in range(1, 13)
    ]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Three houses with two years of visits, opening and income; one is closed in January."""
    with empty_store("embedded", tmp_path_factory.mktemp("points") / "store") as made:
        years = (2024, 2025)
        counted = [row for year in years for at, a in enumerate(ACTORS) for row in months(a, year, _counts(at, year))]
        put(
            made,
            {
                "destinations": [{"destination_id": "p", "name": "Vig"}],
                "actors": in_place(*ACTORS),
                "visits": counted,
                "opening": [
                    row
                    for year in years
                    for actor in ACTORS
                    for row in opened(actor, year, [20] * 12, open_flag=1, daily_capacity=50, opening_hours=100)
                ],
                "products": [
                    {
                        "product_id": "x",
                        "period": "2025",
                        "name": "Reb",
                        "actor_id": "a",
                        "revenue_dkk": 900,
                        "mission_tag": "core",
                        "tag_owner": "bestyrelsen",
                    },
                    {
                        "product_id": "y",
                        "period": "2025",
                        "name": "Tavsheden",
                        "actor_id": "b",
                        "mission_tag": "not_for_sale",
                    },
                ],
                "reference": [
                    {"area_code": "dk", "period": str(year), "indicator": "consumer_prices", "value": 100}
                    for year in years
                ],
                "revenue": [
                    row
                    for year in years
                    for actor in ACTORS
                    for stream in ("admission", "shop")
                    for row in income(actor, stream, year, 1000)
                ],
            },
        )
        yield made


def _counts(at: int, year: int) -> list[int]:
    return [100 * (at + 1) + 10 * month + (year - 2024) for month in range(1, 13)]


def context(store: Store, reader: Reader = LOCAL_ANALYST) -> Context:
    data = open_data(store)
    return Context(data, reader, DANISH, all_places(data)["destination:p"], 2025, dark=False, pages={})


def drawings(asked: Context) -> dict[str, Drawing]:
    assert asked.place is not None
    of_growth = growth_drawings(asked, growth(asked.data, asked.place, 2025))
    of_season = season_drawings(asked, season(asked.data, asked.place, 2025, asked.reader))
    return {drawing.name: drawing for drawing in (*of_growth, *of_season)}


def cells(asked: Context, points: Points, code: str) -> Lineage:
    assert asked.place is not None
    chosen = points.chosen(code)
    return lineage(asked.data, asked.place, chosen.answer, asked.reader, chosen.bases)


def total(found: Lineage, dataset: str, measure: str) -> float:
    frame = found.cells[dataset]
    return float(frame.loc[frame["measure"] == measure, "number"].sum())


def spots(figure: go.Figure) -> Iterator[tuple[Spot, float]]:
    """Every spot where a mark, a bar or the end of a line tells something, and its height."""
    for trace in figure.data:
        can_be_chosen = trace.type == "bar" or (trace.type == "scatter" and "markers" in (trace.mode or ""))
        if can_be_chosen and trace.hoverinfo == "text":
            for x, y in zip(trace.x, trace.y, strict=True):
                if y is not None:
                    yield Spot(float(x), float(y), trace.name or ""), float(y)


@pytest.mark.parametrize("name", ["years", "months"])
def test_what_is_drawn_at_a_spot_is_the_sum_of_its_cells(store: Store, name: str) -> None:
    asked = context(store)
    drawing = drawings(asked)[name]
    assert drawing.points is not None
    found = list(spots(choosable(drawing.build())))
    assert found
    for spot, height in found[:: 1 if name == "years" else 9]:
        code = drawing.points.at(spot)
        assert code in drawing.points.names()
        assert total(cells(asked, drawing.points, str(code)), "visits", "visits") == height


def test_a_cell_of_the_heatmap_and_a_point_of_the_curve_are_one_month(store: Store) -> None:
    drawn = drawings(context(store))
    heatmap, curve = drawn["heatmap"].points, drawn["curve"].points
    assert heatmap is not None
    assert curve is not None
    assert heatmap.at(Spot(7, 1, "")) == curve.at(Spot(7, 900, "2025")) == "2025-07"
    assert curve.at(Spot(7, 0.1, "området omkring")) not in curve.names()
    assert heatmap.chosen("2025-07").answer == curve.chosen("2025-07").answer
    assert total(cells(context(store), heatmap, "2025-07"), "visits", "visits") == 170 + 270 + 370 + 3
    codes = [heatmap.at(spot) for spot, _ in spots(choosable(drawn["heatmap"].build()))]
    assert sorted(map(str, codes)) == sorted(heatmap.names())


def test_a_month_of_room_leads_to_visits_and_to_capacity(store: Store) -> None:
    asked = context(store)
    points = drawings(asked)["room"].points
    assert points is not None
    assert points.at(Spot(7, 500, "")) == "2025-07"
    chosen, found = points.chosen("2025-07"), cells(asked, points, "2025-07")
    assert chosen.formula
    capacity = total(found, "opening", "open_days") / len(ACTORS) * total(found, "opening", "daily_capacity")
    assert chosen.answer.number == pytest.approx(total(found, "visits", "visits") / capacity)


def test_bars_of_income_lead_to_their_kroner_and_tell_an_outsider_none(store: Store) -> None:
    asked, outside = context(store), context(store, OUTSIDER)
    assert asked.place is not None
    answered = business(asked.data, asked.place, 2025, LOCAL_ANALYST)
    for points in (streams_points(asked, answered), income_points(asked, answered)):
        code = next(iter(points.names()))
        found = cells(asked, points, code)
        assert total(found, "revenue", "amount_dkk") == points.chosen(code).answer.number
        hidden = cells(outside, points, code).cells["revenue"]
        assert hidden["hidden"].all()
        assert hidden["number"].isna().all()


def test_a_bar_of_a_product_leads_to_what_it_earned_and_to_who_judged_it(store: Store) -> None:
    asked, outside = context(store), context(store, OUTSIDER)
    assert asked.place is not None
    points = products_points(asked, business(asked.data, asked.place, 2025, LOCAL_ANALYST))
    assert points.names() == {"x": "Reb", "y": "Tavsheden"}
    assert [points.at(Spot(0, row, "")) for row in (0, 1, 2)] == ["x", "y", None]
    found = cells(asked, points, "x")
    assert total(found, "products", "revenue_dkk") == points.chosen("x").answer.number == 900
    assert points.chosen("x").shown == "Reb i Vig, 2025: 900 kr."
    assert set(found.cells["products"]["text"].dropna()) == {"Reb", "core", "a", "bestyrelsen"}
    kept = cells(asked, points, "y").cells["products"]
    assert set(kept["text"]) == {"Tavsheden", "not_for_sale", "b"}
    hidden = cells(outside, points, "x").cells["products"].set_index("measure")
    assert hidden.loc["revenue_dkk", "hidden"]
    assert hidden["number"].isna().all()


def test_no_product_is_drawn_and_so_none_can_be_chosen_by_an_outsider(store: Store) -> None:
    outside = context(store, OUTSIDER)
    assert outside.place is not None
    answered = business(outside.data, outside.place, 2025, OUTSIDER)
    assert answered.products.hidden is not None
    assert {products_points(outside, answered).chosen(code).answer.number for code in ("x", "y")} == {None}


def test_a_month_of_opening_hours_leads_to_visits_and_hours_and_hides_the_income(store: Store) -> None:
    outside = context(store, OUTSIDER)
    assert outside.place is not None
    points = hours_points(outside, business(outside.data, outside.place, 2025, OUTSIDER))
    code = points.at(Spot(0, 6, ""))
    assert code == "2025-07"
    found = cells(outside, points, code)
    hours = total(found, "opening", "opening_hours")
    assert points.chosen(code).answer.number == pytest.approx(total(found, "visits", "visits") / hours)
    assert found.cells["revenue"]["number"].isna().all()


def test_a_month_in_which_everybody_was_closed_leads_to_the_cells_that_say_so(tmp_path: Path) -> None:
    rows: Tables = {
        "destinations": [{"destination_id": "p", "name": "Vig"}],
        "actors": in_place("a"),
        "visits": months("a", 2025, [10, None, *[10] * 10]),
        "opening": closed("a", "2025-02"),
    }
    with empty_store("embedded", tmp_path / "store") as made:
        put(made, rows)
        asked = context(made)
        assert asked.place is not None
        points = months_points(asked, growth(asked.data, asked.place, 2025))
        february = points.at(Spot(1, 0, ""))
        found = cells(asked, points, str(february))
    assert points.chosen("2025-02").answer.number == 0
    assert list(found.cells) == ["opening"]
    assert found.cells["opening"]["cell"].tolist() == ["B2"]


def test_a_spot_where_nothing_is_drawn_is_no_point(store: Store) -> None:
    asked = context(store)
    assert asked.place is not None
    answered = growth(asked.data, asked.place, 2025)
    assert months_points(asked, answered).at(Spot(999, 0, "")) is None
    assert years_points(asked, answered).at(Spot(1999, 0, "")) not in years_points(asked, answered).names()


@pytest.mark.parametrize("name", FIGURES)
def test_what_is_not_chosen_looks_as_before(name: str) -> None:
    before, after = build(name), choosable(build(name))
    assert after.layout == before.layout
    for trace in after.data:
        if trace.type == "bar":
            assert trace.unselected.marker.opacity == 1
        if trace.type == "scatter" and trace.mode == "text" and trace.textfont.color:
            assert trace.unselected.textfont.color == trace.textfont.color
