"""What is given back: care for nature and heritage, regenerative actions, voluntary work."""

from collections.abc import Sequence
from dataclasses import dataclass

from kpis.declare import kpi
from kpis.known import known, not_negative, positive
from kpis.ratios import number_or_none, ratio, share
from kpis.result import Result, Undefined, Value

LADDER = ("planned", "started", "done", "documented")
LONG_HORIZON_YEARS = 10
HOURS_OF_A_FULL_TIME_YEAR = 1650


def _visits(visits: float | None) -> float | Undefined:
    return positive(visits, Undefined("visits_missing"), Undefined("no_visits"))


@kpi(
    id="nature_care",
    number=72,
    theme="regenerative",
    name="Nature and heritage care given back",
    unit="hours_per_1000",
    direction="higher",
    tier="headline",
    question="How much care for nature and heritage do the visits bring?",
    reading="Hours of care for nature and heritage for every 1,000 visits. It measures the effort, not how nature is "
    "doing.",
    minimum_data="Logged actions with evidence",
    source="VE13, ETIS01 D.7.1, ETB43",
    cases=("regen.nature_care",),
)
def nature_care(
    hours: float | None,
    visits: float | None,
    *,
    hectares: float | None = None,
    given_back_dkk: float | None = None,
    own_income_dkk: float | None = None,
    without_evidence: int = 0,
) -> Result:
    """Hours of volunteers and staff in the care of nature and heritage per 1,000 visits.

    Beside it stand the hectares under agreed care and the money for local nature and culture, per visit and as a share
    of own income. Only logged actions with evidence count: no log is undefined, a log of nothing is 0.
    These are efforts, not results. Whether heath or birds recover takes a survey of species or habitats.
    """
    unknown = Undefined("no_evidence") if without_evidence else Undefined("not_logged")
    result = ratio(not_negative(hours, unknown), _visits(visits), per=1000)
    if isinstance(result, Undefined):
        return result
    money = known(given_back_dkk, Undefined("not_logged"))
    income = positive(own_income_dkk, Undefined("income_missing"), Undefined("income_zero"))
    detail = {
        "hectares": hectares,
        "given_back_per_visit": number_or_none(ratio(money, _visits(visits))),
        "given_back_share": number_or_none(ratio(money, income)),
    }
    return Value(result.value, detail=detail)


@dataclass(frozen=True, slots=True)
class Action:
    """One regenerative action: how far it has come on the ladder, and for how many years it is meant."""

    status: str
    horizon_years: float | None = None

    def __post_init__(self) -> None:
        if self.status not in LADDER:
            raise ValueError(f"{self.status!r} is none of {', '.join(LADDER)}")


@kpi(
    id="regen_evidence_ladder",
    number=73,
    theme="regenerative",
    name="Regenerative actions with evidence",
    unit="fraction",
    direction="higher",
    tier="headline",
    question="How many of our regenerative actions have a documented outcome?",
    reading="The share of the actions whose outcome is documented. Started and planned actions count as not yet.",
    minimum_data="At least 1 action",
    source="BEL11, VF12, VE13, PAR11",
    cases=("regen.evidence",),
)
def regen_evidence_ladder(actions: Sequence[Action], *, long_horizon_years: float = LONG_HORIZON_YEARS) -> Result:
    """Actions with a documented outcome over all actions; the ladder is planned, started, done, documented.

    Beside it stand the share done or documented, and the share meant for 10 years or more among those that state a
    horizon. No action is "none registered" and not 0 per cent.
    People enter these, and they list what is made better, not only what is made less bad. There is no agreed measure
    of regeneration, so this is no score.
    """
    n = len(actions)
    if n == 0:
        return Undefined("no_actions")
    counts = {status: sum(action.status == status for action in actions) for status in LADDER}
    horizons = [action.horizon_years for action in actions if action.horizon_years is not None]
    long = sum(years >= long_horizon_years for years in horizons)
    detail = {
        "counts": counts,
        "done_or_documented_share": (counts["done"] + counts["documented"]) / n,
        "long_horizon_share": long / len(horizons) if horizons else None,
        "horizons_known": len(horizons),
    }
    return Value(counts["documented"] / n, n=n, detail=detail)


@kpi(
    id="volunteer_hours",
    number=82,
    theme="regenerative",
    name="Volunteer effort",
    unit="hours_per_1000",
    direction="context",
    tier="core",
    question="How much do volunteers carry?",
    reading="Hours by volunteers for every 1,000 visits. Many hours are a strength, and also something the house "
    "depends on.",
    minimum_data="Logged volunteer hours of one year",
    source="DST16, AIM40",
    cases=("business.base",),
)
def volunteer_hours(
    hours: float | None,
    visits: float | None,
    *,
    full_time_posts: float | None = None,
    hours_per_post: float = HOURS_OF_A_FULL_TIME_YEAR,
) -> Result:
    """Hours by volunteers per 1,000 visits; given the paid full-time posts, also their share of all hours.

    A full-time year is taken as 1,650 hours, which is a convention. Hours that are not logged are undefined, not 0.
    Statistics Denmark has asked for volunteers and their hours since 2022: use the same number.
    """
    given = not_negative(hours, Undefined("not_logged"))
    result = ratio(given, _visits(visits), per=1000)
    if isinstance(result, Undefined) or isinstance(given, Undefined):
        return result
    share_of_hours = None
    if full_time_posts is not None:
        all_hours = positive(given + full_time_posts * hours_per_post, Undefined("not_logged"), Undefined("not_logged"))
        share_of_hours = number_or_none(share(given, all_hours))
    return Value(result.value, detail={"share_of_hours": share_of_hours})
