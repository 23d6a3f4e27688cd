"""The growth potential of a place: a profile of six parts first, one number second. It is our own design.

Each part is scored from 0 at a floor to 100 at a target. The board sets them in the sheet Targets, with a floor and a
ceiling for the code of the part; where it has not, the defaults below stand in, and the page says so.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

import pandas as pd

from access.reader import Reader
from answers.answer import Answer, number_of
from answers.business import business
from answers.data import Data
from answers.growth import growth
from answers.guests import guests
from answers.markets import markets
from answers.panel import panel_of
from answers.places import Place, places
from answers.yearly_reference import prices_of
from kpis.business.real_growth import real_revenue_growth
from kpis.composite import goalpost_score, rank_intervals
from kpis.growth.potential import Indicator, growth_potential_index
from kpis.ratios import percent
from kpis.result import Result, Undefined, Value

DEFAULTS_SET_ON = date(2026, 11, 1)
DEFAULTS: Mapping[str, tuple[float, float]] = {
    "relative_growth_gap": (-5.0, 5.0),
    "offpeak_headroom": (0.0, 100.0),
    "effective_markets": (1.0, 5.0),
    "real_revenue_per_visit_growth": (-5.0, 5.0),
    "enquiry_conversion": (0.0, 30.0),
    "satisfaction_mean": (7.0, 9.5),
}


@dataclass(frozen=True)
class Goalposts:
    """Where a part scores 0 and where 100; `owner` is who set them, "" where they are our defaults."""

    floor: float
    target: float
    owner: str = ""
    reason: str = ""
    decided_on: str = ""

    @property
    def is_default(self) -> bool:
        """True where the board has not set them."""
        return not self.owner


@dataclass(frozen=True)
class Part:
    """One part of the profile: its figure in its own unit, its goalposts and its score, or why it has none.

    `answer` is what the figure was made from.
    """

    id: str
    figure: Result
    goalposts: Goalposts
    score: Result
    answer: Answer


@dataclass(frozen=True)
class Potential:
    """The profile of a place in a year and the index made of it."""

    place: Place
    year: int
    parts: tuple[Part, ...]
    answer: Answer


def potential(data: Data, place: Place, year: int, reader: Reader) -> Potential:
    """Return the growth potential of a place, of the parts that this reader may see."""
    key = ("potential", place.id, year, reader.sees_business_figures)
    return data.remember(key, lambda: _potential(data, place, year, reader))


def _potential(data: Data, place: Place, year: int, reader: Reader) -> Potential:
    parts = tuple(
        _part(part, *made, goalposts_of(data, place, year, part))
        for part, made in _figures(data, place, year, reader).items()
    )
    indicators = [Indicator(one.id, number_of(one.figure), one.goalposts.floor, one.goalposts.target) for one in parts]
    answer = Answer(
        "growth_potential_index",
        growth_potential_index(indicators),
        str(year),
        rests_on=tuple(one.answer for one in parts if not isinstance(one.figure, Undefined)),
    )
    return Potential(place, year, parts, answer)


def _part(part: str, figure: Result, answer: Answer, posts: Goalposts) -> Part:
    score = goalpost_score(number_of(figure), posts.floor, posts.target)
    return Part(part, figure, posts, figure if isinstance(figure, Undefined) else score, answer)


def _figures(data: Data, place: Place, year: int, reader: Reader) -> dict[str, tuple[Result, Answer]]:
    """Each part's figure, and the answer it is made from."""
    grown, told = growth(data, place, year), guests(data, place, year, reader).answers
    gap, room = (grown.answers[name] for name in ("relative_growth_gap", "capacity_headroom"))
    concentration = markets(data, place, year).answers["source_market_hhi"]
    earned = business(data, place, year, reader).answers["revenue_per_visit"]
    sold, liked = told["offer_fill_rate"], told["satisfaction_mean"]
    return {
        "relative_growth_gap": (gap.result, gap),
        "offpeak_headroom": (_headroom(room.result, sum(c or 0 for c in grown.room.visits)), room),
        "effective_markets": (_effective(concentration.result), concentration),
        "real_revenue_per_visit_growth": (_real_growth(data, place, year, earned), earned),
        "enquiry_conversion": (_conversion(sold.result), sold),
        "satisfaction_mean": (liked.result, liked),
    }


def _headroom(room: Result, visits: float) -> Result:
    """The room outside the summer, in per cent of the visits of the year."""
    if isinstance(room, Undefined):
        return room
    return Value(percent(float(str(room.detail["off_peak"])) / visits)) if visits else Undefined("no_visits")


def _effective(concentration: Result) -> Result:
    if isinstance(concentration, Undefined):
        return concentration
    return Value(float(str(concentration.detail["effective_markets"])), n=concentration.n)


def _real_growth(data: Data, place: Place, year: int, each: Answer) -> Result:
    """The growth of the own income per visit in fixed prices, in per cent."""
    if isinstance(each.result, Undefined):
        return each.result
    if isinstance(each.previous, Undefined):
        return each.previous
    prices = (prices_of(data, place, one) for one in (year - 1, year))
    before, now = prices
    real = real_revenue_growth(number_of(each.previous), each.number, prices_previous=before, prices_current=now)
    return Value(percent(real.number)) if isinstance(real, Value) else real


def _conversion(fill: Result) -> Result:
    """The enquiries that became bookings, in per cent; no seats offered leaves them known."""
    share = fill.detail.get("conversion")
    if share is None:
        return (
            fill if isinstance(fill, Undefined) and fill.reason == "too_few_actors" else Undefined("enquiries_missing")
        )
    return Value(percent(float(str(share))))


def goalposts_of(data: Data, place: Place, year: int, part: str) -> Goalposts:
    """Return the goalposts that the board has set for the year or last before it, else our defaults."""
    frame = data.frame("targets")
    here = frame[(frame["kpi_id"] == part) & (frame["destination_id"] == place.code) & (frame["period"] <= str(year))]
    here = here[here["low"].notna() & here["high"].notna()]
    if here.empty:
        return Goalposts(*DEFAULTS[part])
    row = here.sort_values("period").iloc[-1]
    told = ["" if pd.isna(row[name]) else str(row[name]) for name in ("owner", "reason", "decided_on")]
    return Goalposts(float(row["low"]), float(row["high"]), told[0] or "?", told[1], told[2])


def ranks(
    data: Data, year: int, reader: Reader, tell: Callable[[float], object] = lambda _: None
) -> Mapping[str, tuple[int, int]]:
    """Return the best and the worst rank of each destination over every defensible way of making the index.

    Weights, arithmetic and geometric mean and each part left out all count; places with too few parts have no rank.
    Where it takes long, `tell` hears the share that is done. Other readers of the same data wait for one place at most.
    """
    key = ("potential ranks", year, reader.sees_business_figures)
    scores = {} if data.remembers(key) else _scores(data, year, reader, tell)
    return data.remember(key, lambda: rank_intervals(scores or _scores(data, year, reader, tell)))


def _scores(
    data: Data, year: int, reader: Reader, tell: Callable[[float], object]
) -> dict[str, dict[str, float | None]]:
    compared = [one for one in places(data).values() if one.kind == "destination" and not panel_of(data, one).is_empty]
    scores = {}
    for number, one in enumerate(compared, 1):
        scores[one.id] = {part.id: number_of(part.score) for part in potential(data, one, year, reader).parts}
        tell(number / len(compared))
    return scores
