"""python -m pipelines: check, load, fix and undo files without the app."""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

import pandas as pd

from locales import LANGUAGES, Language
from pipelines import report
from pipelines.answers_report import as_objects, find_answer
from pipelines.asking import Confirmed
from pipelines.child import read_file
from pipelines.findings import FileRefusedError
from pipelines.fix import fixed_workbook
from pipelines.load import Erasing, load, names_known_to, remembered_answers, undo
from pipelines.reading import KnownNames, Reading
from pipelines.remembered import forget_answer
from pipelines.report_load import loaded_lines, loaded_object
from pipelines.sample_region import load_sample
from pipelines.template import template
from warehouse.connect import StoreBusyError, existing_store, open_store
from warehouse.ledger import CannotUndoError, current_version, read_ledger
from warehouse.remembered import read_remembered
from warehouse.schema import datasets

READ, NOTHING_USED, WRONG_CALL = 0, 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; return 0 where something was read or done, 1 where nothing could be, 2 for a wrong call."""
    options = _parser().parse_args(arguments)
    language = LANGUAGES[options.lang]
    try:
        result: int = options.run(options, language)
    except (FileRefusedError, StoreBusyError, CannotUndoError) as error:
        print(_sentence(error, language), file=sys.stderr)
        return NOTHING_USED
    return result


def _check(options: argparse.Namespace, language: Language) -> int:
    mapping = _text_of(options.mapping)
    known, confirmed = _known()
    readings = [
        read_file(path, mapping, known, confirmed=confirmed, progress=_progress(options)) for path in options.files
    ]
    if options.rows:
        _write_rows(readings, options.rows)
    _print_reports(options, language, [report.as_object(reading, language) for reading in readings])
    if not options.json:
        for reading in readings:
            print("\n".join(report.as_lines(reading, language)))
    return READ if any(reading.facts and not reading.blocked for reading in readings) else NOTHING_USED


def _load(options: argparse.Namespace, language: Language) -> int:
    store = open_store()
    mapping = _text_of(options.mapping)
    by = options.by or language.text("command line")
    erasing: Erasing = "all" if options.erase else "none"
    loads = [load(store, path, by, mapping, erasing=erasing, progress=_progress(options)) for path in options.files]
    ledger = read_ledger(store)
    _print_reports(options, language, [loaded_object(done, ledger, language) for done in loads])
    if not options.json:
        for done in loads:
            print("\n".join(loaded_lines(done, ledger, language)))
    return READ if any(done.upload is not None for done in loads) else NOTHING_USED


def _fix(options: argparse.Namespace, language: Language) -> int:
    if options.out.resolve() == options.file.resolve():
        print(language.text("Give the workbook another name than the file it is made of."), file=sys.stderr)
        return WRONG_CALL
    mapping = _text_of(options.mapping)
    known, confirmed = _known()
    reading = read_file(options.file, mapping, known, confirmed=confirmed, progress=_progress(options))
    options.out.write_bytes(fixed_workbook(options.file, reading, language, mapping))
    _print_reports(options, language, [{**report.as_object(reading, language), "fixed": str(options.out)}])
    if not options.json:
        print("\n".join(report.as_lines(reading, language)))
        print("  " + language.text("The workbook with its faults marked is in {file}.", file=options.out))
    return READ


def _undo(options: argparse.Namespace, language: Language) -> int:
    number = undo(open_store(), options.upload, options.by)
    print(language.text("Upload {number} is undone (event {event}).", number=options.upload, event=number))
    return READ


def _uploads(options: argparse.Namespace, language: Language) -> int:
    ledger = read_ledger(open_store())
    undone = ledger.undone
    rows = [
        {
            "upload": event.upload,
            "file": event.file_name,
            "sha256": event.sha256,
            "by": event.recorded_by,
            "at": event.recorded_at.isoformat(timespec="seconds") + "Z",
            "rows": event.rows,
            "new": event.new,
            "changed": event.changed,
            "same": event.same,
            "erased": event.erased,
            "refused": event.refused,
            "undone_by": undone[event.upload].recorded_by if event.upload in undone else None,
        }
        for event in ledger.loads
    ]
    if options.json:
        print(json.dumps({"uploads": rows}, ensure_ascii=False))
    elif rows:
        print(pd.DataFrame(rows).to_string(index=False))
    else:
        print(language.text("Nothing has been loaded yet."))
    return READ


def _answers(options: argparse.Namespace, language: Language) -> int:
    rows = as_objects(read_remembered(open_store()))
    if options.json:
        print(json.dumps({"answers": rows}, ensure_ascii=False))
    elif rows:
        print(pd.DataFrame(rows)[["number", "key", "answer", "by", "at"]].to_string(index=False))
    else:
        print(language.text("Nothing has been answered yet."))
    return READ


def _forget(options: argparse.Namespace, language: Language) -> int:
    store = open_store()
    line = find_answer(read_remembered(store), options.answer)
    if line is None:
        print(language.text("There is no answer {number}; see the command “answers”.", number=options.answer))
        return NOTHING_USED
    forget_answer(store, line.ask, options.by)
    print(language.text("Answer {number} is forgotten; it is asked for again.", number=line.number))
    return READ


def _template(options: argparse.Namespace, language: Language) -> int:
    *names, out = options.names
    if unknown := [name for name in names if name not in datasets()]:
        print(f"no such dataset: {', '.join(unknown)}; known are {', '.join(datasets())}", file=sys.stderr)
        return WRONG_CALL
    Path(out).write_bytes(template(language, names))
    print(language.text("The template is in {file}.", file=out))
    return READ


def _sample(options: argparse.Namespace, language: Language) -> int:
    if current_version(open_store()):
        print(language.text("The store is in use already; the sample region is loaded into an empty store only."))
        return READ
    loads = load_sample(open_store(), options.by or language.text("command line"), options.until, _progress(options))
    for done in loads:
        print("\n".join(report.as_lines(done.reading, language, done.difference)))
    return READ


def _print_reports(options: argparse.Namespace, _language: Language, objects: list[dict[str, object]]) -> None:
    if options.json:
        print(json.dumps({"files": objects}, ensure_ascii=False))


def _known() -> tuple[KnownNames | None, Confirmed | None]:
    """Return the names and answers of the store, where there is one, so that a file reads as it will be loaded."""
    store = existing_store()
    return (names_known_to(store), remembered_answers(store)) if store else (None, None)


def _text_of(path: Path | None) -> str | None:
    if path is None:
        return None
    try:
        return path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise FileRefusedError("bad_mapping", detail=str(path.name)) from error


def _progress(options: argparse.Namespace):  # type: ignore[no-untyped-def]
    def say(share: float, stage: str) -> None:
        print(f"{share:4.0%} {stage}", file=sys.stderr)

    return None if options.quiet else say


def _write_rows(readings: Sequence[Reading], out: Path) -> None:
    frames = [
        table.to_pandas().assign(file=reading.file, dataset=dataset_id)
        for reading in readings
        for dataset_id, table in reading.facts.items()
    ]
    (pd.concat(frames) if frames else pd.DataFrame()).to_csv(out, index=False)


def _sentence(error: Exception, language: Language) -> str:
    if isinstance(error, FileRefusedError):
        return error.finding.reason(language)
    if isinstance(error, CannotUndoError):
        return language.text("Upload {number} does not exist or is undone already.", number=error.args[0])
    return language.text("Somebody else is loading just now; try again in a moment.")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m pipelines", description=__doc__)
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--lang", choices=sorted(LANGUAGES), default="da")
    common.add_argument("--json", action="store_true", help="one object on standard output")
    common.add_argument("--quiet", action="store_true", help="no progress on standard error")
    commands = parser.add_subparsers(required=True)

    check = commands.add_parser(
        "check", parents=[common], help="read files and report, as a store there may be knows them"
    )
    check.add_argument("files", nargs="+", type=Path)
    check.add_argument("--mapping", type=Path)
    check.add_argument("--rows", type=Path, help="write the accepted facts with their cells to this CSV file")
    check.set_defaults(run=_check)

    loading = commands.add_parser("load", parents=[common], help="read files and store what was accepted")
    loading.add_argument("files", nargs="+", type=Path)
    loading.add_argument("--mapping", type=Path)
    loading.add_argument("--by", help="whose act it is, as shown in the history")
    loading.add_argument("--erase", action="store_true", help="remove the known figures that the file leaves blank")
    loading.set_defaults(run=_load)

    fixing = commands.add_parser("fix", parents=[common], help="write the same workbook with its faults marked")
    fixing.add_argument("file", type=Path)
    fixing.add_argument("out", type=Path, metavar="OUT.xlsx")
    fixing.add_argument("--mapping", type=Path)
    fixing.set_defaults(run=_fix)

    undoing = commands.add_parser("undo", parents=[common], help="undo one upload")
    undoing.add_argument("upload", type=int)
    undoing.add_argument("--by", required=True)
    undoing.set_defaults(run=_undo)

    uploads = commands.add_parser("uploads", parents=[common], help="list what was loaded")
    uploads.set_defaults(run=_uploads)

    answers = commands.add_parser("answers", parents=[common], help="list what was answered about layouts and names")
    answers.set_defaults(run=_answers)

    forgetting = commands.add_parser("forget", parents=[common], help="forget one answer, so that it is asked again")
    forgetting.add_argument("answer", metavar="NUMBER_OR_KEY", help="as listed by the command answers")
    forgetting.add_argument("--by", required=True)
    forgetting.set_defaults(run=_forget)

    sample = commands.add_parser("sample", parents=[common], help="load the invented sample region into an empty store")
    sample.add_argument("--until", metavar="YYYY-MM", help="the last month; the last complete one if left out")
    sample.add_argument("--by", help="whose act it is, as shown in the history")
    sample.set_defaults(run=_sample)

    making = commands.add_parser("template", parents=[common], help="write a template workbook")
    making.add_argument("names", nargs="+", metavar="[DATASET ...] OUT.xlsx", help=f"of {', '.join(datasets())}")
    making.set_defaults(run=_template)
    return parser


if __name__ == "__main__":
    sys.exit(main())
