"""The process that opens a file and makes sense of it, within limits; started by `pipelines.child` and nobody else."""

import gc
import os
import sys
from importlib import import_module
from pathlib import Path

from pipelines.findings import FileRefusedError
from pipelines.mapping import parse_mapping
from pipelines.open_workbook import open_workbook
from pipelines.reading import Reading
from pipelines.transfer import OUT_OF_MEMORY, Job, read_job, write_reading

if sys.platform != "win32":
    import resource

_LARGEST_OUTPUT = 2 << 30


def main(folder: Path) -> None:
    """Read the job in the folder and leave the reading there; progress goes to stdout, a line a stage."""
    job = read_job(folder)
    limit(job)
    _say(0.1, "opening")
    try:
        reading = _read(job)
        _say(0.95, "checking")
        write_reading(reading, folder)
    except MemoryError:
        # There may be no memory left to unwind with.
        os._exit(OUT_OF_MEMORY)


def _read(job: Job) -> Reading:
    interpret = import_module(job.interpreter).interpret
    try:
        mapping = parse_mapping(job.mapping) if job.mapping is not None else None
        # Millions of new cells and no garbage among them: collecting would only cost time, now and later.
        gc.disable()
        workbook = open_workbook(Path(job.path), job.name, mapping.encoding if mapping else None)
        gc.freeze()
        gc.enable()
        _say(0.4, "reading")
        interpretation = interpret(workbook, mapping, job.known, job.confirmed)
    except FileRefusedError as refusal:
        return Reading(file="", sha256="", problem=refusal.finding)
    return Reading(file="", sha256="", format=workbook.format, **vars(interpretation))


def limit(job: Job) -> None:
    """Set the limits the system enforces; Windows has none of these, so there only the parent's clock ends us."""
    if sys.platform == "win32":
        return
    resource.setrlimit(resource.RLIMIT_AS, (job.memory, job.memory))
    resource.setrlimit(resource.RLIMIT_FSIZE, (_LARGEST_OUTPUT, _LARGEST_OUTPUT))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    # At the first limit a signal that tells time from memory, a few seconds later one that cannot be ignored.
    resource.setrlimit(resource.RLIMIT_CPU, (job.seconds, job.seconds + 5))


def _say(share: float, stage: str) -> None:
    sys.stdout.write(f"{share} {stage}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
