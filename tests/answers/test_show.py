"""Every KPI as plain values: the same as on the pages, without a clock, and with a reason where there is no value."""

import json
from dataclasses import replace
from datetime import date

import pytest

from access.reader import LOCAL_ANALYST, Reader
from answers.answer import Answer
from answers.growth import growth
from answers.places import Place
from answers.show import CLOCK_BOUND, all_answers, answers_on, as_values
from answers.targets import band_board
from answers.themes import Asked, measured
from answers.written import written
from kpis.catalogue import catalogue
from kpis.declare import THEMES, Theme
from kpis.result import Undefined, Value
from locales import ENGLISH
from tests.answers.tables import TableData, Tables, in_place, months, opened, place_of

OUTSIDER = Reader("Gæst", "reader", places=None)
TABLES: Tables = {
    "destinations": [{"destination_id": "p", "area_code": "x", "residents": 100}],
    "actors": in_place("a", "b"),
    "visits": [row for year in range(2022, 2026) for row in months("a", year, [year - 2000] * 12)],
    "nights": months("x", 2025, [50] * 12, column="nights"),
    "opening": opened("a", 2025, [20] * 12, daily_capacity=9),
    "sustainability": [
        {"actor_id": "a", "period": "2025", "metric": name, "value": value}
        for name, value in (("purchases_local", 3), ("purchases_total", 10), ("kwh", 600))
    ],
}
DATA = TableData(TABLES)
HERE = place_of(DATA)


def test_the_values_are_those_of_the_themes() -> None:
    shown = all_answers(DATA, HERE, 2025, LOCAL_ANALYST)
    themes = measured(Asked(DATA, HERE, 2025, LOCAL_ANALYST, date(2026, 6, 1)))
    board = {"target_band_status": band_board(DATA, HERE, 2025, LOCAL_ANALYST)}
    assert {kpi_id: (themes | board)[kpi_id] for kpi_id in shown} == shown


@pytest.mark.parametrize("tables", [{}, TABLES], ids=["without any figure", "with some"])
def test_every_kpi_of_the_catalogue_is_answered(tables: Tables) -> None:
    data = TableData({"destinations": TABLES["destinations"], **tables})
    shown = all_answers(data, place_of(data), 2025, LOCAL_ANALYST)
    assert set(catalogue()) - set(shown) == CLOCK_BOUND
    assert set(answers_on(data, place_of(data), 2025, LOCAL_ANALYST, date(2026, 6, 1))) == set(catalogue())


@pytest.mark.parametrize("theme", THEMES)
def test_the_figures_of_a_theme_are_asked_for_alone(theme: Theme) -> None:
    of_it = {kpi_id for kpi_id, passport in catalogue().items() if passport.theme == theme}
    told_by_targets = {"target_band_status"}
    assert set(measured(Asked(DATA, HERE, 2025, LOCAL_ANALYST, date(2025, 12, 31)), [theme])) == of_it - told_by_targets


def test_the_order_is_that_of_the_catalogue() -> None:
    shown = list(all_answers(DATA, HERE, 2025, LOCAL_ANALYST))
    assert shown == [kpi_id for kpi_id in catalogue() if kpi_id in shown]


def test_each_is_a_value_or_has_a_reason_and_all_of_it_is_json() -> None:
    answers = all_answers(DATA, HERE, 2025, LOCAL_ANALYST)
    values = as_values(answers, "visits")
    assert json.loads(json.dumps(values, allow_nan=False)) == values
    for plain, answer in zip(values, answers.values(), strict=True):
        assert (plain["value"] is None) == isinstance(answer.result, Undefined) == (plain["reason"] is not None)
        if isinstance(answer.result, Value):
            assert (plain["value"], plain["n"]) == (answer.result.value, answer.result.n)


def test_a_label_is_the_one_that_the_pages_tell() -> None:
    answer = Answer("season_shift_label", Value("steeper_by_peak_gain", detail={"told": "unchanged"}), "2025")
    [plain] = as_values({answer.id: answer}, "visits")
    assert plain["value"] == "unchanged"
    assert written(answer, ENGLISH) == written(replace(answer, result=Value(plain["value"])), ENGLISH)


def test_what_a_reader_may_not_see_is_not_in_the_values() -> None:
    values = {value["id"]: value for value in as_values(all_answers(DATA, HERE, 2025, OUTSIDER), "visits")}
    assert values["local_procurement_share"] == {
        "id": "local_procurement_share", "unit": "fraction", "period": "2025",
        "value": None, "n": None, "interval": None, "reason": "too_few_actors",
    }  # fmt: skip
    mine = {value["id"]: value for value in as_values(all_answers(DATA, HERE, 2025, LOCAL_ANALYST), "visits")}
    assert mine["local_procurement_share"]["value"] == pytest.approx(0.3)


@pytest.mark.parametrize(("measure", "unit"), [("visits", "visits"), ("nights", "nights")])
def test_a_place_that_counts_nights_has_nights_as_its_unit(measure: str, unit: str) -> None:
    place = HERE if measure == "visits" else Place("area:x", "x", "area", "x", area="x")
    answered = growth(DATA, place, 2025)
    assert answered.panel.measure == measure
    total = as_values({"visits_total": answered.answers["visits_total"]}, answered.panel.measure)[0]
    assert total["unit"] == unit
