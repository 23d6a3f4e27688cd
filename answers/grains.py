"""Periods of different length: which rows of a year to add up, and the months that a period covers."""

import re
from collections.abc import Sequence

import pandas as pd

_GRAINS = (r"\d{4}", r"\d{4}-Q[1-4]", r"\d{4}-\d{2}")
_MONTHS_OF_A_QUARTER = 3


def one_grain(frame: pd.DataFrame, by: Sequence[str]) -> pd.DataFrame:
    """Return the rows of one grain for each group and year: whole years, else quarters, else months.

    The year stands beside them as `year`. Grains are never added up, and other periods are left out.
    """
    grains = frame["period"].map({period: _grain(period) for period in frame["period"].unique()}).astype(float)
    told = frame.assign(year=frame["period"].str[:4], grain=grains)[grains.notna()]
    coarsest = told.groupby([*by, "year"], observed=True)["grain"].transform("min")
    return told[told["grain"] == coarsest].drop(columns="grain").astype({"year": int})


def _grain(period: str) -> int | None:
    return next((rank for rank, pattern in enumerate(_GRAINS) if re.fullmatch(pattern, period)), None)


def months_in(period: str) -> tuple[str, ...]:
    """Return the months of a year, a quarter or a month."""
    year, _, part = period.partition("-")
    if not part:
        numbers = range(1, 13)
    elif part.startswith("Q"):
        last = _MONTHS_OF_A_QUARTER * int(part[1:])
        numbers = range(last - _MONTHS_OF_A_QUARTER + 1, last + 1)
    else:
        return (period,)
    return tuple(f"{year}-{number:02d}" for number in numbers)
