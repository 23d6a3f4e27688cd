"""python -m access: say who the members are without the app; so is the first admin added."""

import argparse
import getpass
import json
import sys
from collections.abc import Sequence

from access import members
from access.members import Member, MemberError, Rights
from access.reader import RIGHTS, Reader, at_command_line
from access.words import member_fault
from locales import LANGUAGES


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; return 0 where it was done, 1 where it could not be, 2 for a wrong call."""
    options = _parser().parse_args(arguments)
    try:
        options.run(options, at_command_line(options.by or getpass.getuser()))
    except MemberError as error:
        print(member_fault(error, LANGUAGES[options.lang]), file=sys.stderr)
        return 1
    return 0


def _add(options: argparse.Namespace, by: Reader) -> None:
    members.add(options.email, _rights(options), by)


def _role(options: argparse.Namespace, by: Reader) -> None:
    members.change(options.email, _rights(options), by)


def _remove(options: argparse.Namespace, by: Reader) -> None:
    members.remove(options.email, by)


def _sign_out(_options: argparse.Namespace, by: Reader) -> None:
    members.sign_everybody_out(by)


def _list(options: argparse.Namespace, _by: Reader) -> None:
    found = members.all_members()
    if options.json:
        print(json.dumps([_as_object(member) for member in found], ensure_ascii=False, indent=2))
        return
    for member in found:
        removed = f"  removed {member.removed_at}" if member.removed_at else ""
        print(f"{member.email:<40}{members.in_words(member.rights)}{removed}")


def _as_object(member: Member) -> dict[str, object]:
    rights = member.rights
    return {
        "email": member.email,
        "role": rights.role,
        "places": None if rights.places is None else sorted(rights.places),
        "sees_business_figures": rights.sees_business_figures,
        "added_by": member.added_by,
        "added_at": member.added_at,
        "removed_at": member.removed_at,
    }


def _rights(options: argparse.Namespace) -> Rights:
    named = [place.strip() for place in options.places.split(",") if place.strip()]
    return Rights(options.role, None if named == ["all"] else frozenset(named), options.business)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m access", description=__doc__)
    commands = parser.add_subparsers(required=True)
    for name, run in (("add", _add), ("role", _role), ("remove", _remove), ("sign-out", _sign_out), ("list", _list)):
        command = commands.add_parser(name)
        command.set_defaults(run=run)
        command.add_argument("--lang", choices=list(LANGUAGES), default="da")
        command.add_argument("--by", help="your name, for the journal")
        if name in ("add", "role", "remove"):
            command.add_argument("email")
        if name in ("add", "role"):
            command.add_argument("--role", choices=list(RIGHTS), required=True)
            command.add_argument("--places", required=True, help="all, or destination:ID,actor:ID,area:CODE")
            command.add_argument("--business", action="store_true", help="sees figures of fewer than three actors")
        if name == "list":
            command.add_argument("--json", action="store_true")
    return parser


if __name__ == "__main__":
    sys.exit(main())
