"""The places one can look at: micro-destinations, and every actor or area that belongs to none yet.

A place of its own stays one until somebody puts it in a destination.
"""

import unicodedata
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import Literal

import pandas as pd

from answers.data import Data

Kind = Literal["destination", "actor", "area"]

_DANISH_ORDER = str.maketrans("æøå", "{|}")


@dataclass(frozen=True)
class Place:
    """One place; `id` is "kind:code" and never changes. Numbers are None where nobody has told them.

    `inside` is the name of the destination that an actor belongs to.
    """

    id: str
    code: str
    kind: Kind
    name: str
    actors: tuple[str, ...] = ()
    area: str | None = None
    province: str | None = None
    residents: float | None = None
    area_km2: float | None = None
    beds: float | None = None
    latitude: float | None = None
    longitude: float | None = None
    inside: str | None = None


def places(data: Data) -> Mapping[str, Place]:
    """Return every place by id: those of its own last, each group in the order of the alphabet."""
    return data.remember("places", lambda: _places(data))


def all_places(data: Data) -> Mapping[str, Place]:
    """Return the places and, after them, every actor that belongs to one: a museum has a page of its own too."""

    def look() -> Mapping[str, Place]:
        found = places(data)
        inside = [
            replace(_actor(data, actor), inside=place.name)
            for place in found.values()
            if place.kind == "destination"
            for actor in place.actors
        ]
        return {**found, **{place.id: place for place in sorted(inside, key=_by_name)}}

    return data.remember("all places", look)


def actor_names(data: Data) -> Mapping[str, str]:
    """Return the name of every known actor by id, in the order of the alphabet; who has none is called by its id."""

    def look() -> Mapping[str, str]:
        frame = data.frame("actors")
        named = {str(code): str(name or code) for code, name in zip(frame["actor_id"], frame["name"], strict=True)}
        known = {**{code: code for code in _actors_with_figures(data)}, **named}
        return dict(sorted(known.items(), key=lambda pair: alphabet(pair[1])))

    return data.remember("actor names", look)


def entity_names(data: Data) -> Mapping[str, str]:
    """Return the name of every place and every known actor by its code."""
    return data.remember(
        "entity names",
        lambda: {**{place.code: place.name for place in places(data).values()}, **actor_names(data)},
    )


def concerned(data: Data, place: Place) -> frozenset[str]:
    """Return every name under which a note or a profile may speak of the place."""
    names = actor_names(data)
    own = (place.code, place.area, place.name, *place.actors, *(names.get(actor, actor) for actor in place.actors))
    return frozenset({"all", *filter(None, own)})


def _places(data: Data) -> dict[str, Place]:
    areas = _areas_with_figures(data)
    members = _members(data)
    declared = {str(row["destination_id"]): row for row in _rows(data.frame("destinations"))}
    found = _without_shadows(
        [_destination(code, declared.get(code, {}), members.get(code, ()), areas) for code in {**declared, **members}]
    )
    claimed = {place.area for place in found}
    at_home = {actor for actors in members.values() for actor in actors}
    alone = [_actor(data, code) for code in _actors_with_figures(data) if code not in at_home]
    alone += [Place(f"area:{code}", code, "area", code, area=code) for code in areas if code not in claimed]
    ordered = [*sorted(found, key=_by_name), *sorted(alone, key=_by_name)]
    return {place.id: place for place in ordered}


def _members(data: Data) -> dict[str, tuple[str, ...]]:
    """Return the actors of each destination that somebody has put an actor in, in the order of the alphabet."""
    actors, names = data.frame("actors"), actor_names(data)
    home = {str(a): str(d) for a, d in zip(actors["actor_id"], actors["destination_id"], strict=True) if d}
    members: dict[str, tuple[str, ...]] = {}
    for actor in sorted(home, key=lambda code: alphabet(names.get(code, code))):
        members[home[actor]] = (*members.get(home[actor], ()), actor)
    return members


def alphabet(name: str) -> str:
    """Return the key that sorts a name as in Danish, where æ, ø and å come last."""
    return unicodedata.normalize("NFC", name).casefold().translate(_DANISH_ORDER)


def _by_name(place: Place) -> str:
    return alphabet(place.name)


def _without_shadows(found: list[Place]) -> list[Place]:
    """Drop the places that stand only for an area which another place has claimed."""
    claimed = {place.area for place in found if place.area != place.code}
    return [place for place in found if place.actors or place.area != place.code or place.code not in claimed]


def _rows(frame: pd.DataFrame) -> list[dict[str, object]]:
    return [{str(key): value for key, value in row.items()} for row in frame.to_dict("records")]


def _destination(code: str, row: Mapping[str, object], actors: tuple[str, ...], areas: Collection[str]) -> Place:
    """One micro-destination; `row` is empty where only its actors name it, and without an area code its own may be."""
    return Place(
        id=f"destination:{code}",
        code=code,
        kind="destination",
        name=_text(row.get("name")) or code,
        actors=actors,
        area=_text(row.get("area_code")) or (code if code in areas else None),
        province=_text(row.get("landsdel")),
        residents=_number(row.get("residents")),
        area_km2=_number(row.get("area_km2")),
        beds=_number(row.get("beds")),
        latitude=_number(row.get("latitude")),
        longitude=_number(row.get("longitude")),
    )


def _actor(data: Data, code: str) -> Place:
    """One actor as a place of its own."""
    rows = data.remember("actor rows", lambda: {row["actor_id"]: row for row in _rows(data.frame("actors"))})
    row = rows.get(code, {})
    return Place(
        f"actor:{code}",
        code,
        "actor",
        actor_names(data).get(code, code),
        actors=(code,),
        latitude=_number(row.get("latitude")),
        longitude=_number(row.get("longitude")),
    )


def _actors_with_figures(data: Data) -> tuple[str, ...]:
    def look() -> tuple[str, ...]:
        parts = [data.frame(name)["actor_id"] for name in ("visits", "opening", "revenue", "sustainability")]
        return tuple(sorted(pd.concat(parts).unique()))

    return data.remember("actors with figures", look)


def _areas_with_figures(data: Data) -> tuple[str, ...]:
    return tuple(sorted(data.frame("nights")["area_code"].unique()))


def _text(value: object) -> str | None:
    return str(value) if isinstance(value, str) and value else None


def _number(value: object) -> float | None:
    return None if value is None or pd.isna(value) else float(str(value))  # type: ignore[call-overload]
