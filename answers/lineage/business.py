"""What the figures about the culture businesses and their guests rest on."""

from collections.abc import Collection

from answers.lineage.basis import Basis, Scope
from answers.lineage.parts import GRANTS, OF_ACTOR, Bases, income, indicators, opening, survey, visits
from answers.season import OWN_INCOME
from warehouse.schema import ALL

SATISFACTION = survey("satisfaction_1_10")
COSTS = Basis("revenue", ("amount_dkk", "cost_dkk"), where={"stream": ("cost", "all", *OWN_INCOME)})
SALES = ("revenue_dkk", "mission_tag", "actor_id", "status", "tag_owner", "tag_reason", "tagged_on")
SEATS = ("offered", "sold", "cancelled", "enquiries", "bookings")
OWN_STREAMS = tuple(stream for stream in OWN_INCOME if stream != ALL)
STARS = ("mean_rating", "reviews", "scale_low", "scale_high")
AGES = ("population:18-29", "population:30-49", "population:50-64", "population:65+")

OWN = (Basis("revenue", ("amount_dkk",), where={"stream": OWN_INCOME}, added=OF_ACTOR),)
OWN_OF_TWO_YEARS = (Basis("revenue", ("amount_dkk",), "with_year_before", {"stream": OWN_INCOME}, added=OF_ACTOR),)


def _everybody_reviewed(scope: Scope) -> Collection[str]:
    """All who have reviews: a rating is drawn towards what is usual among them."""
    return list(scope.data.frame("reviews")["actor_id"].unique())


BUSINESS: dict[str, Bases] = {
    "revenue_per_visit": (*OWN, *visits()),
    "admission_per_visit": (
        *income("admission"),
        *visits(),
        Basis("visits", ("paying_visits",), grain="month"),
    ),
    "shop_conversion": (*income("shop", columns=("amount_dkk", "transactions")), *visits()),
    "self_earned_share": (*income(*OWN_INCOME, *GRANTS), Basis("funding", ("amount_dkk",))),
    "private_funding_share": income(*OWN_INCOME, *GRANTS),
    "cost_per_visit": (COSTS, *income("grant_public"), *visits()),
    "visits_per_opening_hour": (*visits(), *opening("open_flag", "open_days", "opening_hours"), *OWN),
    "real_revenue_growth": (
        *OWN_OF_TWO_YEARS,
        *indicators("consumer_prices", span="with_year_before"),
    ),
    "income_diversity": income(*OWN_STREAMS),
    "mission_aligned_revenue_share": (Basis("products", SALES), *OWN),
    "education_share": (Basis("visits", ("visits",), grain="month"),),
    "audience_dissimilarity": (*survey("audience"), *indicators(*AGES)),
    "profession_diversity": (Basis("staff", ("headcount", "fte")),),
    "local_economic_value": (
        Basis("spend", ("type_visits", "spend_dkk", "additionality", "source", "source_date")),
    ),
}  # fmt: skip

GUESTS: dict[str, Bases] = {
    "satisfaction_mean": SATISFACTION,
    "satisfied_share": SATISFACTION,
    "nps": survey("nps_0_10"),
    "repeat_visitor_share": survey("repeat"),
    "response_rate": (
        Basis("guest_response", ("count", "invited"), where={"question": ("satisfaction_1_10", "nps_0_10")}),
        *visits(),
    ),
    "offer_fill_rate": (Basis("offers", SEATS),),
    "review_rating_adjusted": (Basis("reviews", STARS, codes=_everybody_reviewed),),
    "importance_performance": survey("importance_1_10", "performance_1_10"),
    "complaint_rate": (Basis("complaints", ("complaints", "has_channel")), *visits()),
}
