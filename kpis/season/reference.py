"""Our season beside the season of the area around us."""

from collections.abc import Sequence

from kpis.declare import kpi
from kpis.known import season_year
from kpis.result import Result, Undefined, Value
from kpis.season.concentration import normalised_gini


@kpi(
    id="season_gap_vs_reference",
    number=45,
    theme="season",
    name="Season gap to reference",
    unit="index",
    direction="lower",
    tier="core",
    question="Is our season steeper than that of the area around us?",
    reading="0 is the same concentration as the area. Above 0 our season is steeper, below 0 it is flatter.",
    minimum_data="12 known months of the same year, for ourselves and for the reference area",
    source="Braga08, TUR19",
    cases=("growth.benchmark_season",),
)
def season_gap_vs_reference(local: Sequence[float | None], reference: Sequence[float | None]) -> Result:
    """Our normalised Gini minus that of the reference area in the same year.

    The nights of an area are carried by holiday houses in summer, so compare visits with visits where you can.
    """
    ours, theirs = season_year(local), season_year(reference)
    if isinstance(ours, Undefined):
        return ours.of("local")
    if isinstance(theirs, Undefined):
        return theirs.of("reference")
    detail = {"gini_norm_local": normalised_gini(ours), "gini_norm_reference": normalised_gini(theirs)}
    return Value(detail["gini_norm_local"] - detail["gini_norm_reference"], n=len(ours), detail=detail)
