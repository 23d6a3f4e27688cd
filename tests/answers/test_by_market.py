"""Counts by market: one list of markets for a place, totals never among the parts, and nothing invented."""

import pytest

from answers.by_market import ByMarket, by_market, on_same_classes, reference_table
from tests.answers.tables import Row, TableData, closed, in_place, months, place_of

ONE = [1] * 12
TWO = [2] * 12


def found(*visits: list[Row], **tables: list[Row]) -> ByMarket:
    rows = [row for part in visits for row in part]
    actors = in_place(*sorted({str(row["actor_id"]) for row in rows}))
    data = TableData({"destinations": [{"destination_id": "p"}], "actors": actors, "visits": rows, **tables})
    told = by_market(data, place_of(data))
    assert told is not None
    return told


def of(market: str, counts: list[int], actor: str = "a", year: int = 2025) -> list[Row]:
    return months(actor, year, counts, market=market)


def test_a_total_of_all_markets_is_no_market() -> None:
    told = found(of("all", [3] * 12), of("DK", ONE), of("DE", TWO))
    assert told.year(2025) == {"DE": (2.0,) * 12, "DK": (1.0,) * 12}


def test_a_total_of_the_foreigners_is_no_market_beside_its_countries() -> None:
    told = found(of("DK", ONE), of("foreign", TWO), of("DE", ONE), of("NO", ONE))
    assert sorted(told.year(2025)) == ["DE", "DK", "NO"]


def test_where_nobody_splits_the_foreigners_they_are_one_market() -> None:
    told = found(of("DK", ONE), of("foreign", TWO))
    assert told.year(2025) == {"DK": (1.0,) * 12, "foreign": (2.0,) * 12}


def test_a_market_that_only_one_of_two_splits_counts_as_other_for_both() -> None:
    told = found(
        of("DK", ONE), of("DE", TWO), of("NO", TWO), of("DK", ONE, "b"), of("DE", TWO, "b"), of("other", ONE, "b")
    )
    assert told.year(2025) == {"DE": (4.0,) * 12, "DK": (2.0,) * 12, "other": (3.0,) * 12}


def test_who_tells_no_market_is_left_out() -> None:
    told = found(of("DK", ONE), of("DE", TWO), months("b", 2025, ONE))
    assert told.together.reporters == ("a",)


def test_a_market_with_a_blank_month_makes_that_month_unknown_for_all_of_them() -> None:
    told = found(of("DK", ONE), of("DE", TWO[:11]))
    assert told.together.year(2025).totals()[10:] == (3.0, None)


def test_a_month_in_which_the_house_was_closed_is_a_true_0_in_every_market() -> None:
    told = found(of("DK", ONE[:11]), of("DE", TWO[:11]), opening=closed("a", "2025-12"))
    assert told.year(2025)["DE"] == (2.0,) * 11 + (0.0,)


def test_the_parts_of_a_table_add_up_to_the_whole() -> None:
    told = found(of("DK", ONE), of("DE", TWO), of("unknown", ONE))
    assert sum(told.table(2025, ("a",), (1, 2, 3)).values()) == 12


def test_nobody_has_told_where_the_guests_live() -> None:
    data = TableData(
        {"destinations": [{"destination_id": "p"}], "actors": in_place("a"), "visits": months("a", 2025, ONE)}
    )
    assert by_market(data, place_of(data)) is None


def area(market: str, value: float, month: int = 1) -> Row:
    return {
        "area_code": "Fyn", "period": f"2025-{month:02d}", "indicator": "visits", "market": market, "value": value
    }  # fmt: skip


def test_the_reference_is_summed_over_the_months_and_unknown_where_one_is_missing() -> None:
    data = TableData({"reference": [area("DK", 5), area("DK", 6, 2), area("DE", 3), area("all", 14)]})
    assert reference_table(data, "Fyn", "visits", ["2025-01", "2025-02"]) == {"DE": None, "DK": 11.0}
    assert reference_table(data, "Fyn", "visits", ["2025-01"]) == {"DE": 3.0, "DK": 5.0}
    assert reference_table(data, "elsewhere", "visits", ["2025-01"]) == {}


def test_both_sides_are_brought_to_the_markets_that_both_tell_apart() -> None:
    ours, theirs = {"DK": 1.0, "DE": 2.0, "NO": 3.0, "unknown": 9.0}, {"DK": 10.0, "DE": 20.0, "SE": 4.0, "UK": 5.0}
    same = on_same_classes(ours, theirs)
    assert same is not None
    assert same(ours) == {"DK": 1, "DE": 2, "other": 3}
    assert same(theirs) == {"DK": 10, "DE": 20, "other": 9}


def test_against_a_total_of_the_foreigners_ours_are_one_total_too() -> None:
    ours, theirs = {"DK": 1.0, "DE": 2.0, "other": 3.0}, {"DK": 10.0, "foreign": 20.0}
    same = on_same_classes(ours, theirs)
    assert same is not None
    assert (same(ours), same(theirs)) == ({"DK": 1, "foreign": 5}, {"DK": 10, "foreign": 20})


def test_without_a_shared_split_nothing_is_compared() -> None:
    assert on_same_classes({"DK": 1.0, "DE": 2.0}, {}) is None


@pytest.mark.parametrize("missing", [None])
def test_an_unknown_part_of_other_makes_other_unknown(missing: None) -> None:
    same = on_same_classes({"DK": 1.0, "DE": 2.0}, {"DK": 1.0, "DE": 2.0, "SE": missing, "NO": 1.0})
    assert same is not None
    assert same({"DK": 1.0, "DE": 2.0, "SE": missing, "NO": 1.0})["other"] is None
