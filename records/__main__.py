"""python -m records: read the journal, print its head to keep elsewhere, and see whether it is as it was written."""

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import asdict

from locales import LANGUAGES, Language
from records import journal
from records.journal import as_head, head_text

HOLDS, BROKEN, WRONG_CALL = 0, 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; return 0, 1 where the journal is not as it was written, 2 for a wrong call."""
    options = _parser().parse_args(arguments)
    result: int = options.run(options, LANGUAGES[options.lang])
    return result


def _journal(options: argparse.Namespace, _language: Language) -> int:
    wanted = {name: getattr(options, name) for name in ("act", "by", "outcome") if getattr(options, name)}
    found = [entry for entry in journal.entries() if wanted.items() <= asdict(entry).items()]
    if options.json:
        print(json.dumps({"entries": [asdict(entry) for entry in found]}, ensure_ascii=False))
        return HOLDS
    for entry in found:
        print(
            entry.number, entry.at, entry.act, entry.outcome, entry.by, entry.role, entry.about, entry.detail, sep="\t"
        )
    return HOLDS


def _head(options: argparse.Namespace, _language: Language) -> int:
    number, seal = journal.head()
    print(json.dumps({"number": number, "seal": seal}) if options.json else head_text((number, seal)))
    return HOLDS


def _verify(options: argparse.Namespace, language: Language) -> int:
    wrong = journal.verify(options.head)
    if options.json:
        print(json.dumps({"holds": wrong is None, "first_wrong": wrong, "entries": journal.count()}))
    elif wrong is None:
        print(language.plural("{n} line, all as written.", "{n} lines, all as written.", journal.count()))
    else:
        print(language.text("Line {number} is not as it was written.", number=wrong))
    return HOLDS if wrong is None else BROKEN


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m records", description=__doc__)
    parser.add_argument("--lang", choices=LANGUAGES, default="da")
    commands = parser.add_subparsers(required=True)
    listing = commands.add_parser("journal", help="every act, the newest first")
    for name in ("--act", "--by"):
        listing.add_argument(name)
    listing.add_argument("--outcome", choices=("done", "refused"))
    listing.set_defaults(run=_journal)
    commands.add_parser("head", help="what to keep elsewhere").set_defaults(run=_head)
    verifying = commands.add_parser("verify", help="whether every line is as it was written")
    verifying.add_argument("--head", type=as_head, help="a head that was kept elsewhere, NUMBER:SEAL")
    verifying.set_defaults(run=_verify)
    for command in commands.choices.values():
        command.add_argument("--json", action="store_true")
    return parser


if __name__ == "__main__":
    sys.exit(main())
