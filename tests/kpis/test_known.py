import math

import pytest

from kpis.known import (
    full_year,
    known,
    known_months,
    known_series,
    months_in,
    not_negative,
    positive,
    season_year,
)
from kpis.result import Undefined
from tests.kpis.tables import BLANK_NOVEMBER, FLAT, OPEN_ALL_YEAR

MISSING = Undefined("visits_missing")
ZERO = Undefined("no_visits")


def test_zero_is_not_missing() -> None:
    assert known(0, MISSING) == 0.0
    assert known(None, MISSING) == MISSING
    assert not_negative(0, MISSING) == 0.0
    assert positive(0, MISSING, ZERO) == ZERO
    assert positive(None, MISSING, ZERO) == MISSING


def test_a_figure_below_zero_is_undefined_where_it_cannot_be() -> None:
    assert known(-1, MISSING) == -1.0
    assert not_negative(-1, MISSING) == Undefined("negative_value", {"value": -1.0})
    assert positive(-1, MISSING, ZERO) == Undefined("negative_value", {"value": -1.0})


@pytest.mark.parametrize("number", [math.nan, math.inf, -math.inf])
def test_nan_and_infinity_are_refused_everywhere(number: float) -> None:
    for refuse in (
        lambda: known(number, MISSING),
        lambda: positive(number, MISSING, ZERO),
        lambda: known_months([1, number]),
        lambda: season_year([*FLAT[:11], number]),
        lambda: known_series([number], 1),
    ):
        with pytest.raises(ValueError, match="neither a number nor missing"):
            refuse()


def test_a_blank_month_is_named() -> None:
    assert season_year(BLANK_NOVEMBER) == Undefined("missing_month", {"missing_months": (11,)})


def test_a_year_without_any_month_says_that_it_needs_months() -> None:
    undefined = full_year([None] * 12)
    assert isinstance(undefined, Undefined)
    assert undefined.reason == "no_known_month"


def test_a_part_of_a_year_is_not_a_year() -> None:
    assert full_year([1, 2, None]) == Undefined("incomplete_year", {"known": 2})
    assert known_months([1, 2]) == [1.0, 2.0]


def test_a_year_of_zeros_is_full_but_has_no_season() -> None:
    assert full_year([0] * 12) == [0.0] * 12
    assert season_year([0] * 12) == Undefined("total_zero")


def test_a_month_below_zero_is_named() -> None:
    assert season_year([*FLAT[:11], -1]) == Undefined("negative_month", {"negative_months": (12,)})


def test_chosen_months_keep_their_own_numbers() -> None:
    assert months_in(OPEN_ALL_YEAR, (12, 1)) == [220.0, 120.0]
    assert months_in(BLANK_NOVEMBER, (10, 11)) == Undefined("missing_month", {"missing_months": (11,)})
    assert months_in(BLANK_NOVEMBER, (10, 12)) == [620.0, 220.0]


def test_a_year_has_no_thirteenth_month() -> None:
    with pytest.raises(ValueError, match="12 months, not 13"):
        season_year([*FLAT, 1])


def test_a_series_must_be_long_enough_and_without_gaps() -> None:
    assert known_series([1, 2], 3) == Undefined("too_few_months", {"known": 2, "minimum": 3})
    assert known_series([1, None, 2], 3) == Undefined("gap_in_series", {"gaps": 1, "positions": (2,)})
    assert known_series([1, -2, 3], 3) == Undefined("negative_value", {"value": -2.0})
    assert known_series([1, 2, 3], 3) == [1.0, 2.0, 3.0]
