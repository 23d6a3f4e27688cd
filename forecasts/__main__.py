"""python -m forecasts FOLDER: compute every forecast that is wanted there, one process at a time, in the background."""

import os
import sys
import time
from pathlib import Path

from filelock import FileLock, Timeout

from forecasts.forecast import forecast
from forecasts.kept import keep, wanted

_POLITENESS = 5
# The methods take ten times as long to come in as a forecast takes: the next place is often looked at soon.
_PATIENCE = 20.0
_PAUSE = 0.2


def main(folder: Path, patience: float = _PATIENCE) -> int:
    """Compute until nothing has been wanted for so many seconds; return 0, also where another is at work already."""
    if hasattr(os, "nice"):
        os.nice(_POLITENESS)
    try:
        with FileLock(folder / "writer.lock", timeout=0):
            _compute(folder, patience)
    except Timeout:
        return 0
    return 0


def _compute(folder: Path, patience: float) -> None:
    end = time.monotonic() + patience
    while time.monotonic() <= end:
        for name, series in wanted(folder).items():
            keep(folder, name, forecast(series))
            end = time.monotonic() + patience
        time.sleep(min(_PAUSE, patience))


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
