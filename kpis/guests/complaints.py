"""What the guests complain about."""

from kpis.declare import kpi
from kpis.known import not_negative, positive
from kpis.ratios import ratio
from kpis.result import Result, Undefined


@kpi(
    id="complaint_rate",
    number=68,
    theme="guests",
    name="Complaints",
    unit="per_1000_visits",
    direction="lower",
    tier="supporting",
    question="How often do the guests complain?",
    reading="Complaints for every 1,000 visits. A rise may mean that it has become easier to complain.",
    minimum_data="A log of complaints that is kept for the whole period, and the visits",
    source="Own measure; ETIS01 C.2.1",
    cases=("guest.complaints", "guest.complaints_no_log"),
)
def complaint_rate(complaints: float | None, visits: float | None, *, log_kept: bool) -> Result:
    """Complaints per 1,000 visits, where a log is kept.

    No complaints in a log that is kept is a true 0. No complaints without a log is missing data, whatever number is
    written.
    """
    if not log_kept:
        return Undefined("no_log")
    visited = positive(visits, Undefined("visits_missing"), Undefined("no_visits"))
    return ratio(not_negative(complaints, Undefined("no_log")), visited, per=1000)
