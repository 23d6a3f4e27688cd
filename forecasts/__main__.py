"""python -m forecasts FOLDER: compute every forecast that is wanted there, one process at a time, in the background."""

import os
import sys
from pathlib import Path

from filelock import FileLock, Timeout

from forecasts.forecast import forecast
from forecasts.kept import keep, wanted

_POLITENESS = 5


def main(folder: Path) -> int:
    """Compute until nothing is wanted; return 0, also where another process is at work already."""
    if hasattr(os, "nice"):
        os.nice(_POLITENESS)
    try:
        with FileLock(folder / "writer.lock", timeout=0):
            while waiting := wanted(folder):
                for name, series in waiting.items():
                    keep(folder, name, forecast(series))
    except Timeout:
        return 0
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
