"""The invented region as declared in region.toml and actors.toml."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pandas as pd

FOLDER = Path(__file__).parent
EVERY_PLACE = "*"


@dataclass(frozen=True)
class Growth:
    """Growth a year as a fraction: June to August, and the other months."""

    peak: float
    offpeak: float


@dataclass(frozen=True)
class NightsPattern:
    """How nights go: a first year's level, its season, the Danes among them, and nights a stay."""

    yearly: int
    season: str
    danish: float
    danish_summer: float
    stay: float


@dataclass(frozen=True)
class Place:
    """One invented micro-destination."""

    id: str
    name: str
    area_code: str
    residents: int
    residents_date: date
    area_km2: float
    beds: int
    latitude: float
    longitude: float
    note: str
    growth: Growth
    nights: NightsPattern


@dataclass(frozen=True)
class Actor:
    """One invented actor; what it has not been asked is None."""

    id: str
    name: str
    place: Place
    sector: str
    type: str
    certification: str | None = None
    cert_valid_to: date | None = None
    access: str | None = None
    active_from: date | None = None

    def active(self, months: list[pd.Period]) -> list[pd.Period]:
        """Return those of the months in which the actor existed."""
        first = self.active_from
        return months if first is None else [month for month in months if month.end_time.date() >= first]


@dataclass(frozen=True)
class VisitPattern:
    """How an actor's visits go and are counted; `easter` is the part of a year that comes around Easter Sunday."""

    actor: Actor
    workbook: str
    yearly: int
    season: str
    opening: str
    capacity: int
    method: str
    paying: float | None = None
    markets: str | None = None
    easter: float = 0.02
    months_late: int = 0


@dataclass(frozen=True)
class RevenuePattern:
    """How an actor's income goes: a profile of economy.toml, DKK a year that follow no visits, growth of the shop."""

    actor: Actor
    workbook: str
    profile: str
    grant_public: int = 0
    grant_private: int = 0
    membership: int = 0
    cost: int = 0
    shop_yearly: float = 0.0


@dataclass(frozen=True)
class UsePattern:
    """Which metrics of care.toml an actor reports, at what scale, and which of them it estimates."""

    actor: Actor
    profiles: list[str]
    scale: float
    estimates: list[str]


@dataclass(frozen=True)
class Note:
    """Something that happened to a place, an actor or every place, and what it did to the visits counted."""

    entity: str
    kind: str
    start: date
    text: str
    end: date | None = None
    visits_factor: float = 1.0

    def covers(self, month: pd.Period) -> bool:
        """True where the month holds a day of the note."""
        return month.end_time.date() >= self.start and (self.end is None or month.start_time.date() <= self.end)


@dataclass(frozen=True)
class Opening:
    """Days open a week in the low, shoulder and high months, and hours a day."""

    low: int
    shoulder: int
    high: int
    hours: float


@dataclass(frozen=True)
class MarketShare:
    """One market's part of a first year's visits, how much more of it comes in summer, and its change a year."""

    share: float
    summer: float
    yearly: float


@dataclass(frozen=True)
class GuestParts:
    """What else the desk asks of its guests, as parts of all: pupils, under 18, and who sent those who can say."""

    education: float
    under_18: float
    channels: Mapping[str, float]


@dataclass(frozen=True)
class Region:
    """Everything declared about the invented region; patterns by the id of their actor."""

    name: str
    area_code: str
    first_month: str
    places: tuple[Place, ...]
    actors: tuple[Actor, ...]
    visits: Mapping[str, VisitPattern]
    revenue: Mapping[str, RevenuePattern]
    sustainability: Mapping[str, UsePattern]
    notes: tuple[Note, ...]
    season: Mapping[str, list[float]]
    opening: Mapping[str, Opening]
    markets: Mapping[str, Mapping[str, MarketShare]]
    guests: Mapping[str, GuestParts]
    covid: Mapping[str, Any]
    reference: Mapping[str, Any]


def declared(name: str) -> dict[str, Any]:
    """Return one of the sample's TOML files, such as "care"."""
    return tomllib.loads((FOLDER / f"{name}.toml").read_text("utf-8"))


@cache
def region() -> Region:
    """Return the invented region, read once."""
    found = declared("region")
    places = {place["id"]: _place(place) for place in found["place"]}
    reports = declared("actors")["actor"]
    patterns = {name: {one["id"]: one.pop(name) for one in reports if name in one} for name in _PATTERNS}
    actors = {one["id"]: Actor(**{**one, "place": places[one["place"]]}) for one in reports}
    return Region(
        name=found["name"],
        area_code=found["area_code"],
        first_month=found["first_month"],
        places=tuple(places.values()),
        actors=tuple(actors.values()),
        notes=tuple(Note(**note) for note in found["note"]),
        season=found["season"],
        opening={name: Opening(**week) for name, week in found["opening"].items()},
        markets={name: _shares(shares) for name, shares in found["markets"].items()},
        guests={name: GuestParts(**parts) for name, parts in found["guests"].items()},
        covid=found["covid"],
        reference=found["reference"],
        **{
            name: {actor: _PATTERNS[name](actor=actors[actor], **pattern) for actor, pattern in by_actor.items()}
            for name, by_actor in patterns.items()
        },
    )


_PATTERNS: Mapping[str, Any] = {"visits": VisitPattern, "revenue": RevenuePattern, "sustainability": UsePattern}


def _place(found: dict[str, Any]) -> Place:
    return Place(**{**found, "growth": Growth(**found["growth"]), "nights": NightsPattern(**found["nights"])})


def _shares(found: dict[str, Any]) -> dict[str, MarketShare]:
    return {market: MarketShare(**share) for market, share in found.items()}
