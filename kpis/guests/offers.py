"""Whether the guests buy what is offered, or leave it."""

from kpis.declare import kpi
from kpis.known import not_negative, positive
from kpis.ratios import number_or_none, share
from kpis.result import Result, Undefined, Value


def conversion(bookings: float | None, enquiries: float | None) -> Result:
    """Bookings over enquiries."""
    asked = positive(enquiries, Undefined("enquiries_missing"), Undefined("no_enquiries"))
    return share(not_negative(bookings, Undefined("bookings_missing")), asked)


def cancelled_share(cancelled: float | None, sold: float | None) -> Result:
    """Cancelled seats over cancelled and sold seats together."""
    gone = not_negative(cancelled, Undefined("cancelled_missing"))
    kept = not_negative(sold, Undefined("sold_missing"))
    if isinstance(gone, Undefined):
        return gone
    if isinstance(kept, Undefined):
        return kept
    return share(gone, positive(gone + kept, Undefined("sold_missing"), Undefined("nothing_sold")))


@kpi(
    id="offer_fill_rate",
    number=65,
    theme="guests",
    name="Do guests buy? Fill, conversion, cancellation",
    unit="fraction",
    direction="higher",
    tier="headline",
    question="Do the guests buy what we offer, or leave it?",
    reading="The share of the seats offered that were sold. Beside it stand how many enquiries became bookings and how "
    "many seats were cancelled.",
    minimum_data="Seats offered and sold in the same period",
    source="10 skridt i udvikling af mikroturisme, step 9",
    cases=("guest.fill",),
)
def offer_fill_rate(
    sold: float | None,
    offered: float | None,
    *,
    cancelled: float | None = None,
    enquiries: float | None = None,
    bookings: float | None = None,
) -> Result:
    """Seats sold over seats offered; bookings over enquiries and cancelled over cancelled and sold stand beside it.

    A full house may be a small house: read it with the number of seats. Low fill with many enquiries points to price or
    time, low fill with few to the offer not being known. With nothing on offer there is no figure.
    """
    detail = {
        "conversion": number_or_none(conversion(bookings, enquiries)),
        "cancelled_share": number_or_none(cancelled_share(cancelled, sold)),
    }
    seats = positive(offered, Undefined("offered_missing"), Undefined("nothing_offered"))
    result = share(not_negative(sold, Undefined("sold_missing")), seats)
    if isinstance(result, Undefined):
        return Undefined(result.reason, {**result.detail, **detail})
    return Value(result.value, detail=detail)
