"""The working groups and business networks of a place, and beside what they tell what is measured of their members."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import combinations
from math import comb

import pandas as pd

from access.reader import Reader
from answers.compare import year_counts
from answers.data import Data
from answers.network import Pair, everybody_asked, ties_in
from answers.panel import panel_of, whole_panel
from answers.places import Place
from kpis.result import Result, Undefined
from kpis.season.change import offseason_share
from warehouse.schema import each_of

# Of fewer members nothing is measured: the figure would be that of single houses.
FEWEST = 3
_MOST_SUGGESTED = 3


@dataclass(frozen=True)
class MembersSeason:
    """The off-season share of the `reporting` members who told every month of the year; `share` is None of too few."""

    reporting: int
    share: Result | None


@dataclass(frozen=True)
class MembersTies:
    """The confirmed ties among the members; None of too few asked.

    How many members were `asked` is told to the DMO's own readers alone; `untried` are pairs of different sectors that
    have no tie to each other yet.
    """

    confirmed: int | None
    asked: int | None
    untried: tuple[Pair, ...]

    @property
    def possible(self) -> int | None:
        """How many ties there could be among those who were asked."""
        return None if self.asked is None else comb(self.asked, 2)


@dataclass(frozen=True)
class Group:
    """One group as it tells of itself, "" where it does not; its meetings, the latest first; what is measured."""

    id: str
    name: str
    kind: str
    gathers_by: str
    gathers: str
    purpose: str
    members: tuple[str, ...]
    convenor: str
    combination: str
    begun_on: str
    ended_on: str
    destination_id: str
    meetings: pd.DataFrame
    season: MembersSeason
    ties: MembersTies


@dataclass(frozen=True)
class Groups:
    """The groups of a place, and the off-season share of all who count their visits there."""

    groups: tuple[Group, ...]
    share_of_place: Result


def groups(data: Data, place: Place, year: int, reader: Reader) -> Groups:
    """Return the groups of a place, or of an actor, as they stand now; what is measured of them is of the year."""
    key = ("groups", place.id, year, reader.sees_business_figures)
    return data.remember(key, lambda: _groups(data, place, year, reader))


def _groups(data: Data, place: Place, year: int, reader: Reader) -> Groups:
    found = []
    for row in data.frame("groups").sort_values("name").to_dict("records"):
        told = {str(name): value if isinstance(value, str) else "" for name, value in row.items()}
        members = each_of(told.pop("members"))
        if set(members) & set(place.actors) or (place.kind == "destination" and told["destination_id"] == place.code):
            group_id = told.pop("group_id")
            found.append(
                Group(
                    group_id,
                    members=members,
                    meetings=_meetings(data, group_id),
                    season=_season(data, members, year),
                    ties=_ties(data, members, year, reader),
                    **told,
                )
            )
    return Groups(tuple(found), _share(data, place, year))


def _meetings(data: Data, group_id: str) -> pd.DataFrame:
    log = data.frame("log")
    return log[log["group_id"] == group_id].sort_values("date", ascending=False, ignore_index=True)


def _share(data: Data, place: Place, year: int) -> Result:
    panel = panel_of(data, place)
    return (
        offseason_share(year_counts(panel, year).counts) if panel.measure == "visits" else Undefined("visits_missing")
    )


def _season(data: Data, members: Collection[str], year: int) -> MembersSeason:
    whole = whole_panel(data, "visits").of(members).year(year).without_gaps()
    told = [name for name, row in zip(whole.reporters, whole.known, strict=True) if row.all()]
    share = offseason_share(year_counts(whole.of(told), year).counts) if len(told) >= FEWEST else None
    return MembersSeason(len(told), share)


def _ties(data: Data, members: Collection[str], year: int, reader: Reader) -> MembersTies:
    confirmed = {tie.pair for tie in ties_in(data, year) if tie.is_confirmed}
    asked = everybody_asked(data) & set(members)
    if len(asked) < FEWEST:
        return MembersTies(None, None, ())
    among = {pair for pair in confirmed if set(members).issuperset(pair)}
    known = asked if reader.sees_business_figures else asked & {actor for pair in confirmed for actor in pair}
    told = len(asked) if reader.sees_business_figures else None
    return MembersTies(len(among), told, tuple(_untried(data, known, year))[:_MOST_SUGGESTED])


def _untried(data: Data, members: Collection[str], year: int) -> Iterator[Pair]:
    """Give the pairs of members of different sectors without a tie of any kind, in the order of their codes."""
    tied = {tie.pair for tie in ties_in(data, year)}
    actors = data.frame("actors").set_index("actor_id")["sector"]
    for pair in combinations(sorted(members), 2):
        one, other = (actors.get(code) for code in pair)
        if pair not in tied and isinstance(one, str) and isinstance(other, str) and one != other:
            yield pair
