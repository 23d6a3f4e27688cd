import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpis.growth.markets import foreign_visitor_share, source_market_hhi
from kpis.result import Undefined
from tests.kpis.tables import reason, value

VISITS = {"DK": 4050, "DE": 2680, "NL": 1010, "OTHER": 1260}
markets = st.dictionaries(
    st.sampled_from(["DK", "DE", "NL", "NO", "SE", "UK", "US"]), st.integers(1, 10**5), min_size=1
)


def test_the_concentration_of_the_worked_example() -> None:
    hhi = value(source_market_hhi(VISITS))
    assert hhi.value == pytest.approx(3233.654320987)
    assert hhi.detail["effective_markets"] == pytest.approx(3.0924765)
    assert hhi.detail["top3_share"] == pytest.approx(0.887777)
    assert hhi.detail["normalised"] == pytest.approx(0.0978205)


def test_one_market_is_full_concentration() -> None:
    hhi = value(source_market_hhi({"DK": 500}))
    assert hhi.value == 10_000
    assert hhi.detail["normalised"] is None


def test_unknown_residence_is_left_out_and_its_share_printed() -> None:
    hhi = value(source_market_hhi({**VISITS, "unknown": 1000}))
    assert hhi.value == pytest.approx(3233.654320987)
    assert hhi.detail["known_share"] == 0.9


def test_with_too_much_unknown_there_is_no_figure() -> None:
    undefined = source_market_hhi({"DK": 69, "unknown": 31})
    assert undefined == Undefined("residence_unknown", {"known_share": 0.69, "minimum_share": 0.7})
    assert reason(foreign_visitor_share({"unknown": 100})) == "residence_unknown"
    assert value(foreign_visitor_share({"DK": 70, "unknown": 30})).value == 0


def test_a_market_not_reported_is_not_zero() -> None:
    assert source_market_hhi({"DK": 10, "DE": None}) == Undefined("market_missing", {"markets": ("DE",)})
    assert reason(source_market_hhi({})) == "residence_missing"
    assert reason(source_market_hhi({"DK": 0, "DE": 0})) == "total_zero"
    assert reason(source_market_hhi({"DK": -1, "DE": 5})) == "negative_value"


def test_a_total_never_stands_among_its_parts() -> None:
    with pytest.raises(ValueError, match="a total stands among its parts"):
        source_market_hhi({"all": 10, "DK": 5})
    with pytest.raises(ValueError, match="a total stands among its parts"):
        foreign_visitor_share({"foreign": 10, "DK": 5, "DE": 5})


def test_home_and_abroad_may_be_all_that_is_known() -> None:
    assert value(foreign_visitor_share({"DK": 45, "foreign": 55})).value == pytest.approx(0.55)


def test_the_share_from_abroad() -> None:
    assert value(foreign_visitor_share(VISITS)).value == pytest.approx(0.55)
    assert value(foreign_visitor_share(VISITS, home="DE")).value == pytest.approx(1 - 2680 / 9000)
    assert value(foreign_visitor_share({"DE": 5})).value == 1


@given(visits=markets)
def test_concentration_lies_between_even_and_one(visits: dict[str, int]) -> None:
    hhi = value(source_market_hhi(visits)).number
    assert 10_000 / len(visits) - 1e-6 <= hhi <= 10_000 + 1e-6


@given(visits=markets.filter(lambda visits: len(visits) > 1))
def test_lumping_two_markets_together_never_lowers_the_concentration(visits: dict[str, int]) -> None:
    first, second, *rest = visits
    lumped = {market: visits[market] for market in rest} | {"OTHER": visits[first] + visits[second]}
    assert value(source_market_hhi(lumped)).number >= value(source_market_hhi(visits)).number - 1e-6


@given(visits=markets, factor=st.integers(2, 100))
def test_concentration_does_not_depend_on_unit_or_order(visits: dict[str, int], factor: int) -> None:
    scaled = {market: factor * count for market, count in reversed(visits.items())}
    assert value(source_market_hhi(scaled)).number == pytest.approx(value(source_market_hhi(visits)).number)
