import pytest

from kpis.buckets import DEFAULT_BUCKETS, Buckets, sum_of


def test_the_default_high_season_is_june_to_august() -> None:
    assert DEFAULT_BUCKETS.high == (6, 7, 8)
    assert sorted(DEFAULT_BUCKETS.off_peak) == [1, 2, 3, 4, 5, 9, 10, 11, 12]


@pytest.mark.parametrize(
    ("high", "shoulder", "low"),
    [((6,), (7,), (8,)), ((6, 7, 8), (8, 9), (1, 2, 3, 4, 5, 10, 11, 12)), ((0,), tuple(range(1, 12)), ())],
)
def test_every_month_belongs_to_one_season(
    high: tuple[int, ...], shoulder: tuple[int, ...], low: tuple[int, ...]
) -> None:
    with pytest.raises(ValueError, match="exactly one"):
        Buckets(high, shoulder, low)


def test_the_sum_over_named_months() -> None:
    assert sum_of(range(1, 13), (1, 12)) == 13
