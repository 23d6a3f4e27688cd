"""What is known and what is missing: the checks in front of every formula.

Each gives the numbers to compute with, or the Undefined that the KPI then returns. None is missing; 0 is a true zero.
"""

import math
from collections.abc import Iterable, Sequence

from kpis.result import Undefined

MONTHS_OF_A_YEAR = 12


def finite(value: float) -> float:
    """The number itself; NaN and infinity raise ValueError."""
    if not math.isfinite(value):
        raise ValueError(f"{value} is neither a number nor missing; give None where nothing is known")
    return float(value)


def known(value: float | None, missing: Undefined) -> float | Undefined:
    """The number, or `missing` where there is none."""
    return missing if value is None else finite(value)


def not_negative(value: float | None, missing: Undefined) -> float | Undefined:
    """The number where it is 0 or more; `missing` where there is none."""
    number = known(value, missing)
    if isinstance(number, float) and number < 0:
        return Undefined("negative_value", {"value": number})
    return number


def positive(value: float | None, missing: Undefined, zero: Undefined) -> float | Undefined:
    """The number where it can be divided by; `missing` where there is none, `zero` where it is 0."""
    number = not_negative(value, missing)
    return zero if number == 0 else number


def missing_positions(values: Sequence[float | None]) -> tuple[int, ...]:
    """The places, counted from 1, where nothing is known; in a year these are the month numbers."""
    return tuple(place for place, value in enumerate(values, 1) if value is None)


def months_in(values: Sequence[float | None], numbers: Iterable[int]) -> list[float] | Undefined:
    """The named months of a year that starts in January, in the order given, with none missing and none negative."""
    if len(values) > MONTHS_OF_A_YEAR:
        raise ValueError(f"a year has 12 months, not {len(values)}")
    chosen = {number: values[number - 1] for number in numbers}
    months = {number: finite(value) for number, value in chosen.items() if value is not None}
    missing = tuple(sorted(set(chosen) - set(months)))
    if not months:
        return Undefined("no_known_month", {"missing_months": missing})
    if missing:
        return Undefined("missing_month", {"missing_months": missing})
    negative = tuple(sorted(number for number, value in months.items() if value < 0))
    return Undefined("negative_month", {"negative_months": negative}) if negative else list(months.values())


def known_months(values: Sequence[float | None]) -> list[float] | Undefined:
    """All months given of one year, January first, with none missing and none negative. Fewer than 12 are allowed."""
    return months_in(values, range(1, len(values) + 1))


def full_year(values: Sequence[float | None]) -> list[float] | Undefined:
    """The 12 known months of one year, January first. All of them may be 0."""
    if len(values) < MONTHS_OF_A_YEAR:
        return Undefined("incomplete_year", {"known": len(values) - len(missing_positions(values))})
    return known_months(values)


def season_year(values: Sequence[float | None]) -> list[float] | Undefined:
    """The 12 known months of one year with something in them: what every figure about the season needs."""
    months = full_year(values)
    if isinstance(months, Undefined):
        return months
    return months if sum(months) > 0 else Undefined("total_zero")


def known_series(values: Sequence[float | None], minimum: int) -> list[float] | Undefined:
    """A run of at least `minimum` consecutive months without a gap and without a negative one."""
    if len(values) < minimum:
        return Undefined("too_few_months", {"known": len(values), "minimum": minimum})
    gaps = missing_positions(values)
    if gaps:
        return Undefined("gap_in_series", {"gaps": len(gaps), "positions": gaps})
    series = [finite(value) for value in values if value is not None]
    lowest = min(series)
    return Undefined("negative_value", {"value": lowest}) if lowest < 0 else series
