from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpis.growth.market_growth import growth_share_quadrant, shift_share
from kpis.result import Undefined
from tests.kpis.tables import reason, value

BEFORE = {"DK": 4000, "DE": 2500, "NL": 900, "OTHER": 1300}
AFTER = {"DK": 4050, "DE": 2680, "NL": 1010, "OTHER": 1260}
AREA_BEFORE = {"DK": 5_200_000, "DE": 4_100_000, "NL": 700_000, "OTHER": 1_500_000}
AREA_AFTER = {"DK": 5_150_000, "DE": 4_305_000, "NL": 770_000, "OTHER": 1_560_000}
MARKETS = ("DK", "DE", "NL", "OTHER")
tables = st.fixed_dictionaries({market: st.integers(0, 100_000) for market in MARKETS})


def _markets(detail: Mapping[str, object], key: str) -> Mapping[str, Mapping[str, object]]:
    markets = detail[key]
    assert isinstance(markets, Mapping)
    return markets


def test_the_own_pull_of_the_worked_example() -> None:
    split = value(shift_share(BEFORE, AFTER, AREA_BEFORE, AREA_AFTER))
    assert split.value == pytest.approx(71.46153846)
    assert split.detail["national"] == pytest.approx(215.60869565)
    assert split.detail["mix"] == pytest.approx(12.92976589)
    assert split.detail["residual"] == 0


@given(before=tables, after=tables, area_before=tables, area_after=tables)
def test_the_parts_add_up_to_the_whole_change(
    before: dict[str, int], after: dict[str, int], area_before: dict[str, int], area_after: dict[str, int]
) -> None:
    split = shift_share(before, after, area_before, area_after)
    if isinstance(split, Undefined):
        assert not any(before[market] and area_before[market] for market in MARKETS)
        return
    parts = [split.detail[name] for name in ("national", "mix", "competitive", "residual")]
    assert sum(part for part in parts if isinstance(part, float)) == pytest.approx(
        sum(after.values()) - sum(before.values()), abs=1e-3
    )


def test_growing_like_the_area_in_each_market_is_no_own_pull() -> None:
    twice = {market: 2 * visits for market, visits in BEFORE.items()}
    assert value(shift_share(BEFORE, twice, BEFORE, twice)).value == 0


def test_a_market_that_starts_at_zero_goes_into_the_residual() -> None:
    split = value(shift_share({**BEFORE, "NL": 0}, AFTER, AREA_BEFORE, AREA_AFTER))
    assert split.detail["residual"] == 1010
    assert "NL" not in _markets(split.detail, "by_market")


def test_where_every_market_starts_at_zero_there_is_no_own_pull_rather_than_one_of_zero() -> None:
    nobody = dict.fromkeys(BEFORE, 0)
    assert reason(shift_share(nobody, AFTER, AREA_BEFORE, AREA_AFTER)) == "previous_zero"
    elsewhere = {**nobody, "NL": 5}
    assert reason(shift_share({**BEFORE, "NL": 0}, {**AFTER, "NL": 1}, elsewhere, elsewhere)) == "reference_zero"


def test_markets_must_be_the_same_here_and_there() -> None:
    undefined = shift_share(BEFORE, AFTER, AREA_BEFORE, {"DK": 1, "DE": 1, "NL": 1, "NO": 1})
    assert undefined == Undefined("market_classes_differ", {"markets": ("NO", "OTHER")})


def test_a_market_not_reported_is_not_zero() -> None:
    undefined = shift_share({**BEFORE, "DE": None}, AFTER, AREA_BEFORE, AREA_AFTER)
    assert undefined == Undefined("market_missing", {"markets": ("DE",)})


def test_one_market_cannot_be_split() -> None:
    one = {"DK": 10}
    assert reason(shift_share(one, one, one, one)) == "too_few_markets"


def test_an_area_without_nights_has_no_tide() -> None:
    nothing = dict.fromkeys(MARKETS, 0)
    assert shift_share(BEFORE, AFTER, nothing, AREA_AFTER) == Undefined(
        "previous_zero", {"absolute_change": 11_785_000.0, "side": "reference"}
    )


def test_markets_on_the_map() -> None:
    placed = value(growth_share_quadrant(BEFORE, AFTER, AREA_BEFORE, AREA_AFTER))
    assert placed.value == 4
    assert {market: parts["quadrant"] for market, parts in _markets(placed.detail, "markets").items()} == {
        "DK": "cash_cow",
        "DE": "star",
        "NL": "question_mark",
        "OTHER": "question_mark",
    }
    assert placed.detail["growth_cut"] == pytest.approx(0.0247826)


def test_a_small_market_that_does_not_grow_is_a_niche() -> None:
    placed = value(growth_share_quadrant(BEFORE, AFTER, AREA_BEFORE, AREA_AFTER, growth_cut=0.2))
    assert _markets(placed.detail, "markets")["NL"]["quadrant"] == "niche"


def test_a_market_unknown_in_the_area_stands_grey() -> None:
    without_nl = {market: nights for market, nights in AREA_AFTER.items() if market != "NL"}
    placed = value(growth_share_quadrant(BEFORE, AFTER, AREA_BEFORE, without_nl))
    assert placed.value == 3
    assert _markets(placed.detail, "markets")["NL"]["quadrant"] is None


def test_the_map_needs_three_markets_and_a_reference() -> None:
    two = {"DK": 10, "DE": 5}
    assert reason(growth_share_quadrant(two, two, two, two)) == "too_few_markets"
    assert reason(growth_share_quadrant(BEFORE, AFTER, {}, {})) == "reference_missing"


def test_most_guests_of_unknown_residence_make_no_map() -> None:
    assert reason(growth_share_quadrant(BEFORE, {**AFTER, "unknown": 9000}, AREA_BEFORE, AREA_AFTER)) == (
        "residence_unknown"
    )


def test_guests_of_unknown_residence_are_no_market() -> None:
    placed = value(growth_share_quadrant(BEFORE, {**AFTER, "unknown": 900}, AREA_BEFORE, AREA_AFTER))
    assert "unknown" not in _markets(placed.detail, "markets")
    assert _markets(placed.detail, "markets")["DK"]["share"] == pytest.approx(0.45)
