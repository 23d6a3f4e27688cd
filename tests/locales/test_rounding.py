"""A half goes up, in every number that is written."""

from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from locales import DANISH, ENGLISH
from locales.rounding import of_three_digits, rounded, whole

HALVES = st.integers(0, 10**7).map(lambda n: 10 * n + 5)


@given(digits=HALVES, decimals=st.integers(0, 3))
def test_a_written_number_is_rounded_as_in_decimal_arithmetic(digits: int, decimals: int) -> None:
    exact = Decimal(digits).scaleb(-decimals - 1)
    expected = exact.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    assert ENGLISH.number(float(exact), decimals) == f"{expected:,}"
    assert ENGLISH.change(-float(exact), decimals) == f"−{expected:,}"


@given(digits=HALVES, decimals=st.integers(0, 2))
def test_a_percentage_is_that_of_the_share_and_not_of_its_binary_fraction(digits: int, decimals: int) -> None:
    share = Decimal(digits).scaleb(-decimals - 3)
    expected = (100 * share).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    assert ENGLISH.percent(float(share), decimals) == f"{expected:,}%"


@given(part=st.integers(0, 2000), whole_of=st.integers(1, 2000))
def test_a_share_that_was_divided_out_is_written_as_the_fraction_says(part: int, whole_of: int) -> None:
    exact = Decimal(100 * part) / whole_of
    assert ENGLISH.percent(part / whole_of, 0) == f"{exact.quantize(Decimal(1), ROUND_HALF_UP):,}%"


@pytest.mark.parametrize(("share", "written"), [(0.125, "13\u00a0%"), (0.285, "29\u00a0%"), (0.995, "99,5\u00a0%")])
def test_half_a_per_cent_goes_up(share: float, written: str) -> None:
    assert DANISH.share(share) == written


@pytest.mark.parametrize(
    ("value", "decimals", "expected"),
    [(2.5, 0, "3"), (-2.5, 0, "-3"), (1250, -2, "1300"), (0.15, 1, "0.2"), (10**20, 0, str(10**20))],
)
def test_a_half_goes_away_from_zero_at_every_decimal(value: float, decimals: int, expected: str) -> None:
    assert rounded(value, decimals) == Decimal(expected)


def test_a_whole_number_is_the_nearest() -> None:
    assert [whole(value) for value in (0.4, 0.5, 1.5, 2.5, -0.5)] == [0, 1, 2, 3, -1]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (4_491_149.7, 4_490_000),
        (99_950, 100_000),
        (41_262, 41_300),
        (999, 999),
        (12.5, 13),
        (0.4, 0),
        (-41_262, -41_300),
    ],
)
def test_an_estimate_keeps_three_digits(value: float, expected: int) -> None:
    assert of_three_digits(value) == expected
