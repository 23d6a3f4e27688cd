import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpis.business.real_growth import real_revenue_growth
from kpis.reasons import explain
from kpis.result import Undefined
from tests.kpis.tables import reason, value

amounts = st.floats(1, 1e9)


def test_growth_in_fixed_prices_stands_with_the_nominal() -> None:
    growth = value(real_revenue_growth(900_000, 960_000, prices_previous=117.2, prices_current=119.5))
    assert growth.value == pytest.approx(0.0461366806)
    assert growth.detail["nominal"] == pytest.approx(0.0666666667)


def test_without_prices_the_growth_is_said_to_be_nominal_and_never_called_real() -> None:
    nominal = real_revenue_growth(100, 150, prices_previous=None, prices_current=119.5)
    assert nominal == Undefined("prices_missing", {"nominal_growth": 0.5})
    assert isinstance(nominal, Undefined)
    assert explain(nominal).endswith("current prices is known: 0.5.")
    assert reason(real_revenue_growth(100, 150, prices_previous=100, prices_current=0)) == "prices_missing"


def test_both_years_are_needed_and_the_first_must_not_be_zero() -> None:
    assert reason(real_revenue_growth(None, 1, prices_previous=1, prices_current=1)) == "previous_missing"
    assert reason(real_revenue_growth(1, None, prices_previous=1, prices_current=1)) == "current_missing"
    assert reason(real_revenue_growth(0, 5, prices_previous=1, prices_current=1)) == "previous_zero"
    assert value(real_revenue_growth(5, 0, prices_previous=1, prices_current=1)).value == -1


@given(before=amounts, times=st.floats(0.5, 2), index=st.floats(0.1, 1000))
def test_income_that_follows_prices_has_not_grown(before: float, times: float, index: float) -> None:
    growth = real_revenue_growth(before, before * times, prices_previous=index, prices_current=index * times)
    assert value(growth).number == pytest.approx(0, abs=1e-9)


@given(before=amounts, now=amounts, base=st.floats(0.01, 100))
def test_neither_the_base_year_of_the_index_nor_thousands_of_kroner_matter(
    before: float, now: float, base: float
) -> None:
    growth = value(real_revenue_growth(before, now, prices_previous=117.2, prices_current=119.5)).number
    other = real_revenue_growth(before / 1000, now / 1000, prices_previous=117.2 * base, prices_current=119.5 * base)
    assert value(other).number == pytest.approx(growth)
