"""What the next twelve months may bring a place, with how well such forecasts have held there."""

from dataclasses import dataclass, replace
from itertools import takewhile

import pandas as pd

from answers.answer import Answer
from answers.compare import Coverage
from answers.data import Data
from answers.panel import MONTHS_OF_A_YEAR, Panel, panel_of
from answers.places import Place
from forecasts.forecast import FEWEST_MONTHS, Forecast, forecast
from forecasts.kept import ask_for, fingerprint, forecast_of, keep
from kpis.growth.forecast import BEING_COMPUTED, forecast_mase
from kpis.result import Undefined


@dataclass(frozen=True)
class ComingYear:
    """The months known without a gap and the twelve after them.

    `forecast` is None while it is being computed, and where `refused` says why there can be none.
    """

    place: Place
    panel: Panel
    months: tuple[str, ...]
    counts: tuple[float, ...]
    coverage: Coverage
    refused: Undefined | None
    forecast: Forecast | None

    @property
    def months_ahead(self) -> tuple[str, ...]:
        """The twelve months after the last known one."""
        after = pd.Period(self.months[-1], "M") + 1
        return tuple(str(month) for month in pd.period_range(after, periods=MONTHS_OF_A_YEAR, freq="M"))

    @property
    def skill(self) -> Answer:
        """The forecast's misses of the last twelve months beside those of repeating last year."""
        period = f"{self.months[-MONTHS_OF_A_YEAR:][0]}/{self.months[-1]}" if self.months else ""
        if self.forecast is None:
            return Answer("forecast_mase", self.refused or BEING_COMPUTED, period, self.coverage)
        known, came = self.counts[:-MONTHS_OF_A_YEAR], self.counts[-MONTHS_OF_A_YEAR:]
        return Answer("forecast_mase", forecast_mase(known, came, self.forecast.record.latest), period, self.coverage)


def coming_year(data: Data, place: Place) -> ComingYear:
    """Return the forecast of a place, of those who have reported every month, where it is computed already."""
    series = data.remember(("series to forecast", place.id), lambda: _series(data, place))
    return series if series.refused else replace(series, forecast=forecast_of(data.forecasts, series.counts))


def ask_for_coming_year(data: Data, place: Place) -> None:
    """Ask another process for the forecast of a place, where one can be made and is not there."""
    coming = coming_year(data, place)
    if not coming.refused and not coming.forecast:
        ask_for(data.forecasts, coming.counts)


def keep_coming_year(data: Data, place: Place) -> None:
    """Compute and keep the forecast of a place where it is not there: for those who can wait some seconds."""
    coming = coming_year(data, place)
    if not coming.refused and not coming.forecast:
        keep(data.forecasts, fingerprint(coming.counts), forecast(coming.counts))


def _series(data: Data, place: Place) -> ComingYear:
    panel = panel_of(data, place)
    steady = panel.without_gaps()
    used = steady if steady.reporters else panel
    known = list(zip(used.months, used.totals(), strict=True))
    while known and known[-1][1] is None:
        known.pop()
    run = list(takewhile(lambda month: month[1] is not None, reversed(known)))[::-1]
    refused = None
    if len(run) < FEWEST_MONTHS:
        refused = Undefined("too_few_months", {"known": len(run), "minimum": FEWEST_MONTHS})
    return ComingYear(
        place,
        used,
        tuple(month for month, _ in run),
        tuple(value for _, value in run if value is not None),
        Coverage(len(used.reporters), len(panel.reporters)),
        refused,
        None,
    )
