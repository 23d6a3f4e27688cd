"""Forecasts that are kept: one small file for each series, so that a page never waits for one to be computed.

The name of a file is the fingerprint of its series, so a series that changes is computed again and no other.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from forecasts.forecast import Forecast
from forecasts.methods import Band, Outlook
from forecasts.track_record import TrackRecord

VERSION = 3
_ROOT = Path(__file__).resolve().parent.parent
_started: dict[Path, subprocess.Popen[bytes]] = {}


def forecast_of(folder: Path, series: Sequence[float]) -> Forecast | None:
    """Return the forecast of the series, or None where it is not computed yet."""
    kept = folder / f"{fingerprint(series)}.json"
    return _read(kept) if kept.exists() else None


def ask_for(folder: Path, several: Iterable[Sequence[float]]) -> None:
    """Ask another process, one for all of them, for the forecasts of these series."""
    folder.mkdir(parents=True, exist_ok=True)
    for series in several:
        wish = folder / f"{fingerprint(series)}.wanted"
        if not wish.exists():
            _write(wish, list(series))
    _start(folder)


def fingerprint(series: Sequence[float]) -> str:
    """Return the name of a series: the same for the same figures under the same version of the method."""
    return sha256(json.dumps([VERSION, *series]).encode()).hexdigest()[:32]


def keep(folder: Path, name: str, forecast: Forecast) -> None:
    """Keep the forecast of the series of that name, which is wanted no longer."""
    folder.mkdir(parents=True, exist_ok=True)
    _write(folder / f"{name}.json", asdict(forecast))
    (folder / f"{name}.wanted").unlink(missing_ok=True)


def wanted(folder: Path) -> dict[str, list[float]]:
    """Return the series that wait for their forecast, by name."""
    return {path.stem: json.loads(path.read_text("utf-8")) for path in sorted(folder.glob("*.wanted"))}


def _start(folder: Path) -> None:
    """Start the process that computes, unless the one we started is at work; it ends at once where another's is."""
    running = _started.get(folder)
    if running is not None and running.poll() is None:
        return
    _started[folder] = subprocess.Popen(
        [sys.executable, "-m", "forecasts", str(folder)],
        cwd=_ROOT, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip


def _write(path: Path, content: object) -> None:
    """Write whole or not at all: readers never see half a file."""
    unfinished = path.with_suffix(f".{os.getpid()}.part")
    unfinished.write_text(json.dumps(content), "utf-8")
    unfinished.replace(path)


@lru_cache(maxsize=500)
def _read(path: Path) -> Forecast:
    told = json.loads(path.read_text("utf-8"))
    ahead = told["ahead"]
    bands = {int(level): Band(tuple(band["low"]), tuple(band["high"])) for level, band in ahead["bands"].items()}
    records = [_record(told[name]) for name in ("record", "record_of_last_year_again")]
    return Forecast(told["method"], Outlook(tuple(ahead["points"]), bands), *records)


def _record(told: dict[str, Any]) -> TrackRecord:
    return TrackRecord(**{**told, "latest": tuple(told["latest"]), "year_misses": tuple(told["year_misses"])})
