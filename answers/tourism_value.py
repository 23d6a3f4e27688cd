"""The value of tourism in a place for those who live there: what is known, what it rests on, and what is not known."""

from dataclasses import dataclass

from access.reader import Reader
from answers.answer import Answer, too_few_actors
from answers.compare import Coverage
from answers.data import Data
from answers.growth import Growth, growth
from answers.guest_spending import GuestSpending, guest_spending
from answers.metrics import metrics_of, reporting_all, sums_over, total_of
from answers.panel import nights_of
from answers.places import Place
from answers.regenerative import regenerative, with_evidence
from answers.whole_year import incomplete, whole_year
from kpis.result import Result, Undefined, Value

# The report goes to everybody, so it shows nobody more than a resident may see.
RESIDENT = Reader("", "reader", places=None)


@dataclass(frozen=True)
class Count:
    """A plain sum that is no KPI, with how many of the actors it is the sum of."""

    result: Result
    coverage: Coverage | None = None


@dataclass(frozen=True)
class TourismValue:
    """What tourism gives a place in a year, as everybody may see it."""

    place: Place
    year: int
    growth: Growth
    nights: Result
    spend: GuestSpending
    jobs: Count
    volunteers: Count
    support: Answer
    care: Answer
    care_hours: float | None
    care_hectares: float | None


def tourism_value(data: Data, place: Place, year: int) -> TourismValue:
    """Return what tourism gives a place in a year, as everybody may see it."""
    return data.remember(("tourism value", place.id, year), lambda: _tourism_value(data, place, year))


def _tourism_value(data: Data, place: Place, year: int) -> TourismValue:
    given = regenerative(data, place, year, RESIDENT)
    actions = with_evidence(given.actions)
    logged = actions[(actions["period"].str[:4] == str(year)) & (actions["status"] != "planned")]
    return TourismValue(
        place,
        year,
        growth(data, place, year),
        _nights(data, place, year),
        guest_spending(data, place, year),
        _jobs(data, place, year),
        _sum_of(data, place, year, "volunteer_hours"),
        given.answers["resident_support_share"],
        given.answers["nature_care"],
        total_of(logged["hours"]),
        total_of(logged["ha"]),
    )


def _nights(data: Data, place: Place, year: int) -> Result:
    panel = nights_of(data, place)
    nights = whole_year(panel, year)
    return Value(nights) if nights is not None else incomplete(panel, year) or Undefined("nights_missing")


def _sum_of(data: Data, place: Place, year: int, metric: str) -> Count:
    """Return the sum of a yearly metric over the actors that report it."""
    metrics = metrics_of(data, place, year)
    actors = reporting_all(metrics, metric)
    total = sums_over(metrics, actors, metric)[0]
    coverage = Coverage(len(actors), len(place.actors), 0, 0)
    return Count(Undefined("not_logged") if total is None else Value(total, n=len(actors)), coverage)


def _jobs(data: Data, place: Place, year: int) -> Count:
    """Return the jobs of those who report them, hidden where they are fewer than three."""
    jobs = _sum_of(data, place, year, "jobs")
    if isinstance(jobs.result, Undefined):
        return Count(Undefined("jobs_missing"), jobs.coverage)
    return Count(too_few_actors(jobs.result.n or 0) or jobs.result, jobs.coverage)
