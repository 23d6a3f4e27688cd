"""The changed numbers of a page by what changed them: one correction is told once, its most important number first."""

from collections.abc import Sequence
from typing import NamedTuple

from board.changes import Change
from kpis.catalogue import catalogue
from kpis.declare import Tier

_TIERS: tuple[Tier, ...] = ("headline", "core", "supporting")


class Group(NamedTuple):
    """What changed some numbers, in words, and those numbers."""

    why: str
    changes: tuple[Change, ...]


def grouped(found: Sequence[Change], year: int) -> tuple[Group, ...]:
    """Return the changes by their causes, the most important first; `year` is the one that the page is about."""
    groups: dict[str, list[Change]] = {}
    for change in sorted(found, key=lambda one: _rank(one.key, year)):
        groups.setdefault(change.why, []).append(change)
    return tuple(Group(why[:1].upper() + why[1:], tuple(changes)) for why, changes in groups.items())


def _rank(key: str, year: int) -> int:
    """The figures of the year by their tier, then what stands beside them, then months and other years."""
    _, period, name, *part = [*key.split("|"), "", ""][:4]
    passport = catalogue().get(name)
    if passport is None or period != str(year):
        return len(_TIERS) + 1
    return len(_TIERS) if any(part) else _TIERS.index(passport.tier)
