"""Counts by reporter and month: closed is not missing, missing is not zero, and kinds of visit are never added."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from answers.panel import Panel, nights_of, panel_of, whole_panel
from answers.quality import states
from tests.answers.tables import Row, TableData, closed, in_place, months, place_of, visits_panel

YEAR = [100.0] * 12


def known(panel: Panel) -> dict[str, list[float | None]]:
    rows = [[None if np.isnan(count) else float(count) for count in row] for row in panel.counts]
    return dict(zip(panel.reporters, rows, strict=True))


def test_a_closed_month_without_a_report_is_a_true_zero() -> None:
    panel = visits_panel(months("a", 2024, [5, None, 7]), opening=closed("a", "2024-02"))
    assert known(panel) == {"a": [5, 0, 7]}
    assert states(panel) == [["reported", "closed", "reported"]]


def test_a_blank_month_stays_missing_where_nobody_said_closed() -> None:
    panel = visits_panel(months("a", 2024, [5, None, 7]), opening=[{"actor_id": "a", "period": "2024-02"}])
    assert known(panel) == {"a": [5, None, 7]}
    assert states(panel) == [["reported", "missing", "reported"]]
    assert panel.totals() == (5, None, 7)


def test_a_closed_winter_at_either_end_of_the_counts_completes_the_year() -> None:
    winter = closed("a", *(f"2024-{month:02d}" for month in (1, 2, 3, 11, 12)))
    panel = visits_panel(months("a", 2024, [9] * 7, first=4), opening=winter)
    assert panel.year(2024).totals() == (0, 0, 0, 9, 9, 9, 9, 9, 9, 9, 0, 0)
    assert not panel.expected[:, 10:].any()


def test_a_closure_in_a_month_that_others_have_yet_to_report_is_no_total() -> None:
    counts = [months("a", 2024, [9] * 10), months("b", 2024, [9] * 10)]
    panel = visits_panel(*counts, opening=closed("a", "2024-11", "2024-12", "2025-01"))
    assert panel.year(2024).totals()[9:] == (18, None, None)
    assert panel.last_month == "2024-10"


def test_a_closure_planned_after_months_to_come_is_not_known_yet() -> None:
    panel = visits_panel(months("a", 2024, [9] * 5), opening=closed("a", "2024-11", "2024-12"))
    assert panel.last_month == "2024-05"


def test_guests_counted_in_a_month_said_to_be_closed_are_counted() -> None:
    panel = visits_panel(months("a", 2024, [5, 3, 7]), opening=closed("a", "2024-02"))
    assert panel.totals() == (5, 3, 7)
    assert states(panel) == [["reported"] * 3]


def test_a_reported_zero_is_known_and_not_closed() -> None:
    panel = visits_panel(months("a", 2024, [0, 4]))
    assert (panel.totals(), panel.closed_months()) == ((0, 4), (False, False))


def test_a_place_is_closed_only_where_all_of_it_is() -> None:
    panel = visits_panel(months("a", 2024, [5, None]), months("b", 2024, [4, 6]), opening=closed("a", "2024-02"))
    assert panel.closed_months() == (False, False)
    assert panel.of(["a"]).closed_months() == (False, True)
    assert panel.of([]).closed_months() == (False, False)


def test_a_reporter_is_expected_from_its_first_month_to_the_last_month_of_anybody() -> None:
    panel = visits_panel(months("a", 2024, [1, 2, 3, 4]), months("b", 2024, [9], first=2))
    assert states(panel) == [["reported"] * 4, ["not_expected", "reported", "missing", "missing"]]
    assert panel.totals() == (1, 11, None, None)
    assert panel.sums_of_known() == (1, 11, 3, 4)


def test_nobody_is_expected_outside_the_dates_it_is_active() -> None:
    rows = [months("a", 2024, [1, 2, 3, 4]), months("b", 2024, [5, None, 6])]
    panel = visits_panel(*rows, actors=[{"actor_id": "b", "active_from": "2024-02-15", "active_to": "2024-03-31"}])
    assert states(panel)[1] == ["reported", "missing", "reported", "not_expected"]
    assert panel.totals() == (6, None, 9, 4)


def test_a_museum_that_does_not_exist_yet_is_not_closed() -> None:
    new = [{"actor_id": "b", "active_from": "2024-03-01"}]
    rows = [months("a", 2024, [1, 2, 3]), months("b", 2024, [9], first=3)]
    panel = visits_panel(*rows, opening=closed("b", "2024-01", "2024-02"), actors=new)
    assert known(panel)["b"] == [None, None, 9]


def test_exhibition_visits_are_never_added_to_other_kinds() -> None:
    rows = [
        *months("a", 2024, [10, 20], visit_type="exhibition"),
        *months("a", 2024, [3, 4], visit_type="tour"),
        *months("a", 2024, [13, 24], visit_type="all"),
    ]
    assert visits_panel(rows).totals() == (10, 20)


def test_all_visits_count_where_the_exhibition_is_not_counted_apart() -> None:
    rows = [*months("a", 2024, [13]), *months("a", 2024, [3], visit_type="tour")]
    assert visits_panel(rows, months("b", 2024, [5], visit_type="exhibition")).totals() == (18,)


def test_who_counts_only_other_kinds_has_no_visits() -> None:
    assert visits_panel(months("a", 2024, [3], visit_type="online")).is_empty


def test_an_exhibition_row_without_a_count_does_not_hide_the_total() -> None:
    blank: list[Row] = [{"actor_id": "a", "period": "2024-01", "visit_type": "exhibition", "paying_visits": 2}]
    assert visits_panel(blank, months("a", 2024, [13])).totals() == (13,)


def test_a_given_total_is_used_before_the_sum_of_its_parts() -> None:
    parts = [*months("a", 2024, [6, 6], market="DK"), *months("a", 2024, [3, 3], market="DE")]
    assert visits_panel(parts, months("a", 2024, [10], market="all")).totals() == (10, 9)


def test_quarters_and_years_are_not_months() -> None:
    longer: list[Row] = [
        {"actor_id": "a", "period": period, "visits": 900} for period in ("2024", "2024-Q1", "2023/24")
    ]
    assert visits_panel(longer, months("a", 2024, [10])).totals() == (10,)
    assert visits_panel(longer).is_empty


def test_a_place_without_counted_visits_shows_the_nights_of_its_area() -> None:
    nights = months("x", 2024, [50], column="nights")
    data = TableData(
        {
            "destinations": [{"destination_id": name, "area_code": "x"} for name in ("p", "q")],
            "actors": in_place("a") + in_place("b", place="q"),
            "visits": [*months("a", 2024, [7]), *months("b", 2024, [2], visit_type="online")],
            "nights": nights,
        }
    )
    here, there = place_of(data), place_of(data, "destination:q")
    assert (panel_of(data, here).measure, panel_of(data, here).totals()) == ("visits", (7,))
    assert (panel_of(data, there).measure, panel_of(data, there).totals()) == ("nights", (50,))
    assert nights_of(data, here).totals() == (50,)


def test_a_panel_of_nothing_answers_without_figures() -> None:
    empty = whole_panel(TableData({}), "visits")
    assert (empty.is_empty, empty.years, empty.last_month, empty.totals()) == (True, (), None, ())
    assert empty.year(2024).totals() == (None,) * 12
    assert empty.until("2024-12").months == ()


def test_months_outside_the_panel_are_unknown_and_not_expected() -> None:
    panel = visits_panel(months("a", 2024, YEAR)).year(2025)
    assert panel.totals() == (None,) * 12
    assert not panel.expected.any()


def test_until_cuts_the_panel_at_what_is_known() -> None:
    panel = visits_panel(months("a", 2024, YEAR), months("b", 2024, [5, 6], first=3))
    assert panel.of(["b"]).until("2024-12").months == ("2024-03", "2024-04")
    assert panel.until("2024-03").months == ("2024-01", "2024-02", "2024-03")


def test_reporters_with_a_gap_are_told_apart() -> None:
    panel = visits_panel(months("a", 2024, [1, 2, 3]), months("b", 2024, [1, None, 3]), months("c", 2025, [1]))
    year = panel.span(["2024-01", "2024-02", "2024-03"])
    assert year.reporting().reporters == ("a", "b")
    assert year.without_gaps().reporters == ("a",)


CELLS = st.lists(st.lists(st.one_of(st.none(), st.integers(0, 50)), min_size=6, max_size=6), min_size=1, max_size=4)


@settings(max_examples=20)
@given(CELLS, st.sets(st.integers(0, 5)))
def test_totals_never_turn_a_gap_into_a_number(cells: list[list[int | None]], shut: set[int]) -> None:
    rows = [row for name, counts in enumerate(cells) for row in months(f"m{name}", 2024, counts)]
    panel = visits_panel(rows, opening=closed("m0", *(f"2024-{month + 1:02d}" for month in shut)))
    for column, (total, known_sum) in enumerate(zip(panel.totals(), panel.sums_of_known(), strict=True)):
        counts = panel.counts[:, column]
        assert (known_sum is None) == np.isnan(counts).all()
        if total is not None:
            assert not (np.isnan(counts) & panel.expected[:, column]).any()
            assert total == known_sum == np.nansum(counts)


@settings(max_examples=20)
@given(CELLS, st.sets(st.integers(0, 5)))
def test_what_is_known_is_what_was_counted_or_said_to_be_closed(cells: list[list[int | None]], shut: set[int]) -> None:
    rows = [row for name, counts in enumerate(cells) for row in months(f"m{name}", 2024, counts)]
    panel = visits_panel(rows, opening=closed("m0", *(f"2024-{month + 1:02d}" for month in shut)))
    for name, counts in known(panel).items():
        for month, count in zip(panel.months, counts, strict=True):
            given_count = cells[int(name[1:])][int(month[5:]) - 1]
            is_shut = name == "m0" and int(month[5:]) - 1 in shut
            assert count == (0 if given_count is None and is_shut else given_count)
