"""What a file would change in the figures: every KPI of the places and years it touches, before and after."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from access.reader import Reader
from answers.answer import Answer
from answers.data import Data
from answers.panel import Measure, panel_of
from answers.places import Place, places
from answers.show import all_answers
from kpis.growth.forecast import BEING_COMPUTED
from kpis.result import Undefined
from warehouse.compare import Touched

# How many places and years are worked out; beyond that a page would make its reader wait.
MOST_VIEWS = 24


@dataclass(frozen=True)
class ImpactOnFigure:
    """One KPI of a place and year that differs; `before` is None where the place was not there."""

    place: Place
    year: int
    measure: Measure
    before: Answer | None
    after: Answer


@dataclass(frozen=True)
class Impact:
    """What differs in the places and years looked at, and how many more the file touches."""

    figures: tuple[ImpactOnFigure, ...]
    looked_at: int
    not_looked_at: int


def impact(before: Data, after: Data, touched: Iterable[Touched], reader: Reader) -> Impact:
    """Return every figure that is another one in `after` than in `before`, for the places and years touched."""
    views = list(dict.fromkeys(views_of(after, touched)))
    found = [
        figure
        for place, year in views[:MOST_VIEWS]
        for figure in _of_view(before, after, places(after)[place], year, reader)
    ]
    return Impact(tuple(found), min(len(views), MOST_VIEWS), max(0, len(views) - MOST_VIEWS))


def views_of(data: Data, touched: Iterable[Touched]) -> Iterable[tuple[str, int]]:
    """Give the id of the place and the year of each name touched, the latest years first."""
    homes = _homes(data)
    for one in sorted(touched, key=lambda one: -(one.year or 0)):
        home = homes.get((one.kind, one.code))
        if home is None:
            continue
        years = [one.year] if one.year is not None else panel_of(data, places(data)[home]).years[-1:]
        for year in years:
            yield home, year


def _homes(data: Data) -> Mapping[tuple[str, str], str]:
    """Return the place in which each destination, actor and area is seen."""
    homes: dict[tuple[str, str], str] = {}
    for place in places(data).values():
        homes[place.kind, place.code] = place.id
        homes |= {("actor", actor): place.id for actor in place.actors}
        if place.area is not None:
            homes.setdefault(("area", place.area), place.id)
    return homes


def _of_view(before: Data, after: Data, place: Place, year: int, reader: Reader) -> list[ImpactOnFigure]:
    measure = panel_of(after, place).measure
    earlier = places(before).get(place.id)
    old = all_answers(before, earlier, year, reader) if earlier else {}
    return [
        ImpactOnFigure(place, year, measure, old.get(kpi_id), new)
        for kpi_id, new in all_answers(after, place, year, reader).items()
        if _differs(old.get(kpi_id), new)
    ]


def _differs(old: Answer | None, new: Answer) -> bool:
    """True where a figure appears, goes or becomes another; another reason for having none is no figure.

    What is still to be computed has not gone.
    """
    if new.result == BEING_COMPUTED:
        return False
    before = None if old is None or isinstance(old.result, Undefined) else old.result
    after = None if isinstance(new.result, Undefined) else new.result
    return before != after
