"""Reads files one by one as the app does, each in a process of its own, and tells what came of each and what it took.

python -m tests.corpus.each_file FILE ... prints one JSON object a file; `peak` is the most memory of the process in MB.
"""

import json
import os
import resource
import sys
import tempfile
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path

from locales import LANGUAGES
from pipelines.child import MEMORY
from pipelines.child_main import main
from pipelines.reading import Reading
from pipelines.transfer import Job, read_reading, write_job

_SECONDS = 60


def _read(path: Path) -> dict[str, object]:
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        write_job(Job(str(path), path.name, MEMORY, _SECONDS), folder)
        process = os.fork()
        if process == 0:
            # What the process says of its progress is not ours to pass on.
            with redirect_stdout(StringIO()):
                main(folder)
            status = Path("/proc/self/status").read_text("ascii")
            (folder / "peak").write_text(status.split("VmHWM:")[1].split()[0], "ascii")
            os._exit(0)
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        _, status_code = os.waitpid(process, 0)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        told: dict[str, object] = {"name": path.name, "exit": status_code, "seconds": round(spent, 2)}
        if status_code:
            return told
        return {**told, "peak": int((folder / "peak").read_text("ascii")) >> 10, **_said(read_reading(folder))}


def _said(reading: Reading) -> dict[str, object]:
    refusal = reading.refusal
    return {
        "code": refusal.code if refusal else None,
        "sentences": [refusal.reason(language) for language in LANGUAGES.values()] if refusal else [],
        "values": dict(refusal.values) if refusal else {},
        "cells": vars(reading.cells),
        "rows": dict(reading.rows),
        "refused": [[finding.place, finding.code] for finding in reading.refused],
        "left_out": sorted({finding.code for finding in reading.ignored}),
        "questions": [finding.code for finding in reading.questions],
    }


if __name__ == "__main__":
    for name in sys.argv[1:]:
        # In a terminal or a pipe, each line as soon as it is known: the next file may be the one that kills.
        sys.stdout.write(json.dumps(_read(Path(name))) + "\n")
        sys.stdout.flush()
