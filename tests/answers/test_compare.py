"""Like with like: who and what is compared, and how many of how many that is."""

from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from answers.compare import (
    NOTHING,
    Coverage,
    a_year_earlier,
    steady_years,
    sum_over,
    two_years,
    year_counts,
)
from tests.answers.tables import Row, closed, months, visits_panel

EVEN = [10] * 12
SPRING = {3, 4}


def years(actor: str, first: int, *counts: Sequence[int | None]) -> list[Row]:
    return [row for year, of_year in enumerate(counts, first) for row in months(actor, year, of_year)]


def without(*numbers: int) -> list[int | None]:
    return [None if month in numbers else 10 for month in range(1, 13)]


def test_a_late_reporter_costs_neither_the_others_nor_the_months() -> None:
    rows = [years(name, 2024, EVEN, EVEN) for name in "abc"]
    compared = two_years(visits_panel(*rows, years("late", 2024, EVEN, [50] * 9)), 2025)
    assert compared.coverage == Coverage(3, 4, 12, 12)
    assert compared.reporters == ("a", "b", "c")
    assert compared.totals == (360, 360)


def test_a_year_in_progress_is_compared_over_the_months_that_both_have() -> None:
    compared = two_years(visits_panel(years("a", 2024, EVEN, [20] * 6)), 2025)
    assert compared.months == (1, 2, 3, 4, 5, 6)
    assert compared.totals == (60, 120)
    assert compared.coverage == Coverage(1, 1, 6, 12)


def test_march_and_april_are_compared_only_as_a_pair() -> None:
    until_march = two_years(visits_panel(years("a", 2024, EVEN, [20] * 3)), 2025)
    assert until_march.months == (1, 2)
    no_april = two_years(visits_panel(years("a", 2024, without(4), EVEN)), 2025)
    assert no_april.months == (1, 2, 5, 6, 7, 8, 9, 10, 11, 12)


def test_an_april_that_only_one_reporter_lacks_costs_that_reporter_not_the_spring() -> None:
    rows = [years("a", 2024, EVEN, EVEN), years("b", 2024, EVEN, EVEN), years("c", 2024, EVEN, without(4))]
    compared = two_years(visits_panel(*rows), 2025)
    assert (compared.reporters, len(compared.months)) == (("a", "b"), 12)


def test_a_new_museum_is_not_growth() -> None:
    new = months("new", 2025, [500] * 8, first=5)
    compared = two_years(visits_panel(years("a", 2024, EVEN, EVEN), new), 2025)
    assert compared.totals == (120, 120)
    assert compared.coverage == Coverage(1, 2)


def test_a_museum_that_is_gone_is_not_a_loss() -> None:
    compared = two_years(visits_panel(years("a", 2024, EVEN, EVEN), years("gone", 2024, [500] * 12)), 2025)
    assert compared.totals == (120, 120)
    assert compared.coverage == Coverage(1, 2)


def test_a_year_in_which_a_museum_was_closed_is_not_compared() -> None:
    shut = closed("b", *(f"2024-{month:02d}" for month in range(1, 13)))
    rows = [years("a", 2024, EVEN, EVEN), years("b", 2023, [500] * 12), years("b", 2025, [500] * 12)]
    compared = two_years(visits_panel(*rows, opening=shut), 2025)
    assert compared.totals == (120, 120)
    assert compared.coverage == Coverage(1, 2)


def test_a_winter_that_is_closed_in_one_year_and_open_in_the_next_is_growth() -> None:
    panel = visits_panel(years("a", 2024, [None, None, *EVEN[2:]], EVEN), opening=closed("a", "2024-01", "2024-02"))
    assert two_years(panel, 2025).totals == (100, 120)


def test_scattered_gaps_are_left_out_so_that_most_can_be_compared() -> None:
    rows = [years(name, 2024, EVEN, without(gap)) for name, gap in zip("abc", (1, 6, 11), strict=True)]
    compared = two_years(visits_panel(*rows), 2025)
    assert compared.months == (2, 3, 4, 5, 7, 8, 9, 10, 12)
    assert compared.coverage == Coverage(3, 3, 9)
    assert compared.totals == (270, 270)


def test_nothing_is_compared_where_no_month_stands_in_both_years() -> None:
    for panel in (visits_panel(years("a", 2025, EVEN)), visits_panel()):
        compared = two_years(panel, 2025)
        assert (compared.previous, compared.current, compared.totals) == (NOTHING, NOTHING, (None, None))
        assert compared.coverage.reporters == compared.coverage.months == 0


def test_the_year_as_it_was_leaves_out_who_has_a_gap() -> None:
    counts = year_counts(visits_panel(years("a", 2024, EVEN), years("b", 2024, without(7))), 2024)
    assert counts.counts == (10,) * 12
    assert (counts.coverage, counts.reporters) == (Coverage(1, 2), ("a",))


def test_where_everybody_has_a_gap_only_the_months_that_all_reported_stand() -> None:
    counts = year_counts(visits_panel(years("a", 2024, without(3)), years("b", 2024, without(7))), 2024)
    assert counts.counts == (20, 20, None, 20, 20, 20, None, 20, 20, 20, 20, 20)
    assert (counts.coverage, counts.known_months) == (Coverage(2, 2, 10), 10)


def test_a_year_without_reporters_is_unknown() -> None:
    counts = year_counts(visits_panel(years("a", 2024, EVEN)), 2020)
    assert (counts.counts, counts.coverage) == (NOTHING, Coverage(0, 0, 0))


def test_the_year_before_is_that_of_the_very_reporters_counted() -> None:
    panel = visits_panel(years("a", 2024, [5] * 12, EVEN), years("gone", 2024, EVEN), actors=[
        {"actor_id": "gone", "active_to": "2024-12-31"}
    ])  # fmt: skip
    assert a_year_earlier(panel, year_counts(panel, 2025)) == (5,) * 12


def test_the_year_before_is_nothing_where_one_of_them_was_not_there_all_of_it() -> None:
    for before in (without(2), [None] * 12):
        panel = visits_panel(years("a", 2024, EVEN, EVEN), years("b", 2024, before, EVEN))
        assert a_year_earlier(panel, year_counts(panel, 2025)) == NOTHING


def test_a_sum_is_over_exactly_these_reporters_and_months_or_nothing() -> None:
    panel = visits_panel(years("a", 2024, EVEN), years("b", 2024, without(2)))
    assert sum_over(panel, 2024, ("a", "b"), (1, 3)) == 40
    assert sum_over(panel, 2024, ("a", "b"), (1, 2)) is None
    assert sum_over(panel, 2024, ("a", "nobody"), (1,)) is None
    assert sum_over(panel, 2023, ("a",), (1,)) is None
    assert sum_over(panel, 2024, (), (1,)) is None
    assert sum_over(panel, 2024, ("a",), ()) is None


def test_the_long_run_follows_one_set_of_reporters() -> None:
    rows = [years("a", 2021, EVEN, EVEN, EVEN, EVEN), years("b", 2021, EVEN, EVEN, EVEN, EVEN)]
    panel = visits_panel(*rows, years("new", 2023, [900] * 12, [900] * 12))
    steady = steady_years(panel, 2024)
    assert steady.totals == {2021: 240, 2022: 240, 2023: 240, 2024: 240}
    assert steady.coverage == Coverage(2, 3)


def test_the_long_run_holds_complete_years_up_to_the_one_looked_at() -> None:
    panel = visits_panel(years("a", 2021, EVEN, without(5), EVEN, EVEN, [10] * 6))
    assert steady_years(panel, 2025).totals == {2021: 120, 2023: 120, 2024: 120}
    assert steady_years(panel, 2023).totals == {2021: 120, 2023: 120}


def test_scattered_gaps_leave_the_years_that_most_reporters_have() -> None:
    rows = [
        years(name, 2021, *(without(3) if year == gap else EVEN for year in range(2021, 2025)))
        for name, gap in zip("abc", (2021, 2022, 2023), strict=True)
    ]
    steady = steady_years(visits_panel(*rows), 2024)
    assert steady.totals == {2022: 240, 2024: 240}
    assert steady.coverage == Coverage(2, 3)


def test_a_store_of_nothing_has_no_long_run() -> None:
    assert steady_years(visits_panel(), 2024).totals == {}
    assert steady_years(visits_panel(years("a", 2024, [10] * 5)), 2024).coverage == Coverage(0, 1)


YEAR = st.lists(st.one_of(st.none(), st.integers(0, 9)), min_size=12, max_size=12)


@settings(max_examples=20)
@given(st.lists(st.tuples(YEAR, YEAR), min_size=1, max_size=5))
def test_two_years_never_use_a_cell_that_is_not_known_in_both(cells: list[tuple[list[int | None], ...]]) -> None:
    panel = visits_panel(*(years(f"m{name}", 2024, *two) for name, two in enumerate(cells)))
    compared = two_years(panel, 2025)
    chosen = [cells[int(name[1:])] for name in compared.reporters]
    for month in range(1, 13):
        sums = compared.previous[month - 1], compared.current[month - 1]
        if month not in compared.months:
            assert sums == (None, None)
            continue
        for side, total in enumerate(sums):
            assert total == sum(float(count) for two in chosen if (count := two[side][month - 1]) is not None)
            assert all(two[side][month - 1] is not None for two in chosen)
    assert set(compared.months) & SPRING in (set(), SPRING)
    assert compared.coverage.reporters == len(compared.reporters) <= compared.coverage.of_reporters
    assert bool(compared.months) == bool(compared.reporters)


@settings(max_examples=20)
@given(st.lists(st.tuples(YEAR, YEAR, YEAR), min_size=1, max_size=4))
def test_steady_years_are_sums_over_reporters_without_a_gap_in_any_of_them(
    cells: list[tuple[list[int | None], ...]],
) -> None:
    panel = visits_panel(*(years(f"m{name}", 2023, *three) for name, three in enumerate(cells)))
    steady = steady_years(panel, 2025)
    whole = [three for three in cells if all(None not in three[year - 2023] for year in steady.totals)]
    if steady.totals:
        assert steady.coverage.reporters == len(whole)
    for year, total in steady.totals.items():
        assert total == sum(sum(filter(None, three[year - 2023])) for three in whole)
