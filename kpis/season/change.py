"""Whether the season spreads, and whether by gain or by loss."""

from collections.abc import Sequence
from typing import NamedTuple

from kpis.buckets import DEFAULT_BUCKETS, Buckets, sum_of
from kpis.declare import kpi
from kpis.growth.easter import even_spring, spring_shifted
from kpis.known import full_year, season_year
from kpis.ratios import percent
from kpis.result import Result, Undefined, Value
from kpis.season.concentration import normalised_gini
from kpis.season.spread import evenness_of

Months = Sequence[float | None]
TwoYears = tuple[list[float], list[float]]
UNCHANGED_BELOW = 0.005
# One step of the last digit that G* and the season spread are written with: a smaller change can be the rounding alone,
# or be written as none.
_TOLD_FROM = 0.01
# The summer is a reason where its share moved by a percentage point, the step that shares are written with: Easter or a
# shift within the rest of the year moves G* and leaves the summer as it was.
_REASON_FROM = 0.01


@kpi(
    id="offseason_share",
    number=36,
    theme="season",
    name="Off-peak share (shoulder + low)",
    unit="fraction",
    direction="higher",
    tier="headline",
    question="How much of the year lies outside the high season?",
    reading="The share of the visits that come outside June to August. Look at the number of visits too: the share "
    "also rises when the summer falls.",
    minimum_data="12 known months of one year",
    source="VDK48",
    cases=("season.buckets",),
)
def offseason_share(visits_by_month: Months, *, buckets: Buckets = DEFAULT_BUCKETS) -> Result:
    """Visits outside the high season over all visits of the year.

    High season is June to August, shoulder April, May, September and October, low season November to March, unless set
    otherwise; the setting is printed with the figure.
    The share can rise because the summer falls, so the number of visits off-peak stands beside it. The autumn holiday
    (week 42) lies in the shoulder.
    """
    months = season_year(visits_by_month)
    if isinstance(months, Undefined):
        return months
    total = sum(months)
    off_peak_visits = sum_of(months, buckets.off_peak)
    detail = {
        "high_share": sum_of(months, buckets.high) / total,
        "shoulder_share": sum_of(months, buckets.shoulder) / total,
        "low_share": sum_of(months, buckets.low) / total,
        "off_peak_visits": off_peak_visits,
        "high_months": buckets.high,
    }
    return Value(off_peak_visits / total, n=len(months), detail=detail)


def _two_years(previous: Months, current: Months) -> TwoYears | Undefined:
    """Both years with visits in them, or which of them is undefined and why."""
    before, after = season_year(previous), season_year(current)
    if isinstance(before, Undefined):
        return before.of("previous")
    return after.of("current") if isinstance(after, Undefined) else (before, after)


@kpi(
    id="season_growth_contribution",
    number=37,
    theme="season",
    name="Where growth came from (season)",
    unit="percentage_points",
    direction="higher",
    tier="core",
    question="In which season did we grow?",
    reading="How many percentage points of the growth came from outside the high season. High season, shoulder and low "
    "season add up to the whole growth.",
    minimum_data="12 known months in two years",
    source="identity",
    cases=("season.growth_contribution",),
)
def season_growth_contribution(previous: Months, current: Months, *, buckets: Buckets = DEFAULT_BUCKETS) -> Result:
    """The change in each season over all visits of the year before, in percentage points; they add up to the growth.

    The value is the part from outside the high season, shoulder and low season together; each part stands beside it.
    """
    before = season_year(previous)
    after = full_year(current)
    if isinstance(before, Undefined):
        return before.of("previous")
    if isinstance(after, Undefined):
        return after.of("current")

    def contribution(numbers: Sequence[int]) -> float:
        return percent((sum_of(after, numbers) - sum_of(before, numbers)) / sum(before))

    detail = {
        "high": contribution(buckets.high),
        "shoulder": contribution(buckets.shoulder),
        "low": contribution(buckets.low),
        "total_growth": sum(after) / sum(before) - 1,
        "gini_norm_change": normalised_gini(after) - normalised_gini(before) if sum(after) else None,
    }
    return Value(contribution(buckets.off_peak), n=len(after), detail=detail)


@kpi(
    id="season_shift_label",
    number=38,
    theme="season",
    name="Flatter by gain or by loss?",
    unit="label",
    direction="context",
    tier="headline",
    question="Did the season become flatter because more came outside the summer, or because fewer came in it?",
    reading="Only flatter by gain outside the high season is a spread season. Flatter by loss is a lost summer.",
    minimum_data="12 known months in two years",
    source="DISC30",
    cases=(
        "season.label_unchanged",
        "season.label_offpeak_gain",
        "season.label_peak_loss",
        "season.label_peak_gain",
        "season.label_offpeak_loss",
    ),
)
def season_shift_label(
    previous: Months, current: Months, *, buckets: Buckets = DEFAULT_BUCKETS, tolerance: float = UNCHANGED_BELOW
) -> Result:
    """What lies behind a change of the normalised Gini G* from one year to the next.

    A change below 0.005 is unchanged. A lower G* is flatter by off-peak gain when the visits outside the high season
    rose, otherwise by peak loss. A higher G* is steeper by peak gain when the high season's visits rose, otherwise by
    off-peak loss. The reason is told where the high season's share moved a percentage point that way. With G* and the
    season spread below 0.01, their last digit, the season is told as about unchanged; where G* alone moved, as slightly
    flatter or steeper; where the spread alone moved, or against G*, it depends on the measure. Where March and April
    moved apart, as with Easter, only what also moved with both at their mean is told. It keeps us from celebrating a
    collapse: in the example G* improves from 0.522 to 0.476 while visits fall by 12 per cent. The rule is our own.
    """
    years = _two_years(previous, current)
    if isinstance(years, Undefined):
        return years
    before, after = years
    moved = _moved(years, buckets)
    label = moved.label(tolerance)
    detail = {
        "told": _whenever_easter_lay(moved, years, buckets).told(label),
        "gini_norm_previous": normalised_gini(before),
        "gini_norm_current": normalised_gini(after),
        "off_peak_change": moved.off_peak,
        "peak_change": moved.high,
        "total_growth": sum(after) / sum(before) - 1,
    }
    return Value(label, n=len(after), detail=detail)


class Moved(NamedTuple):
    """How far both measures moved from one year to the next, the visits of both seasons, and the summer's share."""

    gini: float
    evenness: float
    off_peak: float
    high: float
    share_of_high: float

    def label(self, tolerance: float) -> str:
        """Return which way the season moved, and by whose gain or loss."""
        if abs(self.gini) < tolerance:
            return "unchanged"
        if self.gini < 0:
            return "flatter_by_offpeak_gain" if self.off_peak > 0 else "flatter_by_peak_loss"
        return "steeper_by_peak_gain" if self.high > 0 else "steeper_by_offpeak_loss"

    def told(self, label: str) -> str:
        """Return the label as it is told: as far as the season spread bears it out, and with a true reason."""
        is_spread_moved = abs(self.evenness) >= _TOLD_FROM
        if label == "unchanged" or abs(self.gini) < _TOLD_FROM:
            return "unclear" if is_spread_moved else "unchanged"
        if not is_spread_moved:
            return f"slightly_{self._with_reason(label)}"
        return "unclear" if self.evenness * self.gini > 0 else self._with_reason(label)

    def _with_reason(self, label: str) -> str:
        fell, rose = self.share_of_high <= -_REASON_FROM, self.share_of_high >= _REASON_FROM
        by_reason = {
            "flatter_by_offpeak_gain": self.off_peak > -self.high and fell,
            "flatter_by_peak_loss": fell,
            "steeper_by_peak_gain": self.high > -self.off_peak and rose,
            "steeper_by_offpeak_loss": rose,
        }
        return label if by_reason[label] else label.partition("_")[0]


def _moved(years: TwoYears, buckets: Buckets) -> Moved:
    before, after = years
    return Moved(
        normalised_gini(after) - normalised_gini(before),
        evenness=evenness_of(after) - evenness_of(before),
        off_peak=_change(years, buckets.off_peak),
        high=_change(years, buckets.high),
        share_of_high=_share_of_high(after, buckets) - _share_of_high(before, buckets),
    )


def _whenever_easter_lay(moved: Moved, years: TwoYears, buckets: Buckets) -> Moved:
    """The same without what only March and April apart from each other moved."""
    before, after = years
    if not spring_shifted(before, after):
        return moved
    as_one = _moved((_as_one(before), _as_one(after)), buckets)
    return moved._replace(gini=_also(moved.gini, as_one.gini), evenness=_also(moved.evenness, as_one.evenness))


def _as_one(months: list[float]) -> list[float]:
    return [month or 0.0 for month in even_spring(months)]


def _also(change: float, as_one: float) -> float:
    return change if change * as_one > 0 and abs(as_one) >= _TOLD_FROM else 0.0


def _change(years: TwoYears, numbers: Sequence[int]) -> float:
    return sum_of(years[1], numbers) - sum_of(years[0], numbers)


def _share_of_high(months: list[float], buckets: Buckets) -> float:
    return sum_of(months, buckets.high) / sum(months)
