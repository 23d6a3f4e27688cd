"""Rounding as people do it: a half goes up, whatever binary fractions have made of it."""

from decimal import ROUND_HALF_UP, Context, Decimal

# Beyond these lie only the traces of binary arithmetic: 0.285 * 100 is 28.499999999999996.
_DIGITS_THAT_COUNT = 14
_DIGITS_OF_AN_ESTIMATE = 3
# Enough for any float in full.
_EXACT = Context(prec=400)


def rounded(value: float, decimals: int = 0) -> Decimal:
    """Return the number with so many decimals, a half away from zero; decimals below 0 give tens and hundreds."""
    read = Decimal(value) if isinstance(value, int) else Decimal(f"{value:.{_DIGITS_THAT_COUNT}g}")
    return read.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP, _EXACT)


def decimals_in(value: float) -> int:
    """Return with how many decimals a number is written in full."""
    exponent = Decimal(f"{value:.{_DIGITS_THAT_COUNT}g}").normalize().as_tuple().exponent
    return max(0, -int(exponent))


def whole(value: float) -> int:
    """Return the nearest whole number, a half away from zero."""
    return int(rounded(value))


def of_three_digits(value: float) -> int:
    """Return the whole number nearest to it that has at most three digits before its zeros: 4,491,150 is 4,490,000."""
    size = len(str(abs(whole(value))))
    return int(rounded(value, min(0, _DIGITS_OF_AN_ESTIMATE - size)))
