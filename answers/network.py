"""Who works with whom in a place: its actors, its DMO and its municipality, and the ties between them in a year."""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

import pandas as pd

from answers.data import Data
from answers.places import Place

Pair = tuple[str, str]

PUBLIC, TOURISM = "public", "tourism"
_DMO = re.compile(r"\bdmo\b|destinationsselskab|destinationsorganisation|destination management", re.IGNORECASE)


@dataclass(frozen=True)
class Tie:
    """One tie of one kind between two actors; who has not been asked about it has said None."""

    a: str
    b: str
    kind: str
    said_a: bool | None = None
    said_b: bool | None = None
    gives_a: str = ""
    gives_b: str = ""

    @property
    def pair(self) -> Pair:
        """The two, in the order of their codes."""
        return (self.a, self.b) if self.a < self.b else (self.b, self.a)

    @property
    def is_confirmed(self) -> bool:
        """True where both say that it is there."""
        return self.said_a is True and self.said_b is True

    @property
    def is_denied(self) -> bool:
        """True where somebody says that it is not there and nobody that it is."""
        return False in (self.said_a, self.said_b) and True not in (self.said_a, self.said_b)

    @property
    def claims(self) -> list[Pair]:
        """Who says that it is there, and about whom."""
        said = ((self.said_a, (self.a, self.b)), (self.said_b, (self.b, self.a)))
        return [claim for yes, claim in said if yes]


@dataclass(frozen=True)
class Network:
    """The network of a place; `asked` are those of its members who have answered for any tie.

    `counted` are those its measures count: who was not asked is unknown, and a single actor is no network.
    """

    members: tuple[str, ...]
    counted: frozenset[str]
    asked: frozenset[str]
    dmo: str | None
    sectors: Mapping[str, str | None]
    ties: tuple[Tie, ...]
    outward: tuple[Tie, ...]

    @cached_property
    def confirmed(self) -> list[Pair]:
        """The pairs with a tie that both confirm, each once."""
        return sorted({tie.pair for tie in self.ties if tie.is_confirmed})

    @property
    def inside(self) -> list[Pair]:
        """The confirmed pairs of two counted actors."""
        return [pair for pair in self.confirmed if self.counted.issuperset(pair)]

    @property
    def isolates(self) -> tuple[str, ...]:
        """Those who were asked and have no confirmed tie."""
        tied = {actor for pair in self.confirmed for actor in pair}
        return tuple(actor for actor in self.members if actor in self.counted - tied)

    @property
    def not_asked(self) -> tuple[str, ...]:
        """The members that nobody has asked."""
        return tuple(actor for actor in self.members if actor not in self.asked)

    @property
    def without_those_outside(self) -> "Network":
        """The same without those who stand outside and those nobody has asked, so that none of them is named."""
        hidden = {*self.isolates, *self.not_asked}
        return replace(
            self,
            members=tuple(actor for actor in self.members if actor not in hidden),
            ties=tuple(tie for tie in self.ties if not hidden & {*tie.pair}),
            outward=tuple(tie for tie in self.outward if not hidden & {*tie.pair}),
        )

    def with_ties(self, ties: Iterable[Tie]) -> "Network":
        """The same actors with other ties."""
        return replace(self, ties=tuple(ties))


def network_of(data: Data, place: Place, year: int) -> Network:
    """Return the network of a place in a year; for a single actor, that actor and its partners."""
    return data.remember(("network", place.id, year), lambda: _network(data, place, year))


def network_before(data: Data, place: Place, year: int) -> Network:
    """Return the actors of the network of a year with the ties that they had the year before."""
    now = network_of(data, place, year)
    own = frozenset(now.members if place.kind == "destination" else place.actors)
    return now.with_ties(
        tie for tie in ties_in(data, year - 1) if own & {*tie.pair} and set(now.members).issuperset(tie.pair)
    )


def _network(data: Data, place: Place, year: int) -> Network:
    actors = _active(data, year)
    own = tuple(actor for actor in place.actors if actor in actors.index)
    ties = [tie for tie in ties_in(data, year) if set(own) & {tie.a, tie.b}]
    if place.kind == "destination":
        members = own + _serving(actors, own, ties)
        between_hubs = [tie for tie in ties_in(data, year) if not set(own) & {tie.a, tie.b}]
        ties += [tie for tie in between_hubs if set(members).issuperset(tie.pair)]
    else:
        members = own + tuple(sorted({actor for tie in ties for actor in tie.pair} - set(own)))
    asked = everybody_asked(data) & set(members)
    return Network(
        members,
        asked if place.kind == "destination" else asked & set(own),
        asked,
        next((actor for actor in members if is_dmo(actors, actor)), None),
        {actor: _sector(actors, actor) for actor in members},
        tuple(tie for tie in ties if set(members).issuperset(tie.pair)),
        tuple(tie for tie in ties if not set(members).issuperset(tie.pair)),
    )


def _serving(actors: pd.DataFrame, own: tuple[str, ...], ties: Collection[Tie]) -> tuple[str, ...]:
    """The DMO and the authorities from outside that have a tie to the place; an only DMO is everybody's."""
    tied = {actor for tie in ties for actor in tie.pair}
    dmos = [str(actor) for actor in actors.index if is_dmo(actors, str(actor))]
    public = [str(actor) for actor in actors.index if _sector(actors, str(actor)) == PUBLIC]
    serving = [actor for actor in dmos if len(dmos) == 1 or actor in tied] + [one for one in public if one in tied]
    return tuple(actor for actor in serving if actor not in own)


def is_dmo(actors: pd.DataFrame, actor: str) -> bool:
    """True where the actor, one of a frame by code, is an organisation for a destination."""
    kind = actors["actor_type"].get(actor)
    return _sector(actors, actor) == TOURISM and isinstance(kind, str) and _DMO.search(kind) is not None


def _sector(actors: pd.DataFrame, actor: str) -> str | None:
    sector = actors["sector"].get(actor)
    return sector if isinstance(sector, str) and sector else None


def _active(data: Data, year: int) -> pd.DataFrame:
    actors = data.frame("actors")
    gone = (actors["active_to"] < f"{year}-01-01") | (actors["active_from"] > f"{year}-12-31")
    return actors[~gone].set_index("actor_id")


def everybody_asked(data: Data) -> frozenset[str]:
    """Return everybody who has said yes or no to any tie."""

    def look() -> frozenset[str]:
        frame = data.frame("partnerships")
        answers = (("actor_a", "confirmed_a"), ("actor_b", "confirmed_b"))
        return frozenset(str(actor) for who, said in answers for actor in frame.loc[frame[said].notna(), who])

    return data.remember("asked about ties", look)


def ties_in(data: Data, year: int) -> tuple[Tie, ...]:
    """Return every tie that stood on any day of the year and is not denied; a tie told from both ends is one."""

    def look() -> tuple[Tie, ...]:
        frame = data.frame("partnerships")
        gone = (frame["end"] < f"{year}-01-01") | (frame["start"] > f"{year}-12-31")
        found: dict[tuple[Pair, str], Tie] = {}
        for row in frame[~gone].to_dict("records"):
            tie = _tie({str(name): value for name, value in row.items()})
            key = (tie.pair, tie.kind)
            found[key] = _joined(found[key], tie) if key in found else tie
        return tuple(tie for tie in found.values() if not tie.is_denied)

    return data.remember(("ties", year), look)


def _tie(row: Mapping[str, object]) -> Tie:
    said_a, said_b = (None if pd.isna(row[name]) else row[name] == 1 for name in ("confirmed_a", "confirmed_b"))  # type: ignore[call-overload]
    gives_a, gives_b = (str(row[name] or "") for name in ("gives_a", "gives_b"))
    return Tie(str(row["actor_a"]), str(row["actor_b"]), str(row["tie_type"]), said_a, said_b, gives_a, gives_b)


def _joined(one: Tie, other: Tie) -> Tie:
    """One tie of two rows about the same pair; a yes counts before a no, and a no before nothing."""
    turned = other if other.a == one.a else Tie(
        other.b, other.a, other.kind, other.said_b, other.said_a, other.gives_b, other.gives_a
    )  # fmt: skip
    return replace(
        one,
        said_a=_stronger((one.said_a, turned.said_a)),
        said_b=_stronger((one.said_b, turned.said_b)),
        gives_a=one.gives_a or turned.gives_a,
        gives_b=one.gives_b or turned.gives_b,
    )


def _stronger(answers: Iterable[bool | None]) -> bool | None:
    said = [answer for answer in answers if answer is not None]
    return any(said) if said else None
