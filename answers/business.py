"""Whether the income of a culture business grows in line with why it is there, as one reader may see it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from access.reader import Reader
from answers.accounts import Accounts, accounts_of
from answers.answer import Answer, Answers, by_id
from answers.audience import Audience, audience_of
from answers.business_years import IncomeYear, income_by_year, months_of_income, real_growth_figure
from answers.compare import Coverage
from answers.data import Data
from answers.disclosure import Actors, Disclosure
from answers.earnings import EARNINGS, Figure, Streams, earnings, streams_told
from answers.funding import Funding, funding_of
from answers.growth import visits_behind
from answers.guest_spending import GuestSpending, guest_spending
from answers.hours import Hours, hours_of
from answers.learning import education_figure
from answers.panel import MONTHS_OF_A_YEAR
from answers.places import Place
from answers.products import Products, products_of, purpose_figure, shown_products
from answers.purpose import Purpose, purposes_of
from answers.staff import Staff, staff_of
from kpis.catalogue import catalogue
from kpis.result import Result, Undefined, Value

PURPOSE = "mission_aligned_revenue_share"
# What is missing in a year in progress because it is in progress.
UNTIL_THE_YEAR_ENDS = frozenset(
    {"revenue_missing", "income_missing", "current_missing", "grants_missing", "transactions_missing", "visits_missing"}
)


@dataclass(frozen=True)
class Business:
    """Everything the page Culture business says about a place in a year.

    `streams` are the kroner of own income by stream, small ones joined where they would give somebody away; `told` the
    sets of actors whose sums of the year this reader is told, where not everything is told.
    """

    place: Place
    year: int
    answers: Answers
    purposes: tuple[Purpose, ...]
    streams: Streams
    streams_before: Streams
    income: tuple[IncomeYear, ...]
    products: Products
    audience: Audience
    staff: Staff
    funding: Funding
    spending: GuestSpending
    hours: Hours
    told: tuple[Actors, ...]


def business(data: Data, place: Place, year: int, reader: Reader) -> Business:
    """Return what a place earns in a year and whether it serves its purpose, as this reader may see it."""
    key = ("business", place.id, year, reader.sees_business_figures)
    return data.remember(key, lambda: _business(data, place, year, reader))


def _business(data: Data, place: Place, year: int, reader: Reader) -> Business:
    accounts, disclosure = accounts_of(data, place, year), Disclosure(reader)
    products = products_of(data, place, year)
    audience, spending = audience_of(data, place, year), guest_spending(data, place, year)
    staff = staff_of(data, place, year, Disclosure(reader))
    earned = earnings(accounts, disclosure)
    streams = streams_told(accounts, disclosure)
    growth = real_growth_figure(data, place, year, disclosure, reader)
    purpose = purpose_figure(products, accounts, disclosure)
    hours = hours_of(data, place, year, disclosure)
    figures = {
        **earned,
        "real_revenue_growth": growth,
        PURPOSE: purpose,
        "visits_per_opening_hour": hours.figure,
        "education_share": education_figure(data, place, year),
        "audience_dissimilarity": Figure(audience.result, audience.actors, months=0),
        "profession_diversity": staff.figure,
        "local_economic_value": Figure(spending.result),
    }
    before = {
        **_a_year_earlier(data, place, year, {**earned, PURPOSE: purpose}, reader),
        "local_economic_value": guest_spending(data, place, year - 1).result,
    }
    unfinished, visits = months_of_income(data, place, year), visits_behind(data, place, year)
    return Business(
        place,
        year,
        by_id(
            *(
                replace(
                    _answer(place, year, kpi_id, figures[kpi_id], before, unfinished),
                    rests_on=visits if kpi_id == "local_economic_value" else (),
                )
                for kpi_id in ordered(figures)
            )
        ),
        purposes_of(data, place),
        streams,
        _streams_before(accounts_of(data, place, year - 1), accounts, streams, reader),
        income_by_year(data, place, year, growth.actors, reader) if isinstance(growth.result, Value) else (),
        shown_products(products, disclosure),
        audience,
        staff,
        funding_of(data, place, year, Disclosure(reader)),
        spending,
        hours,
        disclosure.told,
    )


def ordered(figures: Mapping[str, Figure]) -> list[str]:
    """Return the KPIs in the order of the catalogue."""
    return [kpi_id for kpi_id in catalogue() if kpi_id in figures]


def _answer(place: Place, year: int, kpi_id: str, figure: Figure, before: Mapping[str, Result], months: int) -> Answer:
    of_all = Coverage(len(figure.actors), len(place.actors), figure.months, figure.months)
    coverage = of_all if figure.actors else None
    result = figure.result
    if isinstance(result, Undefined) and result.reason in UNTIL_THE_YEAR_ENDS and 0 < months < MONTHS_OF_A_YEAR:
        result = Undefined("incomplete_year", {"known": months})
    reporters = tuple(actor for actor in place.actors if actor in figure.actors)
    return Answer(kpi_id, result, str(year), coverage, before.get(kpi_id), reporters=reporters)


def _a_year_earlier(
    data: Data, place: Place, year: int, now: Mapping[str, Figure], reader: Reader
) -> dict[str, Result]:
    """Return each figure a year earlier over the very same actors.

    Who may not see single businesses is told it only where it is that year's own figure: beside it, the sum over
    other actors would tell what those make that are in one of the two alone.
    """
    before, products = accounts_of(data, place, year - 1), products_of(data, place, year - 1)
    if reader.sees_business_figures:
        alike = {kpi_id: before.only(figure.actors) for kpi_id, figure in now.items()}
        earlier = {kpi_id: figure(alike[kpi_id], Disclosure(reader)) for kpi_id, figure in EARNINGS.items()}
        earlier[PURPOSE] = purpose_figure(products, alike[PURPOSE], Disclosure(reader))
    else:
        disclosure = Disclosure(reader)
        earlier = earnings(before, disclosure)
        earlier[PURPOSE] = purpose_figure(products, before, disclosure)
    return {kpi_id: one.result for kpi_id, one in earlier.items() if one.actors == now[kpi_id].actors}


def _streams_before(before: Accounts, now: Accounts, told: Streams, reader: Reader) -> Streams:
    """Return the streams a year earlier of the very same actors, nothing where they divide otherwise."""
    same = before.only(map(str, now.streams.index)) if reader.sees_business_figures else before
    earlier = streams_told(same, Disclosure(reader))
    alike = set(same.streams.index) == set(now.streams.index) and earlier.keys() == told.keys()
    return earlier if alike else {}
