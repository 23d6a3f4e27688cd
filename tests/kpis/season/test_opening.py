import pytest
from hypothesis import given

from kpis.result import Undefined
from kpis.season.concentration import gini_season_norm
from kpis.season.opening import gini_season_open, gini_season_per_day, open_months, with_closed_months
from tests.kpis.tables import CLOSED_IN_WINTER, FLAT, OPEN_ALL_YEAR, reason, value, years

APRIL_TO_OCTOBER = [4 <= month <= 10 for month in range(1, 13)]
OPEN_DAYS = [8, 8, 13, 26, 27, 26, 31, 31, 26, 27, 9, 9]
CALENDAR_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]


def test_open_months_alone_and_the_whole_year_answer_different_questions() -> None:
    among_open = value(gini_season_open(CLOSED_IN_WINTER, APRIL_TO_OCTOBER))
    assert among_open.value == pytest.approx(0.3950617)
    assert among_open.n == 7
    assert value(gini_season_norm(CLOSED_IN_WINTER)).value == pytest.approx(0.6700337)


def test_a_blank_flag_is_unknown_and_not_closed() -> None:
    flags = [None, *APRIL_TO_OCTOBER[1:]]
    assert gini_season_open(CLOSED_IN_WINTER, flags) == Undefined("opening_unknown", {"missing_months": (1,)})
    assert reason(open_months(flags)) == "opening_unknown"


def test_two_open_months_are_too_few() -> None:
    july_and_august = [month in (7, 8) for month in range(1, 13)]
    assert reason(gini_season_open(FLAT, july_and_august)) == "too_few_open_months"
    assert reason(gini_season_per_day(FLAT, [31 * is_open for is_open in july_and_august])) == "too_few_open_months"


def test_only_an_open_month_must_be_reported() -> None:
    blank_winter = [
        visits if is_open else None for visits, is_open in zip(CLOSED_IN_WINTER, APRIL_TO_OCTOBER, strict=True)
    ]
    assert value(gini_season_open(blank_winter, APRIL_TO_OCTOBER)).value == pytest.approx(0.3950617)
    blank_july = [*CLOSED_IN_WINTER[:6], None, *CLOSED_IN_WINTER[7:]]
    assert gini_season_open(blank_july, APRIL_TO_OCTOBER) == Undefined("missing_month", {"missing_months": (7,)})


def test_a_blank_in_a_closed_month_is_a_true_zero_and_any_other_blank_stays() -> None:
    assert with_closed_months([None, None, 5, None], [False, True, False, None]) == (0.0, None, 5, None)


def test_open_months_without_visits_have_no_season() -> None:
    assert reason(gini_season_open([0] * 12, APRIL_TO_OCTOBER)) == "total_zero"


def test_open_months_and_days_are_counted() -> None:
    count = value(open_months(APRIL_TO_OCTOBER, [20] * 12, [None] * 12))
    assert count.value == 7
    assert count.detail["days"] == 240
    assert count.detail["hours"] is None
    assert value(open_months([False] * 12)).value == 0
    assert reason(open_months([True] * 11)) == "incomplete_year"


def test_the_opening_days_make_the_season() -> None:
    assert value(gini_season_per_day(OPEN_ALL_YEAR, OPEN_DAYS)).value == pytest.approx(0.3116905)


def test_a_month_without_open_days_is_left_out() -> None:
    days = [30 * is_open for is_open in APRIL_TO_OCTOBER]
    assert value(gini_season_per_day(CLOSED_IN_WINTER, days)).n == 7


def test_unknown_opening_days_are_named() -> None:
    undefined = gini_season_per_day(OPEN_ALL_YEAR, [*OPEN_DAYS[:11], None])
    assert undefined == Undefined("opening_unknown", {"missing_months": (12,)})
    assert reason(gini_season_per_day(OPEN_ALL_YEAR, OPEN_DAYS[:6])) == "incomplete_year"


@given(months=years)
def test_when_open_all_year_on_as_many_days_all_three_agree(months: list[int]) -> None:
    expected = value(gini_season_norm(months)).number
    assert value(gini_season_open(months, [True] * 12)).number == pytest.approx(expected)
    assert value(gini_season_per_day(months, [30] * 12)).number == pytest.approx(expected)


@given(months=years)
def test_the_length_of_the_months_matters_little(months: list[int]) -> None:
    by_calendar = value(gini_season_per_day(months, CALENDAR_DAYS)).number
    assert by_calendar == pytest.approx(value(gini_season_norm(months)).number, abs=0.05)
