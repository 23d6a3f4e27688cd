"""The process that opens a file a second time to give it back, within limits; started by `pipelines.fix` only."""

import os
import sys
from dataclasses import replace
from pathlib import Path

from locales import LANGUAGES, Language
from pipelines.child_main import limit
from pipelines.findings import FileRefusedError
from pipelines.fix_workbook import fix_workbook
from pipelines.mapping import parse_mapping
from pipelines.transfer import FIXED, OUT_OF_MEMORY, read_job, read_reading, write_reading


def main(folder: Path, language: Language) -> None:
    """Leave the fixed workbook of the job in the folder, or a reading with the problem that stood in the way."""
    job = read_job(folder)
    limit(job)
    reading = replace(read_reading(folder), file=job.name)
    try:
        encoding = parse_mapping(job.mapping).encoding if job.mapping is not None else None
        (folder / FIXED).write_bytes(fix_workbook(Path(job.path), reading, language, encoding))
    except FileRefusedError as refusal:
        write_reading(replace(reading, problem=refusal.finding), folder)
    except MemoryError:
        # There may be no memory left to unwind with.
        os._exit(OUT_OF_MEMORY)


if __name__ == "__main__":
    main(Path(sys.argv[2]), LANGUAGES[sys.argv[1]])
