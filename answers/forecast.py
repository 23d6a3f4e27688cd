"""What the next twelve months may bring a place, with how well such forecasts have held there."""

from collections.abc import Iterable
from dataclasses import dataclass

import pandas as pd

from access.reader import Reader
from answers.answer import Answer
from answers.data import Data
from answers.forecast_ground import Ground, Subject, ground_of, main_subject
from answers.forecast_hidden import hidden_income
from answers.panel import MONTHS_OF_A_YEAR
from answers.places import Place
from forecasts.forecast import FEWEST_MONTHS, Forecast, forecast
from forecasts.kept import ask_for, fingerprint, forecast_of, keep
from kpis.growth.forecast import BEING_COMPUTED, forecast_mase
from kpis.result import Undefined


@dataclass(frozen=True)
class ComingYear:
    """The months known without a gap and the twelve after them, of visits, nights, own income or seats sold.

    `forecast` is None while it is being computed, and where `refused` says why there can be none or it is not told.
    """

    place: Place
    subject: Subject
    ground: Ground
    refused: Undefined | None
    forecast: Forecast | None

    @property
    def is_pending(self) -> bool:
        """True where there can be a forecast and it is not computed yet."""
        return self.refused is None and self.forecast is None

    @property
    def months_ahead(self) -> tuple[str, ...]:
        """The twelve months after the last known one."""
        after = pd.Period(self.ground.months[-1], "M") + 1
        return tuple(str(month) for month in pd.period_range(after, periods=MONTHS_OF_A_YEAR, freq="M"))

    @property
    def skill(self) -> Answer:
        """The forecast's misses of the last twelve months beside those of repeating last year."""
        months, counts, coverage = self.ground.months, self.ground.counts, self.ground.coverage
        period = f"{months[-MONTHS_OF_A_YEAR:][0]}/{months[-1]}" if months else ""
        if self.forecast is None:
            return Answer("forecast_mase", self.refused or BEING_COMPUTED, period, coverage)
        known, came = counts[:-MONTHS_OF_A_YEAR], counts[-MONTHS_OF_A_YEAR:]
        return Answer("forecast_mase", forecast_mase(known, came, self.forecast.record.latest), period, coverage)


def coming_year(data: Data, place: Place, subject: Subject, reader: Reader) -> ComingYear:
    """Return the forecast of a place as this reader may see it, of those who have reported every month."""
    ground = ground_of(data, place, subject)
    refused = _refused(data, place, subject, reader)
    return ComingYear(place, subject, ground, refused, None if refused else forecast_of(data.forecasts, ground.counts))


def skill_of(data: Data, place: Place, reader: Reader) -> Answer:
    """Return how good the forecast is of what the place counts."""
    return coming_year(data, place, main_subject(data, place), reader).skill


def ask_for_coming_years(data: Data, coming: Iterable[ComingYear]) -> None:
    """Ask another process for the forecasts that can be made and are not there."""
    pending = [one.ground.counts for one in coming if one.is_pending]
    if pending:
        ask_for(data.forecasts, pending)


def keep_coming_year(data: Data, coming: ComingYear) -> None:
    """Compute and keep a forecast where it is not there: for those who can wait some seconds."""
    if coming.is_pending:
        keep(data.forecasts, fingerprint(coming.ground.counts), forecast(coming.ground.counts))


def _refused(data: Data, place: Place, subject: Subject, reader: Reader) -> Undefined | None:
    """Why there is no forecast; a reader who is not told the months is not told how many there are either."""
    ground = ground_of(data, place, subject)
    if not ground.reporters:
        return Undefined("no_known_month")
    if subject == "revenue" and (hidden := hidden_income(data, place, ground, reader)):
        return hidden
    if len(ground.months) < FEWEST_MONTHS:
        return Undefined("too_few_months", {"known": len(ground.months), "minimum": FEWEST_MONTHS})
    return None
