"""What a command costs: seconds on the clock, seconds of computing, and the memory of the process that reads."""

import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

_GLANCE = 0.02
_PEAK = "VmHWM:"
_READER = b"pipelines.child_main"


@dataclass(frozen=True)
class Cost:
    """What a command printed, and its cost; memory in MB. The computing includes that of the process that reads.

    `memory` is the most that the command or a process it started held.
    """

    output: str
    seconds: float
    cpu: float
    reader_memory: float
    memory: float


def cost_of(arguments: list[str], environment: Mapping[str, str]) -> Cost:
    """Run `python -m ARGUMENTS` from the root of the project; raises CalledProcessError where it fails."""
    root = Path(__file__).resolve().parents[1]
    command = [sys.executable, "-m", *arguments]
    with tempfile.TemporaryFile("w+") as output:
        began = time.monotonic()
        process = subprocess.Popen(command, cwd=root, env={**os.environ, **environment}, stdout=output)
        watched = _Watch(process.pid)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.monotonic() - began
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise subprocess.CalledProcessError(process.returncode, command)
        output.seek(0)
        return Cost(output.read(), seconds, usage.ru_utime + usage.ru_stime, watched.peak(), usage.ru_maxrss / 1024)


class _Watch:
    """Looks at the children of a process while it runs, for the most memory a reader among them held."""

    def __init__(self, pid: int) -> None:
        self._pid = pid
        self._peak = 0
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._look)
        self._thread.start()

    def _look(self) -> None:
        while not self._over.wait(_GLANCE):
            for child in _children(self._pid):
                self._peak = max(self._peak, _peak_of(child))

    def peak(self) -> float:
        """End the watch and return the peak in MB."""
        self._over.set()
        self._thread.join()
        return self._peak / 1024


def _children(pid: int) -> Iterator[int]:
    for listed in Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            yield from map(int, listed.read_text().split())
        except OSError:
            return


def _peak_of(pid: int) -> int:
    """The most memory the reading process has held, in kB; 0 where it is gone or, just forked, is still its parent."""
    try:
        status = Path(f"/proc/{pid}/status").read_text()
        if _READER not in Path(f"/proc/{pid}/cmdline").read_bytes():
            return 0
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in status.splitlines() if line.startswith(_PEAK)), 0)


def cpu_seconds(pid: int) -> float:
    """Return the computing time of a running process so far, threads that have ended included.

    Linux gives every process a CPU clock; its number is made of the process id (see clock_getcpuclockid(3)).
    """
    return time.clock_gettime((~pid << 3) | 2)
