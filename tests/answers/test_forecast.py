"""The coming year of a place: on which months it rests, and when there is none."""

import time
from pathlib import Path

import pytest

from access.reader import LOCAL_ANALYST
from answers.data import open_data
from answers.forecast import ComingYear, ask_for_coming_years, coming_year, keep_coming_year
from answers.places import places
from forecasts.forecast import forecast
from kpis.result import Undefined, Value
from tests.answers.tables import Row, TableData, Tables, months
from tests.forecasts.test_methods import years
from tests.stores import put
from warehouse.connect import Store, StoreAddress

PATIENCE = 240


class KeepingData(TableData):
    """Tables whose forecasts are kept in a folder of their own."""

    def __init__(self, tables: Tables, folder: Path) -> None:
        super().__init__(tables)
        self.folder = folder

    @property
    def forecasts(self) -> Path:
        """The folder given."""
        return self.folder


def visits(actor: str, values: list[float]) -> list[Row]:
    return [row for at in range(0, len(values), 12) for row in months(actor, 2020 + at // 12, values[at : at + 12])]


def coming(**counts: list[float]) -> ComingYear:
    data = TableData({"visits": [row for actor, values in counts.items() for row in visits(actor, values)]})
    return coming_year(data, next(iter(places(data).values())), "visits", LOCAL_ANALYST)


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
    assert coming_year(data, place, "visits", LOCAL_ANALYST).skill.result == Undefined("being_computed")
    ask_for_coming_years(data, [coming_year(data, place, "visits", LOCAL_ANALYST)])
    start = time.monotonic()
    while coming_year(data, place, "visits", LOCAL_ANALYST).forecast is None and time.monotonic() - start < PATIENCE:
        time.sleep(0.5)
    found = coming_year(data, place, "visits", LOCAL_ANALYST)
    assert (found.months_ahead[0], found.months_ahead[-1]) == ("2024-01", "2024-12")
    assert found.forecast == forecast(found.ground.counts)
    assert isinstance(found.skill.result, Value)
    store.close()


@pytest.mark.parametrize(("gap", "known"), [(20, 27), (40, 7)])
def test_a_month_not_reported_ends_the_run_that_is_forecast_from(gap: int, known: int) -> None:
    counts: list[float | None] = [*years(4)]
    counts[gap] = None
    rows = [row for at in range(0, 48, 12) for row in months("a", 2020 + at // 12, counts[at : at + 12])]
    data = TableData({"visits": rows})
    asked = coming_year(data, next(iter(places(data).values())), "visits", LOCAL_ANALYST)
    assert len(asked.ground.months) == known


def test_who_can_wait_has_it_computed_and_kept_at_once(tmp_path: Path) -> None:
    data = KeepingData({"visits": visits("a", years(3, noise=7))}, tmp_path / "kept")
    place = next(iter(places(data).values()))
    keep_coming_year(data, coming_year(data, place, "visits", LOCAL_ANALYST))
    assert coming_year(data, place, "visits", LOCAL_ANALYST).forecast is not None
