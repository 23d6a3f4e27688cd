"""Official areas by level: country, region, province, municipality; the levels of one column are never added up."""

import tomllib
from collections.abc import Collection, Mapping
from enum import IntEnum
from functools import cache

from babel import Locale

from locales import LANGUAGES, plain_name
from warehouse.schema import SCHEMA_FOLDER


class Level(IntEnum):
    """How much an area covers, the most first."""

    UNION = 0
    COUNTRY = 1
    REGION = 2
    PROVINCE = 3
    MUNICIPALITY = 4


@cache
def _declared() -> Mapping[str, Mapping[str, list[str]]]:
    return tomllib.loads((SCHEMA_FOLDER / "_areas.toml").read_text("utf-8"))


@cache
def _levels() -> Mapping[str, Level]:
    """Return plain spelling or code -> level; where a region and a place in it share a name, the larger."""
    found: dict[str, Level] = {}
    for level in (Level.MUNICIPALITY, Level.PROVINCE, Level.REGION, Level.COUNTRY):
        for code, names in _declared()[level.name.casefold()].items():
            found |= dict.fromkeys((code, *map(plain_name, names)), level)
    for language in LANGUAGES:
        for code, name in Locale.parse(language).territories.items():
            if code.isalpha():
                found[plain_name(name)] = Level.COUNTRY
    return found


def level_of(area: str) -> Level | None:
    """Return the level of an official area, by code or name in Danish or English; None for any other."""
    said = area.strip().casefold()
    if said.startswith(tuple(_declared()["union"]["openings"])):
        return Level.UNION
    bare = said.removesuffix(" kommune").removesuffix(" municipality")
    return _levels().get(said) or _levels().get(plain_name(bare))


def one_level(areas: Collection[str]) -> frozenset[str]:
    """Return those of the areas whose figures may be added: of areas that contain each other only the largest.

    A union of countries overlaps other unions, so it counts only alone. An area we do not know is taken for
    a small one.
    """
    levels = {area: level_of(area) or Level.MUNICIPALITY for area in areas}
    top = min((level for level in levels.values() if level is not Level.UNION), default=Level.UNION)
    return frozenset(area for area, level in levels.items() if level is top)
