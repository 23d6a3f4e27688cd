"""What single points of figures rest on, where that is not what a KPI rests on."""

from collections.abc import Mapping
from functools import cache

from answers.forecast_ground import Subject
from answers.lineage.basis import Basis
from answers.lineage.business import OWN, SALES
from answers.lineage.parts import Bases, income, indicators, nights, opening, own_by_month, visits
from answers.season import OWN_INCOME

SEATS: Bases = (Basis("offers", ("sold",), grain="month"),)
# A year of own income as it was, and what brings it to the prices of another.
INCOME_OF_A_YEAR: Bases = (*OWN, *indicators("consumer_prices"))
OPENING_HOURS: Bases = (*visits(), *opening("open_flag", "open_days", "opening_hours"), *own_by_month())
KNOWN_MONTHS: Mapping[Subject, Bases] = {
    "visits": visits(),
    "nights": nights(),
    "revenue": own_by_month(),
    "sold": SEATS,
}


@cache
def of_product(product: str) -> Bases:
    """Return what a bar of a product rests on: what it earned, and who judged it to be the purpose."""
    return (Basis("products", ("name", *SALES), where={"product_id": (product,)}),)


@cache
def of_streams(streams: tuple[str, ...]) -> Bases:
    """Return what a bar of these sources of own income rests on."""
    return income(*(stream for stream in streams if stream in OWN_INCOME))
