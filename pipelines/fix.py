"""The workbook back: the user's own file, its faults painted, explained in comments and listed on an index sheet."""

import tempfile
from dataclasses import replace
from pathlib import Path

from locales import Language
from pipelines.child import MEMORY, run_child, seconds_for
from pipelines.findings import FileRefusedError
from pipelines.reading import Reading
from pipelines.transfer import FIXED, Job, read_reading, write_job, write_reading


def fixed_workbook(path: Path, reading: Reading, language: Language, mapping: str | None = None) -> bytes:
    """Return the file at `path` as xlsx with every fault of its reading painted, explained and listed.

    `mapping` is the text of the mapping file it was read by, if there was one. The file is opened in a child process
    with limits, as it was when it was read. Raises FileRefusedError where the file could not be read at all, or where
    the child went wrong.
    """
    if reading.problem:
        raise FileRefusedError(reading.problem.code, **reading.problem.values)
    seconds = seconds_for(path.stat().st_size)
    with tempfile.TemporaryDirectory(prefix="kulturpuls-") as temporary:
        folder = Path(temporary)
        write_job(Job(str(path.resolve()), reading.file, MEMORY, seconds, mapping), folder)
        write_reading(replace(reading, facts={}, pictures=()), folder)
        if ended := run_child(["pipelines.fix_main", language.code], folder, seconds):
            raise FileRefusedError(ended)
        if problem := read_reading(folder).problem:
            raise FileRefusedError(problem.code, **problem.values)
        return (folder / FIXED).read_bytes()
