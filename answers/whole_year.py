"""Whether a year is whole: its sum, and why a figure that needs a whole year has none."""

from answers.panel import MONTHS_OF_A_YEAR, Panel
from kpis.result import Result, Undefined


def yearly_total(panel: Panel, year: int) -> tuple[float | None, bool]:
    """Return the sum of what is known in a year, and whether nothing expected is missing and no month unknown."""
    months = panel.year(year)
    known = [count for count in months.sums_of_known() if count is not None]
    return (float(sum(known)) if known else None), None not in months.totals()


def whole_year(panel: Panel, year: int) -> float | None:
    """Return the sum of a complete year, None where anything is missing."""
    total, complete = yearly_total(panel, year)
    return total if complete else None


def incomplete(panel: Panel, year: int) -> Undefined | None:
    """Return why a year that has figures is not a whole one, None where it is or has none at all."""
    total, complete = yearly_total(panel, year)
    if total is None or complete:
        return None
    months = panel.year(year)
    known = sum(count is not None for count in months.sums_of_known())
    if known < MONTHS_OF_A_YEAR or panel.measure == "nights":
        return Undefined("incomplete_year", {"known": known})
    reporting = months.reporting()
    return Undefined(
        "coverage_too_low", {"reporting": len(reporting.without_gaps().reporters), "actors": len(reporting.reporters)}
    )


def or_incomplete(result: Result, panel: Panel, year: int) -> Result:
    """Return the result; where it lacks a whole year of counts of which a part is known, with that as the reason."""
    if isinstance(result, Undefined) and result.reason in ("visits_missing", "nights_missing"):
        return incomplete(panel, year) or result
    return result
