from datetime import date

import pytest

from kpis.quality import Break, break_flags, data_completeness, freshness
from tests.kpis.tables import reason, value

NEW_COUNTER = Break("counter", date(2023, 6, 1), text="new gate")


def test_completeness_and_the_measured_share() -> None:
    completeness = value(data_completeness(48, 45, imputed=2, breaks=1))
    assert completeness.value == 0.9375
    assert completeness.detail["measured_share"] == pytest.approx(43 / 48)
    assert completeness.detail["breaks"] == 1


def test_nothing_expected_is_not_complete() -> None:
    assert reason(data_completeness(0, 0)) == "nothing_expected"
    assert reason(data_completeness(None, 3)) == "list_missing"
    assert reason(data_completeness(3, None)) == "list_missing"


def test_more_than_expected_is_a_contradiction() -> None:
    assert reason(data_completeness(10, 11)) == "part_exceeds_whole"
    assert reason(data_completeness(10, 1, imputed=2)) == "negative_value"


def test_freshness_counts_the_days_since_the_last_full_month() -> None:
    assert value(freshness(date(2026, 2, 10), date(2025, 12, 31))).value == 41
    assert value(freshness(date(2026, 1, 31), date(2026, 1, 31))).value == 0


def test_no_full_month_has_no_age() -> None:
    assert reason(freshness(date(2026, 2, 10), None)) == "no_complete_month"


def test_a_month_cannot_end_after_today() -> None:
    assert reason(freshness(date(2026, 2, 10), date(2026, 2, 28))) == "month_not_over"


def test_a_noted_break_in_the_period_is_flagged() -> None:
    flags = value(break_flags([NEW_COUNTER], date(2023, 1, 1), date(2023, 12, 31)))
    assert flags.value == 1
    assert flags.detail["flags"] == (
        {"kind": "counter", "date_from": date(2023, 6, 1), "date_to": None, "text": "new gate"},
    )


def test_a_break_outside_the_period_is_not_flagged() -> None:
    assert value(break_flags([NEW_COUNTER], date(2023, 6, 2), date(2024, 12, 31))).value == 0
    assert value(break_flags([NEW_COUNTER], date(2022, 1, 1), date(2023, 5, 31))).value == 0


def test_the_covid_years_are_flagged_without_a_note_and_only_once() -> None:
    start, end = date(2019, 1, 1), date(2021, 6, 30)
    assert value(break_flags([], start, end)).value == 1
    noted = Break("covid", date(2020, 3, 11), date(2021, 6, 1))
    assert value(break_flags([noted], start, end)).value == 1


def test_breaks_come_in_order_of_time() -> None:
    merger = Break("merger", date(2023, 1, 1))
    flags = value(break_flags([NEW_COUNTER, merger], date(2023, 1, 1), date(2023, 12, 31))).detail["flags"]
    assert isinstance(flags, tuple)
    assert [flag["kind"] for flag in flags] == ["merger", "counter"]


def test_a_period_cannot_end_before_it_starts() -> None:
    with pytest.raises(ValueError, match="before it starts"):
        break_flags([], date(2024, 1, 1), date(2023, 1, 1))
