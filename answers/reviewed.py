"""What guests write about a place elsewhere, and what they complain of."""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from answers.answer import Answer
from answers.compare import Coverage
from answers.data import Data
from answers.grains import months_in, one_grain
from answers.panel import whole_panel
from answers.places import Place
from kpis.guests.complaints import complaint_rate
from kpis.guests.reviews import on_stars, review_rating_adjusted
from kpis.result import Result, Undefined

_RATERS_FOR_THE_USUAL = 2


@dataclass(frozen=True)
class Rating:
    """The ratings of a place on one platform and scale in a year; `result` is drawn towards what is usual there."""

    platform: str
    scale: tuple[float | None, float | None]
    mean: float
    reviews: int
    actors: tuple[str, ...]
    result: Result


def ratings(data: Data, place: Place, year: int) -> tuple[Rating, ...]:
    """Return the ratings of a place in a year by platform and scale, those with most reviews first.

    What is usual is the mean of all ratings of the year on the platform, where at least two actors have some.
    """
    everything = data.remember("reviews by year", lambda: _rated(data.frame("reviews")))
    of_year = everything[everything["year"] == year]
    found = []
    for (platform, *scale), rated in of_year.groupby(["platform", "scale_low", "scale_high"], dropna=False):
        here = rated[rated["actor_id"].isin(place.actors)]
        if len(here):
            usual = _mean(rated) if rated["actor_id"].nunique() >= _RATERS_FOR_THE_USUAL else None
            low, high = (None if pd.isna(end) else float(end) for end in map(float, map(str, scale)))
            found.append(_rating(str(platform), (low, high), here, usual))
    return tuple(sorted(found, key=lambda rating: -rating.reviews))


def _rated(frame: pd.DataFrame) -> pd.DataFrame:
    return one_grain(frame[frame["mean_rating"].notna() & (frame["reviews"] > 0)], ["actor_id", "platform"])


def _mean(rated: pd.DataFrame) -> float:
    return float((rated["mean_rating"] * rated["reviews"]).sum() / rated["reviews"].sum())


def _rating(platform: str, scale: tuple[float | None, float | None], here: pd.DataFrame, usual: float | None) -> Rating:
    mean, reviews = _mean(here), int(here["reviews"].sum())
    result = on_stars(*scale) or review_rating_adjusted(mean, reviews, usual_rating=usual)
    return Rating(platform, scale, mean, reviews, tuple(sorted(here["actor_id"].unique())), result)


def rating_answer(rated: Sequence[Rating], place: Place, year: int) -> Answer:
    """Return the adjusted rating on the platform with most reviews that gives stars from 1 to 5."""
    chosen = next(iter([*(rating for rating in rated if on_stars(*rating.scale) is None), *rated]), None)
    if chosen is None:
        return Answer("review_rating_adjusted", Undefined("reviews_missing"), str(year))
    coverage = Coverage(len(chosen.actors), len(place.actors), 0, 0)
    return Answer("review_rating_adjusted", chosen.result, str(year), coverage, reporters=chosen.actors)


def complaints_answer(data: Data, place: Place, year: int) -> Answer:
    """Return the complaints per 1,000 visits of those who have a channel for them and count their visits."""
    everything = data.remember("complaints by year", lambda: one_grain(data.frame("complaints"), ["actor_id"]))
    here = everything[everything["actor_id"].isin(place.actors) & (everything["year"] == year)]
    logged = here[(here["has_channel"] == 1) & here["complaints"].notna()]
    visits = [_visits(data, actor, period) for actor, period in zip(logged["actor_id"], logged["period"], strict=True)]
    logged = logged.assign(visits=pd.Series(visits, index=logged.index, dtype=float))
    counted = logged[logged["visits"].notna()]
    result = complaint_rate(
        float(counted["complaints"].sum()) if len(counted) else 0.0,
        float(counted["visits"].sum()) if len(counted) else None,
        log_kept=len(logged) > 0,
    )
    actors = tuple(sorted(counted["actor_id"].unique()))
    coverage = Coverage(len(actors), len(place.actors), 0, 0) if actors else None
    return Answer("complaint_rate", result, str(year), coverage, reporters=actors)


def _visits(data: Data, actor: str, period: str) -> float | None:
    panel = whole_panel(data, "visits").of([actor])
    counts = panel.span(months_in(period)).counts
    return None if counts.size == 0 or pd.isna(counts).any() else float(counts.sum())
