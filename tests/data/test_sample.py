"""The sample region: marked as invented, the same each time, and nothing in it a column cannot hold."""

import math
from datetime import date
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.sample import (
    SAMPLE_DESTINATIONS,
    SAMPLE_PREFIX,
    is_sample,
    last_complete_month,
    sample_truth,
    write_sample,
)
from data.sample.chance import divided
from data.sample.visits import whole_counts
from tests.data.conftest import Truth
from warehouse.schema import Column, datasets, each_of


def facts(dataset: str, rows: pd.DataFrame) -> set[tuple[object, ...]]:
    """Every reported value as (keys..., column, value)."""
    keys = [column.id for column in datasets()[dataset].keys]
    long = rows.melt(id_vars=keys, var_name="column", value_name="reported").dropna(subset="reported")
    return set(long.itertuples(index=False, name=None))


@pytest.mark.parametrize("earlier", ["2023-02", "2025-06", "2025-11"])
def test_what_is_reported_never_changes_when_the_sample_runs_on(truth: Truth, earlier: str) -> None:
    for dataset, rows in sample_truth(earlier).items():
        assert facts(dataset, rows) <= facts(dataset, truth[dataset]), dataset


def test_five_calendar_years_are_written_up_to_the_month_asked_for() -> None:
    months = sorted(set(sample_truth("2026-03")["nights"]["period"]))
    assert (months[0], months[-1], len(months)) == ("2022-01", "2026-03", 51)


@pytest.mark.parametrize("until", ["2020-12", "2025", "2025-13", "december"])
def test_a_month_that_is_none_or_too_early_is_refused(tmp_path: Path, until: str) -> None:
    with pytest.raises(ValueError):
        write_sample(tmp_path, until)


def test_the_last_complete_month_is_the_one_before_today() -> None:
    assert last_complete_month(date(2026, 1, 1)) == "2025-12"
    assert last_complete_month(date(2025, 7, 31)) == "2025-06"


def test_there_are_eight_places_and_about_forty_actors_of_which_most_count_visits(truth: Truth) -> None:
    assert len(SAMPLE_DESTINATIONS) == 8
    assert 38 <= len(truth["actors"]) <= 44
    assert truth["visits"]["actor_id"].nunique() == 27
    sectors = datasets()["actors"].column("sector").choices
    assert set(truth["actors"]["sector"]) == {choice.code for choice in sectors}


_IDS = {
    "entity",
    "action_id",
    "product_id",
    "event_id",
    "entry_id",
    "initiative_id",
    "comment_id",
    "answer_to",
    "group_id",
    "channel_id",
}


def test_every_id_carries_the_prefix_of_the_sample(truth: Truth) -> None:
    ids = {"actor", "destination", "area"}
    for name, rows in truth.items():
        for column in datasets()[name].columns:
            if column.kind in ids or column.id in _IDS:
                assert rows[column.id].dropna().loc[lambda said: said != "all"].map(is_sample).all(), (
                    f"{name}.{column.id}"
                )
    assert all(place.startswith(SAMPLE_PREFIX) for place in SAMPLE_DESTINATIONS)
    assert not is_sample("skagen")


def test_every_actor_and_area_named_is_one_of_the_sample(truth: Truth) -> None:
    actors = set(truth["actors"]["actor_id"])
    places = set(truth["destinations"]["destination_id"])
    areas = set(truth["destinations"]["area_code"])
    for name, rows in truth.items():
        for column in datasets()[name].columns:
            named = {one for text in rows[column.id].dropna() for one in each_of(str(text))}
            known = {"actor": actors, "actors": actors, "destination": places}.get(column.kind, named)
            assert named <= known, f"{name}.{column.id}"
    assert set(truth["nights"]["area_code"]) == areas
    assert set(truth["notes"]["entity"]) <= actors | places


def test_every_value_is_one_its_column_can_have(truth: Truth) -> None:
    for name, rows in truth.items():
        for column in datasets()[name].columns:
            known = rows[column.id].dropna()
            assert known.map(lambda value, column=column: allowed(column, value)).all(), f"{name}.{column.id}"


def allowed(column: Column, value: object) -> bool:
    if column.kind == "choice":
        return value in {choice.code for choice in column.choices}
    if column.kind in {"integer", "flag"} and not isinstance(value, int):
        return False
    if column.is_number:
        low = -math.inf if column.low is None else column.low
        high = math.inf if column.high is None else column.high
        return isinstance(value, int | float) and low <= value <= high
    if column.kind == "date":
        return isinstance(value, str) and date.fromisoformat(value).isoformat() == value
    return isinstance(value, str) and value != ""


def test_every_key_is_filled_and_stands_once(truth: Truth) -> None:
    for name, rows in truth.items():
        keys = rows[[column.id for column in datasets()[name].keys]]
        assert keys.notna().all(axis=None), name
        assert not keys.duplicated().any(), name


def test_nobody_has_visits_while_closed_and_everyone_has_some_while_open(truth: Truth) -> None:
    total = whole_counts(truth["visits"])
    known = total.merge(truth["opening"], on=["actor_id", "period"], validate="one_to_one")
    assert ((known["visits"] > 0) == (known["open_flag"] == 1)).all()
    assert ((known["open_days"] > 0) == (known["open_flag"] == 1)).all()


def test_markets_add_up_to_the_total_that_stands_beside_them(truth: Truth) -> None:
    visits = truth["visits"]
    asked = visits[visits["market"] != "all"]
    assert set(asked["market"]) == {"DK", "DE", "NO", "SE", "NL", "other"}
    parts = asked.groupby(["actor_id", "period"])["visits"].sum()
    total = whole_counts(visits).set_index(["actor_id", "period"])["visits"]
    assert parts.index.get_level_values("actor_id").nunique() == 2
    assert (parts == total[parts.index]).all()


def test_the_coast_has_more_nights_than_the_places_on_it(truth: Truth) -> None:
    nights = truth["nights"].query("market == 'all'").groupby("period")["nights"].sum()
    coast = truth["reference"].query("market == 'all' and indicator == 'nights'").set_index("period")["value"]
    assert (coast[nights.index] > nights).all()


def test_at_least_five_actors_give_income_and_grants_stand_apart(truth: Truth) -> None:
    revenue = truth["revenue"]
    assert revenue["actor_id"].nunique() >= 5
    grants = revenue[revenue["stream"].isin(["grant_public", "grant_private"])]
    culture = truth["actors"].query("sector == 'culture'")["actor_id"]
    assert set(grants["actor_id"]) <= set(culture)
    assert "all" not in set(revenue["stream"])


def test_parts_of_a_yearly_metric_never_exceed_the_whole(truth: Truth) -> None:
    wide = truth["sustainability"].pivot(index=["actor_id", "period"], columns="metric", values="value")
    for part, whole in {
        "recycled_kg": "waste_kg",
        "reused_kg": "total_material_kg",
        "purchases_local": "purchases_total",
        "seasonal_jobs": "jobs",
    }.items():
        known = wide[[part, whole]].dropna()
        assert (known[part] <= known[whole]).all(), part
    assert truth["sustainability"]["estimated"].sum() > 20


@given(st.integers(0, 10**6), st.lists(st.floats(0.01, 100), min_size=1, max_size=8))
def test_a_total_divided_by_weights_adds_up_and_stays_near_them(total: int, weights: list[float]) -> None:
    parts = divided(total, {str(place): weight for place, weight in enumerate(weights)})
    assert sum(parts.values()) == total
    for place, weight in enumerate(weights):
        assert abs(parts[str(place)] - total * weight / sum(weights)) < 1.001
