"""The yearly figures of use, work and purchases, actor by actor, and the visits beside them.

Sums are always over the very actors that report everything that goes into a figure.
"""

from collections.abc import Mapping, Sequence

import pandas as pd

from answers.data import Data
from answers.panel import every, whole_panel
from answers.places import Place

YEAR = r"^\d{4}$"


def metrics_of(data: Data, place: Place, year: int) -> pd.DataFrame:
    """Return the sustainability figures of a year as actor × metric."""

    def build() -> pd.DataFrame:
        frame = data.frame("sustainability")
        frame = frame[frame["actor_id"].isin(place.actors) & (frame["period"] == str(year))]
        return frame.pivot(index="actor_id", columns="metric", values="value")

    return data.remember(("metrics", place.id, year), build)


def reporting_all(metrics: pd.DataFrame, *names: str) -> list[str]:
    """Return the actors that report all of the metrics."""
    return list(metrics[list(names)].dropna().index) if set(names) <= set(metrics.columns) else []


def sums_over(metrics: pd.DataFrame, actors: Sequence[str], *names: str) -> list[float | None]:
    """Return the sums of the metrics over these very actors, None where there are none or one of them has not told."""
    if not actors or not set(actors) <= set(reporting_all(metrics, *names)):
        return [None] * len(names)
    return [total_of(metrics.loc[list(actors), name]) for name in names]


def with_visits(data: Data, metrics: pd.DataFrame, year: int, metric: str) -> list[str]:
    """Return the actors that report the metric and the visits of the whole year."""
    visits = visits_by_actor(data, year)
    return [actor for actor in reporting_all(metrics, metric) if actor in visits]


def beside_visits(
    data: Data, place: Place, year: int, metric: str, actors: Sequence[str]
) -> tuple[float | None, float | None]:
    """Return a metric and the visits of these very actors, None unless each of them reports both for the year."""
    metrics = metrics_of(data, place, year)
    if not actors or not set(actors) <= set(with_visits(data, metrics, year, metric)):
        return None, None
    visits = visits_by_actor(data, year)
    return sums_over(metrics, actors, metric)[0], float(sum(visits[actor] for actor in actors))


def visits_by_actor(data: Data, year: int) -> Mapping[str, float]:
    """Return the visits of each actor with all twelve months of the year."""

    def build() -> Mapping[str, float]:
        months = whole_panel(data, "visits").year(year)
        rows = zip(months.reporters, every(months.known, 1), months.counts, strict=True)
        return {name: float(counts.sum()) for name, whole, counts in rows if whole}

    return data.remember(("visits by actor", year), build)


def energy_per_visit(data: Data, place: Place) -> pd.DataFrame:
    """Return energy per visit by year, with whether any of the meters in it was estimated."""
    frame = data.frame("sustainability")
    of_energy = frame["actor_id"].isin(place.actors) & (frame["metric"] == "kwh") & frame["period"].str.match(YEAR)
    rows = []
    for year in sorted(map(int, frame.loc[of_energy, "period"].unique())):
        actors = with_visits(data, metrics_of(data, place, year), year, "kwh")
        use, visits = beside_visits(data, place, year, "kwh", actors)
        used = of_energy & (frame["period"] == str(year)) & frame["actor_id"].isin(actors)
        estimated = bool((frame.loc[used, "estimated"] == 1).any())
        rows.append({"year": year, "kwh": use, "visits": visits, "actors": len(actors), "estimated": estimated})
    return pd.DataFrame(rows, columns=["year", "kwh", "visits", "actors", "estimated"])


def total_of(values: "pd.Series[float]") -> float | None:
    """Return the sum of what is known, None where nothing is."""
    known = values.dropna()
    return float(known.sum()) if len(known) else None
