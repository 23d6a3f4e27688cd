"""The forecast of one series: the better of the two methods by their track record, or the reason why there is none."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from forecasts.methods import SEASON, Method, Outlook, combined, last_year_again
from forecasts.track_record import TrackRecord, track_record

FEWEST_MONTHS = 36
MethodName = Literal["combined", "last_year_again"]
METHODS: dict[MethodName, Method] = {"combined": combined, "last_year_again": last_year_again}


class CannotForecastError(Exception):
    """The series is too short; `args[0]` is how many months there are."""


@dataclass(frozen=True)
class Forecast:
    """The twelve months ahead by the method whose past misses were smaller, and both track records."""

    method: MethodName
    ahead: Outlook
    record: TrackRecord
    record_of_last_year_again: TrackRecord


def forecast(series: Sequence[float], horizon: int = SEASON) -> Forecast:
    """Return the forecast of a monthly series without gaps; raises CannotForecastError below 36 months."""
    if len(series) < FEWEST_MONTHS:
        raise CannotForecastError(len(series))
    records: dict[MethodName, TrackRecord] = {name: track_record(series, METHODS[name]) for name in METHODS}
    better: MethodName = "combined" if records["combined"].miss < records["last_year_again"].miss else "last_year_again"
    return Forecast(better, METHODS[better](series, horizon), records[better], records["last_year_again"])
