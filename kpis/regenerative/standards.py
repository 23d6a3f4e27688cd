"""How many actors and events live up to a stated standard."""

from kpis.declare import kpi
from kpis.known import not_negative, positive
from kpis.ratios import share
from kpis.result import Result, Undefined, Value

EVENTS_FOR_A_SHARE = 3


def counted_share(part: float | None, whole: float | None) -> Result:
    """Part over whole of things counted from a list; without the list, or with nothing on it, undefined."""
    result = share(
        not_negative(part, Undefined("list_missing")),
        positive(whole, Undefined("list_missing"), Undefined("list_empty")),
    )
    if isinstance(result, Undefined) or whole is None:
        return result
    return Value(result.value, n=int(whole))


@kpi(
    id="certification_share",
    number=74,
    theme="regenerative",
    name="Certified businesses",
    unit="fraction",
    direction="higher",
    tier="core",
    question="How many of the businesses are certified?",
    reading="The share of the businesses with a valid sustainability certificate. The national aim is 70 per cent "
    "of the places to stay by 2030.",
    minimum_data="A complete list of actors",
    source="STRAT23, ETIS01 A.1.1, VE13",
    cases=("regen.shares",),
)
def certification_share(certified: int | None, businesses: int | None) -> Result:
    """Businesses with a valid certificate over all businesses on the list.

    A certificate that has run out does not count. The national aim concerns places to stay only, so do not hold a
    museum up against it.
    """
    return counted_share(certified, businesses)


@kpi(
    id="heritage_event_share",
    number=79,
    theme="regenerative",
    name="Events rooted in local heritage",
    unit="fraction",
    direction="higher",
    tier="core",
    question="How many of the events grow out of the place?",
    reading="The share of the events that build on local heritage.",
    minimum_data="At least 3 events",
    source="ETIS01 C.5.2",
    cases=("regen.shares",),
)
def heritage_event_share(heritage_events: int | None, events: int | None) -> Result:
    """Events tagged as local heritage over all events.

    Tag by a written rule and not by mood, so that two people give the same event the same tag. Below 3 events there is
    no figure.
    """
    if events is not None and 0 < events < EVENTS_FOR_A_SHARE:
        return Undefined("too_few_events", {"known": events, "minimum": EVENTS_FOR_A_SHARE})
    return counted_share(heritage_events, events)


@kpi(
    id="accessible_share",
    number=81,
    theme="regenerative",
    name="Accessible attractions",
    unit="fraction",
    direction="higher",
    tier="supporting",
    question="How many of the attractions can everybody visit?",
    reading="The share of the attractions that meet a stated standard of access.",
    minimum_data="A list of the attractions with their access standard",
    source="ETIS01 C.4.4",
    cases=("regen.shares",),
)
def accessible_share(accessible: int | None, attractions: int | None) -> Result:
    """Attractions with a stated access standard over all attractions on the list.

    Say which standard is meant, for example God Adgang. An attraction without an answer is not accessible until it is
    shown to be.
    """
    return counted_share(accessible, attractions)
