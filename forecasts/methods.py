"""Two ways to look ahead: several of the field's methods combined, and last year repeated."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import ModuleType
from typing import Protocol

import numpy as np
import numpy.typing as npt

SEASON = 12
LEVELS = (50, 80, 95)

Numbers = npt.NDArray[np.float64]
Ahead = Mapping[str, Numbers]


@dataclass(frozen=True)
class Band:
    """Between what the months ahead are expected to lie with a certainty of so many per cent."""

    low: tuple[float, ...]
    high: tuple[float, ...]


@dataclass(frozen=True)
class Outlook:
    """The months ahead: the value expected of each, and the band of each level in LEVELS."""

    points: tuple[float, ...]
    bands: Mapping[int, Band]


Method = Callable[[Sequence[float], int], Outlook]


def combined(series: Sequence[float], horizon: int) -> Outlook:
    """Return the median of four forecasts, and of each end of their bands; nothing falls below 0.

    The four are complex exponential smoothing of the series and of its logarithms, Theta, and last year repeated. On
    the 366 monthly series of the tourism competition (TFC34) their median beats each of them and costs a tenth of what
    the automatic ARIMA does (`python -m benchmarks.tourism`). `series` needs at least two years without a gap. A month
    below 0, as kroner have after refunds, has no logarithm and counts as 0 there.
    """
    known, models = np.asarray(series, dtype=np.float64), _models()
    smoothed = _ahead(models.AutoCES(SEASON), np.log1p(np.maximum(known, 0)), horizon)
    return _outlook(
        [
            _ahead(models.AutoCES(SEASON), known, horizon),
            {name: np.expm1(ahead) for name, ahead in smoothed.items()},
            _ahead(models.AutoTheta(SEASON), known, horizon),
            _ahead(models.SeasonalNaive(SEASON), known, horizon),
        ]
    )


def last_year_again(series: Sequence[float], horizon: int) -> Outlook:
    """Return the last twelve months repeated, with bands from how much the years have differed."""
    return _outlook([_ahead(_models().SeasonalNaive(SEASON), np.asarray(series, dtype=np.float64), horizon)])


def _models() -> ModuleType:
    # They take as long to come in as the rest of the app, and most who ask for a forecast find one that is kept.
    from statsforecast import models

    return models


class _Model(Protocol):
    def forecast(self, y: Numbers, h: int, *, level: list[int]) -> Ahead: ...


def _ahead(model: _Model, series: Numbers, horizon: int) -> Ahead:
    """Return the model's forecast and bands; last year repeated where the model cannot be fitted to such a series."""
    try:
        with np.errstate(all="ignore"):
            ahead = model.forecast(y=series, h=horizon, level=list(LEVELS))
        if all(np.isfinite(part).all() for part in ahead.values()):
            return {name: np.asarray(part, dtype=np.float64) for name, part in ahead.items()}
    except Exception:  # noqa: BLE001  # where none of its models fits, CES raises nothing more telling
        pass
    repeated: Ahead = _models().SeasonalNaive(SEASON).forecast(y=series, h=horizon, level=list(LEVELS))
    return repeated


def _outlook(forecasts: Sequence[Ahead]) -> Outlook:
    def middle(name: str) -> tuple[float, ...]:
        values = np.median(np.stack([ahead[name] for ahead in forecasts]), axis=0)
        return tuple(float(value) for value in np.maximum(values, 0))

    return Outlook(middle("mean"), {level: Band(middle(f"lo-{level}"), middle(f"hi-{level}")) for level in LEVELS})
