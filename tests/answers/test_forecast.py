"""The coming year of a place: on which months it rests, and when there is none."""

import time
from pathlib import Path

import pytest

from answers.data import open_data
from answers.forecast import ComingYear, coming_year, coming_year_at_once
from answers.places import places
from kpis.result import Undefined, Value
from tests.answers.tables import TableData, months
from tests.forecasts.test_methods import years
from tests.stores import put
from warehouse.connect import Store, StoreAddress

PATIENCE = 240


def coming(**counts: list[float]) -> ComingYear:
    rows = [
        row
        for actor, values in counts.items()
        for at in range(0, len(values), 12)
        for row in months(actor, 2020 + at // 12, values[at : at + 12])
    ]
    data = TableData({"visits": rows})
    return coming_year(data, next(iter(places(data).values())))


def test_two_years_are_too_few_and_it_says_how_many_are_needed() -> None:
    assert coming(a=years(2)).refused == Undefined("too_few_months", {"known": 24, "minimum": 36})


def test_a_place_is_forecast_and_its_skill_is_measured(tmp_path: Path) -> None:
    store = Store(StoreAddress.of(tmp_path / "store"))
    counts = [round(count) for count in years(4, noise=7)]
    rows = [
        {"actor_id": "a", "period": f"{2020 + at // 12}-{at % 12 + 1:02d}", "visits": n} for at, n in enumerate(counts)
    ]
    put(store, {"visits": rows})
    data = open_data(store)
    place = next(iter(places(data).values()))
    at_once = coming_year_at_once(data, place)
    assert at_once.months_ahead[0] == "2024-01"
    assert at_once.months_ahead[-1] == "2024-12"
    assert at_once.forecast is not None
    assert isinstance(at_once.skill.result, Value)
    assert coming_year(data, place).skill.result in (Undefined("being_computed"), at_once.skill.result)
    start = time.monotonic()
    while coming_year(data, place).forecast is None and time.monotonic() - start < PATIENCE:
        time.sleep(0.5)
    assert coming_year(data, place).forecast == at_once.forecast
    store.close()


@pytest.mark.parametrize(("gap", "known"), [(20, 27), (40, 7)])
def test_a_month_not_reported_ends_the_run_that_is_forecast_from(gap: int, known: int) -> None:
    counts: list[float | None] = [*years(4)]
    counts[gap] = None
    rows = [row for at in range(0, 48, 12) for row in months("a", 2020 + at // 12, counts[at : at + 12])]
    data = TableData({"visits": rows})
    asked = coming_year(data, next(iter(places(data).values())))
    assert len(asked.months) == known
