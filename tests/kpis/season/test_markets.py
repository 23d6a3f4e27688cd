from collections.abc import Mapping

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from kpis.result import Undefined, Value
from kpis.season.markets import season_market_rme
from tests.kpis.tables import FLAT, OPEN_ALL_YEAR, reason, value, years

DK = [96, 110, 185, 285, 380, 500, 710, 630, 415, 393, 178, 168]
DE = [10, 12, 30, 90, 180, 330, 980, 720, 190, 110, 20, 8]


def _effects(result: Value, name: str) -> dict[str, float]:
    markets = result.detail["markets"]
    assert isinstance(markets, Mapping)
    return {market: parts[name] for market, parts in markets.items()}


def test_the_market_that_flattens_most_is_named() -> None:
    effect = value(season_market_rme({"DK": DK, "DE": DE}))
    assert effect.detail["market"] == "DK"
    assert effect.number < 0 < _effects(effect, "rme")["DE"]


def test_a_market_with_no_visits_is_left_out_and_listed() -> None:
    effect = value(season_market_rme({"DK": DK, "DE": DE, "NL": [0] * 12}))
    assert effect.detail["left_out"] == ("NL",)
    assert effect.n == 2


def test_a_blank_month_names_its_market() -> None:
    undefined = season_market_rme({"DK": DK, "DE": [*DE[:11], None]})
    assert undefined == Undefined("missing_month", {"missing_months": (12,), "market": "DE"})


def test_one_market_or_an_even_year_says_nothing() -> None:
    assert reason(season_market_rme({"DK": DK, "DE": [0] * 12})) == "too_few_markets"
    assert reason(season_market_rme({"DK": FLAT, "DE": FLAT})) == "even_year"


def test_an_even_market_flattens_and_has_no_correlation() -> None:
    effect = value(season_market_rme({"DK": FLAT, "DE": DE}))
    assert effect.detail["market"] == "DK"
    assert _effects(effect, "correlation")["DK"] is None
    assert _effects(effect, "rme")["DK"] == pytest.approx(-_effects(effect, "share")["DK"])


def test_two_markets_of_the_same_shape_change_nothing() -> None:
    effect = value(season_market_rme({"DK": OPEN_ALL_YEAR, "DE": [2 * visits for visits in OPEN_ALL_YEAR]}))
    assert list(_effects(effect, "rme").values()) == pytest.approx([0, 0])


@given(tables=st.lists(years, min_size=2, max_size=4))
def test_contributions_add_up_to_the_gini_and_effects_to_zero(tables: list[list[int]]) -> None:
    effect = season_market_rme({f"M{place}": months for place, months in enumerate(tables)})
    assume(isinstance(effect, Value) and float(str(effect.detail["gini"])) > 1e-6)
    assert isinstance(effect, Value)
    assert sum(_effects(effect, "contribution").values()) == pytest.approx(effect.detail["gini"])
    assert sum(_effects(effect, "rme").values()) == pytest.approx(0, abs=1e-6)
    assert sum(_effects(effect, "share").values()) == pytest.approx(1)
