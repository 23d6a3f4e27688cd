"""Between floor and ceiling: where a figure stands in the band that the board has set."""

from collections.abc import Mapping

from kpis.declare import kpi
from kpis.known import known
from kpis.result import Result, Undefined, Value


@kpi(
    id="target_band_status",
    number=83,
    theme="regenerative",
    name="Floor–ceiling board (doughnut style)",
    unit="label",
    direction="band",
    tier="headline",
    question="Are we between the floor and the ceiling that we have set ourselves?",
    reading="Below the floor is too little, above the ceiling is too much, and within the band is where the board "
    "wants to be.",
    minimum_data="A figure, and a floor or a ceiling set by the board",
    source="HH11, REV42",
    cases=("composite.band",),
)
def target_band_status(value: float | None, low: float | None, high: float | None) -> Result:
    """Below, within or above a band; a figure on the floor or on the ceiling is within.

    The board sets the floor, the ceiling or both, with an owner, a date and a reason. Without a band the figure stands
    grey: it is neither good nor bad.
    No universal thresholds exist, so a band is a political choice with a name on it. Statuses are shown side by side
    and never netted into one number.
    """
    number = known(value, Undefined("value_missing"))
    if isinstance(number, Undefined):
        return number
    if low is None and high is None:
        return Undefined("band_missing")
    if low is not None and high is not None and low > high:
        return Undefined("band_reversed", {"low": low, "high": high})
    detail = {"value": number, "low": low, "high": high}
    if low is not None and number < low:
        return Value("below", detail=detail)
    if high is not None and number > high:
        return Value("above", detail=detail)
    return Value("within", detail=detail)


def target_bands_status(statuses: Mapping[str, Result]) -> Result:
    """Where several figures stand in their bands: within where all do, else the sides on which some do not.

    The detail counts those below, within and above, and those with a band whose figure is not known. Without a band
    there is no status, and none where no figure with a band is known.
    """
    if not statuses:
        return Undefined("band_missing")
    known = [status.value for status in statuses.values() if isinstance(status, Value)]
    if not known:
        return Undefined("value_missing")
    counts = {side: known.count(side) for side in ("below", "within", "above")}
    outside = [side for side in ("below", "above") if counts[side]]
    detail = {**counts, "not_known": len(statuses) - len(known)}
    return Value("_and_".join(outside) or "within", n=len(known), detail=detail)
