from itertools import pairwise

import numpy as np
import pytest
import statsmodels.api as sm
from hypothesis import given
from hypothesis import strategies as st

from kpis.growth.trend import rolling_totals, visits_cagr, visits_rolling12, visits_trend_growth
from tests.kpis.tables import OPEN_ALL_YEAR, THE_YEAR_BEFORE, busy_years, reason, value

TWO_YEARS = [*THE_YEAR_BEFORE, *OPEN_ALL_YEAR]
FOUR_YEARS = {2022: 8000, 2023: 8400, 2024: 8700, 2025: 9000}


def test_the_last_twelve_months_and_their_growth() -> None:
    rolling = value(visits_rolling12(TWO_YEARS))
    assert rolling.value == 9000
    assert rolling.detail["growth"] == pytest.approx(9000 / 8700 - 1)


def test_one_year_has_a_level_but_no_growth() -> None:
    rolling = value(visits_rolling12(OPEN_ALL_YEAR))
    assert rolling.value == 9000
    assert rolling.detail["growth"] is None


def test_a_gap_makes_only_the_windows_undefined_that_hold_it() -> None:
    series = [None, *TWO_YEARS[1:]]
    totals = rolling_totals(series)
    assert totals[0] is None
    assert totals[1:] == rolling_totals(TWO_YEARS)[1:]
    assert value(visits_rolling12(series)).detail["growth"] is None


def test_a_gap_in_the_last_window_makes_the_total_undefined() -> None:
    assert reason(visits_rolling12([*TWO_YEARS[:-1], None])) == "gap_in_series"
    assert reason(visits_rolling12(TWO_YEARS[:11])) == "too_few_months"


@given(first=busy_years, second=busy_years)
def test_each_window_adds_the_new_month_and_drops_the_oldest(first: list[int], second: list[int]) -> None:
    series = [*first, *second]
    totals = rolling_totals(series)
    for step, (earlier, later) in enumerate(pairwise(totals)):
        assert earlier is not None
        assert later == earlier - series[step] + series[step + 12]


def test_the_average_growth_leads_from_the_first_year_to_the_last() -> None:
    growth = value(visits_cagr(8000, 9000, 3))
    assert growth.value == pytest.approx(0.0400419)
    assert 8000 * (1 + growth.number) ** 3 == pytest.approx(9000)


def test_end_years_must_be_whole_above_zero_and_apart() -> None:
    assert reason(visits_cagr(None, 9000, 3)) == "end_year_missing"
    assert reason(visits_cagr(8000, None, 3)) == "end_year_missing"
    assert reason(visits_cagr(0, 9000, 3)) == "end_year_zero"
    assert reason(visits_cagr(8000, 0, 3)) == "end_year_zero"
    assert reason(visits_cagr(8000, 9000, 1)) == "years_too_close"


def test_the_trend_has_an_interval_that_holds_it() -> None:
    trend = value(visits_trend_growth(FOUR_YEARS))
    assert trend.value == pytest.approx(0.0396083364744253)
    assert trend.interval == pytest.approx((0.028420146969470927, 0.05091824236617826))
    assert trend.detail["uncertain"] is False


def test_three_years_give_a_rate_without_an_interval() -> None:
    trend = value(visits_trend_growth({2023: 8400, 2024: 8700, 2025: 9000}))
    assert trend.interval is None
    assert trend.detail["uncertain"] is True
    assert reason(visits_trend_growth({2024: 8700, 2025: 9000})) == "too_few_years"


def test_an_incomplete_year_is_left_out_and_named() -> None:
    trend = value(visits_trend_growth({**FOUR_YEARS, 2026: None}))
    assert trend.n == 4
    assert trend.detail["left_out"] == (2026,)
    assert reason(visits_trend_growth({**FOUR_YEARS, 2024: None, 2025: None})) == "too_few_years"


def test_years_that_are_all_alike_do_not_grow() -> None:
    trend = value(visits_trend_growth(dict.fromkeys(range(2020, 2025), 500)))
    assert trend.value == 0
    assert trend.interval == (0, 0)


def test_a_year_of_zero_has_no_trend() -> None:
    assert reason(visits_trend_growth({**FOUR_YEARS, 2026: 0})) == "zero_year"


def test_the_covid_years_are_marked() -> None:
    trend = value(visits_trend_growth({2019: 100, 2020: 60, 2021: 60, 2022: 95}))
    assert trend.detail["flagged_years"] == (2020, 2021)


@given(start=st.integers(1000, 10**6), rate=st.floats(-0.3, 0.5), years=st.integers(4, 9))
def test_steady_growth_is_found_exactly(start: int, rate: float, years: int) -> None:
    series = {2010 + step: start * (1 + rate) ** step for step in range(years)}
    trend = value(visits_trend_growth(series))
    assert trend.number == pytest.approx(rate, abs=1e-6)
    assert trend.detail["theil_sen"] == pytest.approx(rate, abs=1e-6)


@given(factor=st.integers(2, 1000))
def test_the_trend_does_not_depend_on_the_unit(factor: int) -> None:
    scaled = value(visits_trend_growth({year: factor * visits for year, visits in FOUR_YEARS.items()}))
    assert scaled.number == pytest.approx(value(visits_trend_growth(FOUR_YEARS)).number)


def test_300_random_trends_have_the_slope_and_interval_of_statsmodels() -> None:
    random = np.random.default_rng(300)
    for _ in range(300):
        years = np.arange(2010, 2010 + random.integers(4, 13))
        totals = np.round(random.lognormal(8, random.uniform(0.05, 1), len(years))) + 1
        line = sm.OLS(np.log(totals), sm.add_constant(years - 2010)).fit()
        trend = value(visits_trend_growth(dict(zip(years.tolist(), totals.tolist(), strict=True))))
        assert trend.value == pytest.approx(np.expm1(line.params[1]))
        assert trend.interval == pytest.approx(tuple(np.expm1(line.conf_int()[1])))
