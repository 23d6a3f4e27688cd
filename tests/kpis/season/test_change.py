import pytest
from hypothesis import given

from kpis.buckets import Buckets
from kpis.labels import LABELS
from kpis.result import Undefined
from kpis.season.change import offseason_share, season_growth_contribution, season_shift_label
from tests.kpis.tables import BLANK_NOVEMBER, FLAT, OPEN_ALL_YEAR, THE_YEAR_BEFORE, reason, value, years

MORE_OFF_PEAK = [148, 165, 388, 500, 881, 1060, 2340, 1850, 950, 750, 281, 250]
LOST_SUMMER = [118, 132, 310, 400, 705, 848, 1872, 1480, 760, 600, 225, 200]
MORE_SUMMER = [118, 132, 310, 400, 705, 1272, 2808, 2220, 760, 600, 225, 200]
WITHIN_THE_SUMMER = [118, 132, 310, 400, 705, 1560, 1840, 1850, 760, 600, 225, 200]
MOSTLY_A_LOST_SUMMER = [123, 132, 310, 400, 705, 848, 1872, 1480, 760, 600, 225, 200]
WITHIN_THE_REST = [18, 32, 110, 400, 705, 1060, 2340, 1850, 1160, 600, 225, 200]
BARELY_MOVED = [118, 132, 310, 400, 705, 1060, 2480, 1850, 760, 600, 225, 200]
EASTER_MOVED = [38, 32, 60, 950, 855, 1080, 2340, 1850, 760, 600, 125, 100]
LOST_OFF_PEAK = [94, 106, 248, 320, 564, 1060, 2340, 1850, 608, 480, 180, 160]


@pytest.mark.parametrize(
    ("after", "label"),
    [
        (OPEN_ALL_YEAR, "unchanged"),
        (MORE_OFF_PEAK, "flatter_by_offpeak_gain"),
        (LOST_SUMMER, "flatter_by_peak_loss"),
        (MORE_SUMMER, "steeper_by_peak_gain"),
        (LOST_OFF_PEAK, "steeper_by_offpeak_loss"),
    ],
)
def test_what_lies_behind_a_change_of_the_season(after: list[int], label: str) -> None:
    shift = value(season_shift_label(THE_YEAR_BEFORE, after))
    assert (shift.value, shift.detail["told"]) == (label, label)


@pytest.mark.parametrize(
    ("after", "label", "told"),
    [
        (WITHIN_THE_SUMMER, "flatter_by_peak_loss", "flatter"),
        (MOSTLY_A_LOST_SUMMER, "flatter_by_offpeak_gain", "flatter"),
        (WITHIN_THE_REST, "steeper_by_offpeak_loss", "steeper"),
        (EASTER_MOVED, "steeper_by_peak_gain", "steeper"),
        (BARELY_MOVED, "steeper_by_peak_gain", "unchanged"),
    ],
)
def test_a_reason_that_does_not_hold_and_a_change_that_is_not_written_are_not_told(
    after: list[int], label: str, told: str
) -> None:
    shift = value(season_shift_label(THE_YEAR_BEFORE, after))
    assert (shift.value, shift.detail["told"]) == (label, told)


def test_a_lost_summer_is_not_celebrated() -> None:
    shift = value(season_shift_label(THE_YEAR_BEFORE, LOST_SUMMER))
    assert shift.detail["off_peak_change"] == 0
    assert shift.detail["peak_change"] == -1050
    assert shift.detail["total_growth"] == pytest.approx(-0.1206897)


def test_a_finer_tolerance_sees_a_smaller_change() -> None:
    assert value(season_shift_label(THE_YEAR_BEFORE, OPEN_ALL_YEAR, tolerance=0.001)).value == "flatter_by_offpeak_gain"


def test_a_blank_month_says_in_which_year() -> None:
    expected = {"missing_months": (11,)}
    assert season_shift_label(BLANK_NOVEMBER, FLAT) == Undefined("missing_month", {**expected, "side": "previous"})
    assert season_shift_label(FLAT, BLANK_NOVEMBER) == Undefined("missing_month", {**expected, "side": "current"})
    assert reason(season_growth_contribution(BLANK_NOVEMBER, FLAT)) == "missing_month"
    assert reason(season_growth_contribution(FLAT, BLANK_NOVEMBER)) == "missing_month"


@given(before=years, after=years)
def test_every_pair_of_years_has_a_label_in_plain_words(before: list[int], after: list[int]) -> None:
    shift = value(season_shift_label(before, after))
    assert {shift.value, shift.detail["told"]} <= set(LABELS)


def test_the_seasons_of_the_worked_year() -> None:
    share = value(offseason_share(OPEN_ALL_YEAR))
    assert share.value == pytest.approx(0.4)
    assert share.detail["shoulder_share"] == pytest.approx(0.2911111)
    assert share.detail["off_peak_visits"] == 3600


def test_a_blank_month_makes_the_share_undefined() -> None:
    assert reason(offseason_share(BLANK_NOVEMBER)) == "missing_month"


def test_the_high_season_can_be_set() -> None:
    only_july = Buckets(high=(7,), shoulder=(5, 6, 8, 9), low=(1, 2, 3, 4, 10, 11, 12))
    share = value(offseason_share(OPEN_ALL_YEAR, buckets=only_july))
    assert share.value == pytest.approx(1 - 2400 / 9000)
    assert share.detail["high_months"] == (7,)


@given(months=years)
def test_the_seasons_add_up_to_the_year(months: list[int]) -> None:
    detail = value(offseason_share(months)).detail
    shares = [detail[name] for name in ("high_share", "shoulder_share", "low_share")]
    assert sum(share for share in shares if isinstance(share, float)) == pytest.approx(1)


def test_where_the_growth_came_from() -> None:
    growth = value(season_growth_contribution(THE_YEAR_BEFORE, OPEN_ALL_YEAR))
    assert growth.detail["high"] == pytest.approx(1.7241379)
    assert growth.detail["shoulder"] == pytest.approx(1.7816092)
    assert growth.detail["low"] == pytest.approx(-0.0574713)
    assert growth.value == pytest.approx(1.7241379)


@given(before=years, after=years)
def test_the_contributions_add_up_to_the_growth(before: list[int], after: list[int]) -> None:
    growth = value(season_growth_contribution(before, after))
    parts = [growth.detail[season] for season in ("high", "shoulder", "low")]
    whole = 100 * (sum(after) / sum(before) - 1)
    assert sum(part for part in parts if isinstance(part, float)) == pytest.approx(whole, rel=1e-9, abs=1e-6)


def test_growth_from_a_year_of_zeros_is_undefined_and_to_one_is_a_full_loss() -> None:
    assert reason(season_growth_contribution([0] * 12, FLAT)) == "total_zero"
    lost = value(season_growth_contribution(FLAT, [0] * 12))
    assert lost.detail["total_growth"] == -1
    assert lost.detail["gini_norm_change"] is None
