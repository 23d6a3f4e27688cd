"""A view as it stands in the address: place, year and language. What is wrong in it is told, not dropped in silence."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import parse_qsl

from answers.data import Data
from answers.overview import default_year
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
    """Return the place that a page without one in its address opens with: the first that has figures."""
    counted = next((place for place in places(data).values() if not panel_of(data, place).is_empty), None)
    return counted or next((place for place in places(data).values() if years_of(data, place)), None)


def years_of(data: Data, place: Place) -> tuple[int, ...]:
    """Return the years that a view of the place may be of: those with a month of guests.

    Where no month is known, those that guests or income are told of by the quarter or the year, so that each figure can
    say why there is none.
    """
    return panel_of(data, place).years or data.remember(("years told of", place.id), lambda: _told_of(data, place))


def _told_of(data: Data, place: Place) -> tuple[int, ...]:
    years: set[int] = set()
    for dataset_id, own in (("visits", place.actors), ("revenue", place.actors), ("nights", (place.area,))):
        frame = data.frame(dataset_id)
        here = frame[frame[datasets()[dataset_id].keys[0].id].isin(own)]
        years |= {int(period[:4]) for period in here["period"]}
    return tuple(sorted(years))


def parse_query(query: str) -> dict[str, str]:
    """Return the parameters of a page's own query string, with or without its question mark."""
    return dict(parse_qsl(query.lstrip("?")))
