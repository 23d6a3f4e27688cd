"""The declaration that stands on every KPI, and the passport made from it."""

import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal, NotRequired, ParamSpec, TypedDict, Unpack, get_args

from kpis.result import Result

Theme = Literal[
    "growth", "season", "business", "guests", "regenerative", "collaboration", "steps", "quality"
]  # in the order of the catalogue
Direction = Literal["lower", "higher", "context", "band"]
Tier = Literal["headline", "core", "supporting"]
Unit = Literal[
    "visits",
    "fraction",  # shares and growth, 0..1; drawn as per cent
    "percentage_points",  # differences of shares or growth, already times 100
    "index",  # a bare number, mostly 0..1
    "score",  # 0..100 between a floor and a target set by people
    "index_10000",  # a concentration index, 0..10,000
    "ratio",  # times: one figure as a multiple of another
    "months",
    "days",
    "nights",
    "count",  # how many of what the name says
    "label",  # a code whose plain words stand in kpis.labels
    "dkk",
    "nights_per_resident",
    "nights_per_km2",
    "per_100_residents",
    "visits_per_1000_nights",
    "hours_per_1000",  # hours per 1,000 visits
    "kwh_per_visit",
    "kg_per_visit",  # kg CO2e per visit
    "visits_per_hour",
    "per_1000_visits",
    "professions",  # equally large professions
    "score_10",  # a mean on a scale from 1 to 10
    "score_5",  # stars from 1 to 5
    "elasticity",  # per cent of one figure for each per cent more of another
    "points",  # of the Net Promoter Score, -100..100
]
UNITS: tuple[Unit, ...] = get_args(Unit)
THEMES: tuple[Theme, ...] = get_args(Theme)
DIRECTIONS: tuple[Direction, ...] = get_args(Direction)

Parameters = ParamSpec("Parameters")


class Declaration(TypedDict):
    """The fields of `@kpi(...)`; name, question, reading, minimum_data and share_of are gettext msgids.

    `share_of` says after the number what it is a share of, for shares that would else be taken for one another;
    `counted` what a count is of, for one and for many.
    """

    id: str
    number: int
    theme: Theme
    name: str
    unit: Unit
    direction: Direction
    tier: Tier
    question: str
    reading: str
    minimum_data: str
    source: str
    cases: tuple[str, ...]
    share_of: NotRequired[str]
    counted: NotRequired[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Passport:
    """All that is known about one KPI: its declaration, its method note and the function that computes it.

    `cases` are the ids of the worked cases that pin it; `source` uses the short codes of the method page.
    """

    id: str
    number: int
    theme: Theme
    name: str
    unit: Unit
    direction: Direction
    tier: Tier
    question: str
    reading: str
    minimum_data: str
    source: str
    cases: tuple[str, ...]
    method: str
    compute: Callable[..., Result]
    share_of: str = ""
    counted: tuple[str, str] | tuple[()] = ()


_declared: dict[str, Passport] = {}


def kpi(**declaration: Unpack[Declaration]) -> Callable[[Callable[Parameters, Result]], Callable[Parameters, Result]]:
    """Declare the function below as a KPI; its docstring is the method note. The function itself stays as it is."""

    def declare(compute: Callable[Parameters, Result]) -> Callable[Parameters, Result]:
        passport = Passport(**declaration, method=inspect.getdoc(compute) or "", compute=compute)
        earlier = _declared.get(passport.id)
        if earlier and earlier.compute.__module__ != compute.__module__:
            raise ValueError(f"{passport.id} is declared in {earlier.compute.__module__} too")
        _declared[passport.id] = passport
        return compute

    return declare


def declared() -> Mapping[str, Passport]:
    """Every KPI declared so far, by id; `kpis.catalogue` makes sure that this is all of them."""
    return MappingProxyType(_declared)
