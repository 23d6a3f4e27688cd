"""The command line of the KPIs: `python -m kpis show`, `list` and `check`."""

import argparse
import json
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from access.reader import LOCAL_ANALYST
from answers.data import Data, open_data
from answers.forecast import coming_year, keep_coming_year
from answers.forecast_ground import main_subject
from answers.panel import panel_of
from answers.places import all_places
from answers.show import all_answers, as_values
from answers.view import PLACE, YEAR, View, parse_query, read_view, years_of
from kpis.catalogue import catalogue
from kpis.declare import Passport
from kpis.oracle_adapters import ADAPTERS
from kpis.oracles import Outcome, read_cases, run_case
from kpis.result import plain
from warehouse.connect import open_store

NOT_PRINTED = {"compute"}


def _line(outcome: Outcome) -> str:
    words = f": {'; '.join(outcome.differences)}" if outcome.differences else ""
    return f"{outcome.case.id} ({outcome.case.kpi}) {outcome.state}{words}"


def check(options: argparse.Namespace) -> int:
    """Run the worked cases; print each that does not pass, then the count. 0: all passed, 1: not all, 2: no file."""
    try:
        cases = read_cases(options.oracles)
    except (OSError, ValueError) as error:
        print(error, file=sys.stderr)
        return 2
    chosen = [case for case in cases if not options.only or case.id.startswith(options.only)]
    outcomes = [run_case(case, ADAPTERS) for case in chosen]
    failed = [outcome for outcome in outcomes if outcome.state != "passed"]
    for outcome in failed:
        print(_line(outcome))
    print(f"{len(outcomes) - len(failed)} passed, {len(failed)} failed")
    return 1 if failed else 0


def _as_json(passport: Passport) -> dict[str, object]:
    fields = (field for field in Passport.__dataclass_fields__ if field not in NOT_PRINTED)
    return {field: plain(getattr(passport, field)) for field in fields}


def list_passports(options: argparse.Namespace) -> int:
    """Print the passport of every KPI, one line each, or all of it as JSON."""
    passports = catalogue().values()
    if options.json:
        print(json.dumps([_as_json(passport) for passport in passports], ensure_ascii=False, indent=2))
        return 0
    for passport in passports:
        print(f"{passport.number:>3}  {passport.id:<28}{passport.tier:<12}{passport.unit:<24}{passport.name}")
    return 0


def show(options: argparse.Namespace) -> int:
    """Print every KPI of a place and year. 0: printed, 1: there is no such place or year."""
    as_of = options.as_of.astimezone(UTC).replace(tzinfo=None) if options.as_of else None
    data = open_data(open_store(), as_of)
    view = read_view(data, _asked(options))
    if view.dropped or view.place is None or view.year is None:
        print(f"nothing to show: {_what_is_missing(data, view)}", file=sys.stderr)
        return 1
    reader = LOCAL_ANALYST
    keep_coming_year(data, coming_year(data, view.place, main_subject(data, view.place), reader))
    values = as_values(all_answers(data, view.place, view.year, reader), panel_of(data, view.place).measure)
    if options.json:
        meta = {
            "place": view.place.id,
            "name": view.place.name,
            "year": view.year,
            "as_of": str(options.as_of or "now"),
            "time": datetime.now(UTC).isoformat(timespec="seconds"),
            "data_version": data.version,
        }
        print(json.dumps({"meta": meta, "values": values}, ensure_ascii=False))
        return 0
    print(f"{view.place.name} ({view.place.id}), {view.year}")
    for answer in values:
        told = answer["reason"] if answer["value"] is None else answer["value"]
        print(f"{answer['id']:<28}{told!s:<28}{answer['unit']:<22}{answer['period']}")
    return 0


def _what_is_missing(data: Data, view: View) -> str:
    """Say why a view shows nothing: the store, the place, its figures or its year."""
    if not all_places(data):
        return "the store holds no figures yet; load a workbook first"
    if PLACE in view.dropped or view.place is None:
        return f"the store knows no place {view.dropped.get(PLACE, '')}; the page Overview lists those it knows"
    years, name = years_of(data, view.place), f"{view.place.name} ({view.place.id})"
    if YEAR in view.dropped:
        return f"{name} has nothing for {view.dropped[YEAR]}, only for {', '.join(map(str, years))}"
    return ", ".join(f"{parameter}={value} is not known" for parameter, value in view.dropped.items())


def _asked(options: argparse.Namespace) -> dict[str, str]:
    if options.view is not None:
        return parse_query(options.view)
    place = f"destination:{options.destination}" if options.destination else f"actor:{options.actor}"
    return {PLACE: place, **({YEAR: options.year} if options.year else {})}


def _prefixes(text: str) -> tuple[str, ...]:
    return tuple(prefix for prefix in text.split(",") if prefix)


def parser() -> argparse.ArgumentParser:
    """The command line with its subcommands; each sets `run` to the function that does it."""
    command_line = argparse.ArgumentParser(prog="kpis", description="What each number means, and whether it is right.")
    commands = command_line.add_subparsers(required=True, metavar="COMMAND")

    checking = commands.add_parser("check", help="compute worked cases and compare")
    checking.add_argument("oracles", type=Path, metavar="ORACLES.json")
    checking.add_argument("--only", type=_prefixes, default=(), metavar="PREFIX[,PREFIX]", help="cases by start of id")
    checking.set_defaults(run=check)

    showing = commands.add_parser("show", help="every KPI of a place and year, as on the pages")
    place = showing.add_mutually_exclusive_group(required=True)
    place.add_argument("--destination", metavar="ID")
    place.add_argument("--actor", metavar="ID", help="an actor that belongs to no destination yet")
    place.add_argument("--view", metavar="QUERY", help="a page's own query string")
    showing.add_argument("--year", metavar="Y")
    showing.add_argument("--as-of", type=datetime.fromisoformat, metavar="TIME", help="as known then, ISO 8601")
    showing.add_argument("--json", action="store_true")
    showing.set_defaults(run=show)

    listing = commands.add_parser("list", help="the passports of all KPIs")
    listing.add_argument("--json", action="store_true", help="everything in the passports, as JSON")
    listing.set_defaults(run=list_passports)
    return command_line


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one subcommand and give its exit code; a wrong call exits with 2."""
    options = parser().parse_args(arguments)
    return int(options.run(options))


if __name__ == "__main__":
    sys.exit(main())
