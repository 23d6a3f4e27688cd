"""What people of a place have told about working together: role cards, links to other places, what was learned."""

from collections.abc import Iterable
from dataclasses import dataclass

import pandas as pd

from answers.data import Data
from answers.logged import is_later, within
from answers.places import Place, places
from kpis.collaboration.results import Gathering
from warehouse.schema import each_of

KNOWLEDGE = frozenset({"workshop", "sparring"})


@dataclass(frozen=True)
class RoleCard:
    """What an actor does and what it needs from the others, in its own words."""

    actor: str
    does: str
    needs: str
    author: str
    written_on: str | None


@dataclass(frozen=True)
class Link:
    """A link to another place; `told_by_other` where the other place names it, `later` than the year or not."""

    other: str
    kind: str
    theme: str
    learning: str
    since: str | None
    told_by_other: bool
    later: bool = False


def role_cards(data: Data, actors: Iterable[str]) -> tuple[RoleCard, ...]:
    """Return the cards of these actors as they stand now, in the order given."""
    frame = data.frame("profiles")
    told = frame[frame["field"].isin(["i_do", "i_need"]) & frame["text"].notna()]
    cards = []
    for actor in actors:
        mine = told[told["entity"] == actor].set_index("field")
        if len(mine):
            last = mine.sort_values("written_on", na_position="first").iloc[-1]
            texts = mine["text"]
            cards.append(
                RoleCard(
                    actor,
                    str(texts.get("i_do", "")),
                    str(texts.get("i_need", "")),
                    _text(last["author"]),
                    _text(last["written_on"]) or None,
                )
            )
    return tuple(cards)


def links_of(data: Data, place: Place, year: int) -> tuple[Link, ...]:
    """Return the links between the place and others, whoever of the two has told of them; `later` than the year too."""
    frame = data.frame("links")
    names = {known.code: known.name for known in places(data).values() if known.kind == "destination"}
    mine = frame[frame["destination_id"] == place.code]
    theirs = frame[frame["other_place"].isin([place.code, place.name]) & (frame["destination_id"] != place.code)]
    if place.kind != "destination":
        return ()
    return tuple(
        Link(
            names.get(str(row[other]), str(row[other])),
            str(row["kind"]),
            _text(row["theme"]),
            _text(row["learning"]),
            _text(row["begun_on"]) or None,
            other == "destination_id",
            is_later(row["begun_on"], year),
        )
        for told, other in ((mine, "other_place"), (theirs, "destination_id"))
        for _, row in told.iterrows()
    )


def exchanges(data: Data, place: Place, year: int) -> pd.DataFrame:
    """Return the logged meetings where people of the place learned from each other, by day; `later` than the year too.

    What was before the year is left out.
    """
    log = _dated(data, place)
    found = log[log["kind"].isin(KNOWLEDGE) & (log["date"] >= str(year))].sort_values("date", ignore_index=True)
    return found.assign(later=[is_later(day, year) for day in found["date"]])


def gatherings(data: Data, place: Place, year: int) -> list[Gathering] | None:
    """Return the meetings of the year as the KPI counts them; None where nothing at all is logged until its end."""
    if all(is_later(day, year) for day in _dated(data, place)["date"]):
        return None
    met = within(exchanges(data, place, year))
    return [
        Gathering(str(kind), None if pd.isna(came) else int(came))
        for kind, came in zip(met["kind"], met["participants"], strict=True)
    ]


def _dated(data: Data, place: Place) -> pd.DataFrame:
    """The entries with a day that name the place, or one of its actors as having taken part."""
    log = data.frame("log")
    took_part = [bool({*each_of(all_), one} & set(place.actors)) for all_, one in _who(log)]
    here = (log["destination_id"] == place.code) | pd.Series(took_part, index=log.index, dtype=bool)
    return log[here & log["date"].notna()]


def _who(log: pd.DataFrame) -> Iterable[tuple[str | None, str | None]]:
    return zip(log["partners"].where(log["partners"].notna(), None), log["actor_id"], strict=True)


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
