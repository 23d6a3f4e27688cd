"""Yearly figures, actor by actor: a sum is over the very actors asked for, or there is none."""

from answers.metrics import beside_visits, metrics_of, reporting_all, sums_over, with_visits
from tests.answers.tables import Row, TableData, closed, in_place, months, place_of

ROWS: list[Row] = [
    {"actor_id": actor, "period": "2025", "metric": name, "value": value}
    for actor, name, value in (("a", "kwh", 10), ("a", "jobs", 0), ("b", "kwh", 5), ("c", "jobs", 2))
]
DATA = TableData(
    {
        "actors": in_place("a", "b"),
        "sustainability": ROWS,
        "visits": [*months("a", 2025, [1] * 12), *months("b", 2025, [1] * 11, first=2)],
        "opening": closed("b", "2025-02"),
    }
)
HERE = place_of(DATA)


def test_only_the_actors_of_the_place_and_the_year_count() -> None:
    assert metrics_of(DATA, HERE, 2025).index.tolist() == ["a", "b"]
    assert metrics_of(DATA, HERE, 2024).empty
    assert reporting_all(metrics_of(DATA, HERE, 2024), "kwh") == []


def test_who_reports_all_of_it_is_who_is_summed() -> None:
    metrics = metrics_of(DATA, HERE, 2025)
    assert (reporting_all(metrics, "kwh"), reporting_all(metrics, "kwh", "jobs")) == (["a", "b"], ["a"])
    assert reporting_all(metrics, "waste_kg") == []
    assert sums_over(metrics, ["a"], "kwh", "jobs") == [10, 0]


def test_a_sum_over_somebody_who_has_not_told_or_over_nobody_is_unknown_and_not_zero() -> None:
    metrics = metrics_of(DATA, HERE, 2025)
    assert sums_over(metrics, ["a", "b"], "kwh", "jobs") == [None, None]
    assert sums_over(metrics, [], "kwh") == [None]
    assert sums_over(metrics, ["a"], "waste_kg") == [None]


def test_visits_stand_beside_a_metric_only_for_actors_with_twelve_months() -> None:
    assert with_visits(DATA, metrics_of(DATA, HERE, 2025), 2025, "kwh") == ["a"]
    assert beside_visits(DATA, HERE, 2025, "kwh", ["a"]) == (10, 12)
    assert beside_visits(DATA, HERE, 2025, "kwh", ["a", "b"]) == (None, None)
    assert beside_visits(DATA, HERE, 2025, "kwh", []) == (None, None)
