"""python -m board send|list|link|revoke|rotate|export: sent pages and their links, without the app."""

import argparse
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from access.acts import NotAllowedError
from access.reader import LOCAL_ANALYST
from answers.data import open_data
from answers.places import all_places
from board import links
from board.composition import Composition, usual_composition
from board.drawings import NO_CHROME, CannotDrawError
from board.exporting import export
from board.exports import FORMATS
from board.links import USUAL_DAYS, NewLink, NoSuchLinkError
from board.pages_sent import NoSuchPageError, pages_in_scope
from board.parts.asked import UnknownPlaceError
from board.send import send
from locales import Language, language
from warehouse.connect import open_store

DONE, REFUSED, WRONG_CALL = 0, 1, 2
# Whoever can run a command on this machine is its analyst.
BY = LOCAL_ANALYST


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command: 0 done, 1 there is no such page, link or place, 2 wrong call."""
    options = _parser().parse_args(arguments)
    spoken = language(options.lang)
    commands: Mapping[str, Callable[[argparse.Namespace, Language], None]] = {
        "send": _send,
        "list": _list,
        "link": _link,
        "revoke": _revoke,
        "rotate": _rotate,
        "export": _export,
    }
    try:
        commands[options.command](options, spoken)
    except (UnknownPlaceError, NoSuchPageError, NoSuchLinkError) as error:
        print(spoken.text("There is no {what}.", what=error.args[0]), file=sys.stderr)
        return REFUSED
    except (NotAllowedError, CannotDrawError, OSError) as error:
        print(f"{type(error).__name__}: {error}", file=sys.stderr)
        return REFUSED
    except ValueError as error:
        print(error, file=sys.stderr)
        return WRONG_CALL
    return DONE


def _send(options: argparse.Namespace, spoken: Language) -> None:
    data = open_data(open_store())
    if options.composition:
        composition = Composition.from_json(options.composition.read_text("utf-8"))
    elif options.place and options.year:
        place = next(
            (one.id for one in all_places(data).values() if options.place in (one.id, one.code)), options.place
        )
        composition = usual_composition(options.title or options.place, place, options.year, options.lang)
    else:
        raise ValueError(spoken.text("Name a composition, or a place and a year."))
    sent = send(composition, data, BY, options.days, _password(options))
    if not sent.is_drawn:
        print(spoken.text(NO_CHROME), file=sys.stderr)
    print(spoken.text("Page {page} is sent.", page=sent.page))
    _tell(sent.link, spoken)


def _tell(link: NewLink, spoken: Language) -> None:
    print(spoken.text("Link {link}, until {day}; it is shown this once:", link=link.id, day=link.expires_at.date()))
    print(link.address)


def _list(_options: argparse.Namespace, spoken: Language) -> None:
    found = links.links(BY)
    for page in pages_in_scope(BY):
        print(f"{page.id}  {page.sent_at:%Y-%m-%d %H:%M}  {page.title}")
        for link in (one for one in found if one.page == page.id):
            state = (
                spoken.text("revoked") if link.revoked_at else spoken.text("until {day}", day=link.expires_at.date())
            )
            opened = spoken.plural("opened {n} time", "opened {n} times", link.opens)
            print(f"    {link.id}  {state}, {opened}")


def _link(options: argparse.Namespace, spoken: Language) -> None:
    _tell(links.make_link(options.page, BY, options.days, _password(options)), spoken)


def _revoke(options: argparse.Namespace, spoken: Language) -> None:
    links.revoke(options.link, BY)
    print(spoken.text("Link {link} shows nothing any more.", link=options.link))


def _rotate(options: argparse.Namespace, spoken: Language) -> None:
    _tell(links.rotate(options.link, BY, options.days, _password(options)), spoken)


def _export(options: argparse.Namespace, spoken: Language) -> None:
    name = options.format or options.out.suffix.removeprefix(".")
    if name not in FORMATS:
        raise ValueError(spoken.text("The formats are {names}.", names=spoken.listed(FORMATS)))
    options.out.write_bytes(export(options.page, name, BY))


def _password(options: argparse.Namespace) -> str:
    """The first line of standard input, so that it stands in no history and no list of processes."""
    return sys.stdin.readline().strip() if options.password else ""


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m board", description=__doc__)
    parser.add_argument("--lang", choices=("da", "en"), default="da")
    commands = parser.add_subparsers(dest="command", required=True)
    sending = commands.add_parser("send", help="freeze a page, keep it and make its first link")
    sending.add_argument("--composition", type=Path, help="a composition as JSON; else a place and a year")
    sending.add_argument("--place")
    sending.add_argument("--year", type=int)
    sending.add_argument("--title")
    commands.add_parser("list", help="sent pages with their links")
    linking = commands.add_parser("link", help="another link to a page")
    linking.add_argument("page", type=int)
    revoking = commands.add_parser("revoke", help="let a link show nothing any more")
    revoking.add_argument("link", type=int)
    rotating = commands.add_parser("rotate", help="revoke a link and make another to the same page")
    rotating.add_argument("link", type=int)
    for making in (sending, linking, rotating):
        making.add_argument("--days", type=int, default=USUAL_DAYS)
        making.add_argument("--password", action="store_true", help="read one from standard input")
    exporting = commands.add_parser("export", help="a sent page as a file")
    exporting.add_argument("page", type=int)
    exporting.add_argument("out", type=Path)
    exporting.add_argument("--format", choices=tuple(FORMATS), help="else by the ending of the file")
    return parser


if __name__ == "__main__":
    sys.exit(main())
