"""python -m warehouse: whether the store holds what its ledger says; copy it with its records, put a copy back."""

import argparse
import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path

import duckdb

from locales import LANGUAGES, Language, mark
from warehouse.backup import SharedStoreError, back_up, restore
from warehouse.connect import Store, StoreAddress, existing_store, open_store
from warehouse.ledger import read_ledger
from warehouse.verify import Fault, verify

HOLDS, BROKEN, WRONG_CALL = 0, 1, 2
_SENTENCES: Mapping[str, str] = {
    "file_missing": mark("Upload {upload}: its workbook is not kept."),
    "file_changed": mark("Upload {upload}: its workbook is not the one that was loaded."),
    "facts_differ": mark("Upload {upload}: facts that are there: {found}, facts the ledger tells of: {told}."),
    "number_missing": mark("Upload {upload} is missing from the ledger."),
    "unknown_upload": mark("Of upload {upload}, which the ledger does not know, there are facts: {found}."),
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; return 0, 1 where the store is not as its ledger says, 2 where nothing could be done."""
    options = _parser().parse_args(arguments)
    language = LANGUAGES[options.lang]
    try:
        result: int = options.run(options, language)
    except SharedStoreError:
        told = language.text("A store on PostgreSQL is copied with pg_dump, and the folder of its data beside it.")
    except FileExistsError as error:
        told = language.text("{path} is there already; nothing is overwritten.", path=str(error.filename or error))
    except FileNotFoundError as error:
        told = language.text("There is no copy of a store in {path}.", path=str(error))
    except duckdb.Error as error:
        told = language.text("The store cannot be read: {why}", why=str(error))
    else:
        return result
    print(told, file=sys.stderr)
    return WRONG_CALL


def _verify(options: argparse.Namespace, language: Language) -> int:
    store = existing_store()
    if store is None:
        print(language.text("There is no store yet."), file=sys.stderr)
        return WRONG_CALL
    return _told_of(store, options, language)


def _told_of(store: Store, options: argparse.Namespace, language: Language) -> int:
    faults, uploads = verify(store), len(read_ledger(store).events)
    if options.json:
        print(json.dumps({"holds": not faults, "uploads": uploads, "faults": [asdict(fault) for fault in faults]}))
    elif faults:
        print("\n".join(_sentence(fault, language) for fault in faults))
    else:
        print(language.plural("{n} upload, all as the ledger says.", "{n} uploads, all as the ledger says.", uploads))
    return BROKEN if faults else HOLDS


def _sentence(fault: Fault, language: Language) -> str:
    return language.text(_SENTENCES[fault.wrong], **asdict(fault))


def _back_up(options: argparse.Namespace, language: Language) -> int:
    store = existing_store()
    if store is None:
        print(language.text("There is no store yet."), file=sys.stderr)
        return WRONG_CALL
    back_up(store, options.folder)
    return _told_of(Store(StoreAddress.of(options.folder)), options, language)


def _restore(options: argparse.Namespace, language: Language) -> int:
    restore(options.folder, StoreAddress.of())
    return _told_of(open_store(), options, language)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m warehouse", description=__doc__)
    parser.add_argument("--lang", choices=LANGUAGES, default="da")
    commands = parser.add_subparsers(required=True)
    commands.add_parser("verify", help="whether every workbook and fact is there").set_defaults(run=_verify)
    copying = commands.add_parser("backup", help="copy store and records into a new folder, and verify the copy")
    copying.set_defaults(run=_back_up)
    putting = commands.add_parser("restore", help="put a copy where there is no store, and verify it")
    putting.set_defaults(run=_restore)
    for command in (copying, putting):
        command.add_argument("folder", type=Path)
    for command in commands.choices.values():
        command.add_argument("--json", action="store_true")
    return parser


if __name__ == "__main__":
    sys.exit(main())
