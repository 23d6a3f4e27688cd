"""A view as it stands in the address: place, year and language. What is wrong in it is told, not dropped in silence."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from itertools import chain
from urllib.parse import parse_qsl

from answers.data import Data
from answers.overview import counted_years, default_year
from answers.panel import panel_of
from answers.places import Place, all_places, places
from locales import Language, language
from warehouse.schema import datasets

PLACE, YEAR, LANGUAGE, KPI, FORECAST = "place", "year", "lang", "kpi", "forecast"


@dataclass(frozen=True)
class View:
    """What is looked at; `dropped` holds the parameters that could not be followed, with what they said."""

    language: Language
    place: Place | None
    year: int | None
    dropped: Mapping[str, str]


def read_view(data: Data, parameters: Mapping[str, str]) -> View:
    """Return the view of these parameters; the first place and its last whole year where they name none.

    What is asked for and not there is told as dropped, unless nothing is there at all.
    """
    known = all_places(data)
    dropped: dict[str, str] = {}
    wanted = parameters.get(PLACE)
    place = known.get(wanted) if wanted else None
    if wanted and place is None and known:
        dropped[PLACE] = wanted
    place = place or first_place(data)
    years = years_of(data, place) if place else ()
    year = (default_year(panel_of(data, place)) if place else None) or next(reversed(years), None)
    if told := parameters.get(YEAR):
        if told.isdecimal() and int(told) in years:
            year = int(told)
        elif known:
            dropped[YEAR] = told
    if (code := parameters.get(LANGUAGE)) and code not in ("da", "en"):
        dropped[LANGUAGE] = code
    return View(language(parameters.get(LANGUAGE)), place, year, dropped)


def first_place(data: Data) -> Place | None:
    """Return the place that a page without one in its address opens with: the first that has most to tell."""
    known = places(data).values()
    counted = (place for place in known if not panel_of(data, place).is_empty)
    told = (place for place in known if _told_of(data, place))
    return next(chain(counted, told, known), None)


def years_of(data: Data, place: Place) -> tuple[int, ...]:
    """Return the years that a view of the place may be of: those with a month of guests.

    Where no month is known, those that guests or income are told of by the quarter or the year, so that each figure can
    say why there is none. A place of which nothing is told is opened to be written about: this year, or one of others.
    """
    return panel_of(data, place).years or _told_of(data, place) or _of_anybody(data)


def has_figures(data: Data, place: Place) -> bool:
    """True where visits, nights or income of the place are told at all."""
    return not panel_of(data, place).is_empty or bool(_told_of(data, place))


def _told_of(data: Data, place: Place) -> tuple[int, ...]:
    return data.remember(("years told of", place.id), lambda: _look_up_told(data, place))


def _look_up_told(data: Data, place: Place) -> tuple[int, ...]:
    years: set[int] = set()
    for dataset_id, own in (("visits", place.actors), ("revenue", place.actors), ("nights", (place.area,))):
        frame = data.frame(dataset_id)
        here = frame[frame[datasets()[dataset_id].keys[0].id].isin(own)]
        years |= {int(period[:4]) for period in here["period"]}
    return tuple(sorted(years))


def _of_anybody(data: Data) -> tuple[int, ...]:
    return tuple(sorted({*counted_years(data), date.today().year}))


def parse_query(query: str) -> dict[str, str]:
    """Return the parameters of a page's own query string, with or without its question mark."""
    return dict(parse_qsl(query.lstrip("?")))
