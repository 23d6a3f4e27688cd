"""The line behind the trend: through the middle of the years, at the rate that the KPI gives."""

import pytest

from answers.trend import TrendLine, trend_line
from kpis.growth.trend import visits_trend_growth
from kpis.result import Undefined

TOTALS = {2021: 8000.0, 2022: 8400.0, 2023: 8700.0, 2024: 9000.0}


def test_the_line_is_the_one_that_the_rate_was_fitted_on() -> None:
    line = trend_line({year: 100 * 1.1 ** (year - 2021) for year in TOTALS}, visits_trend_growth(TOTALS))
    assert line.fitted[2022] / line.fitted[2021] == pytest.approx(1.039608, abs=1e-6)
    exact = {year: 100 * 1.1 ** (year - 2021) for year in TOTALS}
    assert trend_line(exact, visits_trend_growth(exact)).fitted == pytest.approx(exact)


def test_the_band_spans_the_interval_and_closes_in_the_middle() -> None:
    line = trend_line(TOTALS, visits_trend_growth(TOTALS))
    assert all(line.low[year] <= line.fitted[year] <= line.high[year] for year in TOTALS)
    assert line.high[2024] - line.low[2024] > line.high[2023] - line.low[2023]


def test_three_years_have_a_line_and_no_band() -> None:
    three = {year: TOTALS[year] for year in (2021, 2022, 2023)}
    line = trend_line(three, visits_trend_growth(three))
    assert (set(line.fitted), line.low, line.high) == (set(three), {}, {})


def test_without_a_trend_there_is_no_line() -> None:
    assert trend_line(TOTALS, Undefined("too_few_years")) == TrendLine({}, {}, {})
    assert trend_line({}, visits_trend_growth(TOTALS)) == TrendLine({}, {}, {})
