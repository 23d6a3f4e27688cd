"""Reads a file in a process of its own, because some small files kill, stall or swell whatever parses them."""

import hashlib
import logging
import os
import re
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from queue import Empty, SimpleQueue

from pipelines.asking import Confirmed
from pipelines.findings import Finding
from pipelines.personal import masked
from pipelines.reading import KnownNames, Reading
from pipelines.transfer import OUT_OF_MEMORY, Job, read_reading, write_job

Progress = Callable[[float, str], None]

MEMORY = 3 << 30
_SECONDS = 30
_SECONDS_PER_MB = 6
# Time on the clock for each second of computing: the machine may be busy with others.
_PATIENCE = 2

_ROOT = Path(__file__).resolve().parents[1]
_ERRORS = "errors.txt"
_STAGE = re.compile(rb"([01]\.[0-9]{1,3}) ([a-z]{1,20})")
_LONGEST_LINE = 100
_KILLED, _OUT_OF_TIME = -9, -24
_MEMORY_SIGNS = ("memory allocation of", "bad_alloc", "MemoryError")
_LOG = logging.getLogger("kulturpuls.pipelines")


def read_file(
    path: Path,
    mapping: str | None = None,
    known: KnownNames | None = None,
    *,
    confirmed: Confirmed | None = None,
    name: str | None = None,
    progress: Progress | None = None,
) -> Reading:
    """Read a file: open it, find its tables, and account for every filled cell. Never raises for what is in the file.

    `mapping` is the text of a mapping file; `known` the names to recognise; `confirmed` what a person has answered;
    `name` what people call the file; `progress` is called with a share from 0 to 1 and the code of a stage. Where the
    whole file cannot be used, the reading's `problem` says why.
    """
    started = time.monotonic()
    shown = masked(name or path.name)
    try:
        with path.open("rb") as file:
            sha256 = hashlib.file_digest(file, "sha256").hexdigest()
        size = path.stat().st_size
    except OSError:
        return Reading(file=shown, sha256="", problem=Finding("not_found", values={"name": shown}))
    job = Job(str(path.resolve()), shown, MEMORY, seconds_for(size), mapping, known or {}, confirmed or {})
    reading = run(job, progress or _nobody)
    return replace(reading, file=shown, sha256=sha256, seconds=round(time.monotonic() - started, 3))


def seconds_for(size: int) -> int:
    """Return how many seconds of computing a file of so many bytes may take."""
    return _SECONDS + _SECONDS_PER_MB * (size >> 20)


def run(job: Job, progress: Progress) -> Reading:
    """Run one job in a child process, which is gone and its files removed when this returns."""
    with tempfile.TemporaryDirectory(prefix="kulturpuls-") as temporary:
        folder = Path(temporary)
        write_job(job, folder)
        ended = run_child(["pipelines.child_main"], folder, job.seconds, progress)
        try:
            return Reading(file="", sha256="", problem=Finding(ended)) if ended else read_reading(folder)
        except (ValueError, KeyError, TypeError, OSError) as fault:
            return Reading(file="", sha256="", problem=Finding(_dead("reader_died", 0, repr(fault))))


def run_child(module: Sequence[str], folder: Path, seconds: int, progress: Progress | None = None) -> str:
    """Run a module of ours, given with its arguments, over what lies in a folder, and end it after so many seconds.

    Returns "" where it ended well, else the code that says why not; that also stands in the log.
    """
    with (folder / _ERRORS).open("wb") as errors:
        child = subprocess.Popen(
            [sys.executable, "-m", *module, str(folder)],
            cwd=_ROOT,
            env=_environment(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=errors,
            start_new_session=True,
        )
    try:
        in_time = _watch(child, time.monotonic() + seconds * _PATIENCE, progress or _nobody)
    finally:
        _end(child)
    if in_time and child.returncode == 0:
        return ""
    words = (folder / _ERRORS).read_text(encoding="utf-8", errors="replace")
    return _dead(_cause(child.returncode, words, in_time=in_time), child.returncode, words.strip().rpartition("\n")[2])


def _environment() -> dict[str, str]:
    """Return the little the child needs: no address of a store, no secret, one thread.

    The pool of Arrow that comes with its package asks the system for every large piece anew, which costs a large file
    0.3 s and 40 MB.
    """
    kept = {
        key: os.environ[key]
        for key in ("PATH", "LANG", "LC_ALL", "TZ", "TMPDIR", "TEMP", "SYSTEMROOT")
        if key in os.environ
    }
    return kept | {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "ARROW_DEFAULT_MEMORY_POOL": "system"}


def _watch(child: subprocess.Popen[bytes], deadline: float, progress: Progress) -> bool:
    """Pass on the child's progress until it ends; False where the deadline came first."""
    lines: SimpleQueue[bytes] = SimpleQueue()
    threading.Thread(target=_listen, args=(child, lines), daemon=True).start()
    try:
        while line := lines.get(timeout=max(0.0, deadline - time.monotonic())):
            if told := _stage(line):
                progress(*told)
        child.wait(max(0.1, deadline - time.monotonic()))
    except (Empty, subprocess.TimeoutExpired):
        return False
    return True


def _listen(child: subprocess.Popen[bytes], lines: SimpleQueue[bytes]) -> None:
    """Put every line of the child in the queue, and an empty one when it has closed; a pipe cannot wait everywhere."""
    if child.stdout:
        with child.stdout as stream:
            while line := stream.readline(_LONGEST_LINE):
                lines.put(line)
    lines.put(b"")


def _stage(line: bytes) -> tuple[float, str] | None:
    match = _STAGE.fullmatch(line.strip())
    return (float(match[1]), match[2].decode()) if match else None


def _end(child: subprocess.Popen[bytes]) -> None:
    """Make sure the child and whatever it started are gone."""
    if child.poll() is None:
        if sys.platform == "win32":
            child.kill()
        else:
            os.killpg(child.pid, signal.SIGKILL)
        child.wait()


def _cause(code: int, errors: str, *, in_time: bool) -> str:
    if not in_time or code == _OUT_OF_TIME:
        return "took_too_long"
    # The system kills a process with SIGKILL when memory runs out; our own limit shows in what was written last.
    if code in (OUT_OF_MEMORY, _KILLED) or any(sign in errors for sign in _MEMORY_SIGNS):
        return "too_much_memory"
    return "reader_died"


def _dead(code: str, exit_code: int, last_words: str) -> str:
    _LOG.warning("a file was not read: %s, exit code %s, %r", code, exit_code, last_words[:300])
    return code


def _nobody(_share: float, _stage: str) -> None:
    """Stands in where nobody wants to hear of progress."""
