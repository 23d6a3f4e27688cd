"""How a method would have done: forecasts from each of the last years, held against what then came."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from forecasts.methods import SEASON, Method

FEWEST_TRAINING_MONTHS = 24
YEARS_TRIED = 6


@dataclass(frozen=True)
class TrackRecord:
    """Of the months tried: how many, the mean miss of the method, and how many lay within its band of 80 per cent.

    `latest` is what the method would have said a year ago of the last twelve months; `year_misses` are how far the sum
    of each year tried came from what was said of it, as a fraction of that. They are too few for a band with a
    certainty, but tell how far off a year has been.
    """

    months: int
    miss: float
    within: int
    latest: tuple[float, ...]
    year_misses: tuple[float, ...] = ()

    @property
    def largest_year_miss(self) -> float | None:
        """The largest of them to either side, None where no sum was said of any year."""
        return max(map(abs, self.year_misses), default=None)


def track_record(series: Sequence[float], method: Method) -> TrackRecord:
    """Return how the method would have done in the last years: up to six years, each forecast from all before it.

    At least one year is tried, so the series needs 36 months.
    """
    misses: list[float] = []
    of_years: list[float] = []
    within = 0
    outlooks = {origin: method(series[:origin], SEASON) for origin in _origins(len(series))}
    for origin, ahead in outlooks.items():
        came = np.asarray(series[origin : origin + SEASON], dtype=np.float64)
        band = ahead.bands[80]
        misses += np.abs(came - ahead.points).tolist()
        within += int(((came >= band.low) & (came <= band.high)).sum())
        if said := sum(ahead.points):
            of_years.append(float(came.sum()) / said - 1)
    latest = outlooks[len(series) - SEASON].points
    return TrackRecord(len(misses), float(np.mean(misses)), within, latest, tuple(of_years))


def _origins(length: int) -> list[int]:
    origins = [length - SEASON * year for year in range(1, YEARS_TRIED + 1)]
    return [origin for origin in origins if origin >= FEWEST_TRAINING_MONTHS]
