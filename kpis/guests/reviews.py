"""What the guests write about the place elsewhere."""

from kpis.declare import kpi
from kpis.known import known, positive
from kpis.result import Result, Undefined, Value

LOWEST, HIGHEST = 1, 5
PRIOR_WEIGHT = 20.0


def _rating(given: float | None, missing: Undefined) -> float | Undefined:
    rating = known(given, missing)
    if isinstance(rating, float) and not LOWEST <= rating <= HIGHEST:
        return Undefined("off_scale", {"scores": (rating,), "lowest": LOWEST, "highest": HIGHEST})
    return rating


def on_stars(scale_low: float | None, scale_high: float | None) -> Undefined | None:
    """Why ratings on that scale are no stars from 1 to 5, None where they are; scales are never turned into another."""
    if scale_low is None or scale_high is None:
        return Undefined("scale_missing")
    if (scale_low, scale_high) == (LOWEST, HIGHEST):
        return None
    given = {"given_lowest": scale_low, "given_highest": scale_high}
    return Undefined("other_scale", {**given, "lowest": LOWEST, "highest": HIGHEST})


@kpi(
    id="review_rating_adjusted",
    number=66,
    theme="guests",
    name="Review rating, size-adjusted",
    unit="score_5",
    direction="higher",
    tier="supporting",
    question="What do the reviews say, when a few of them cannot decide alone?",
    reading="Stars from 1 to 5, drawn towards what is usual on the platform when there are few reviews.",
    minimum_data="At least 1 review, and the usual rating to hold it against",
    source="Bayesian average",
    cases=("guest.rating_shrunk",),
)
def review_rating_adjusted(
    mean_rating: float | None,
    reviews: int | None,
    *,
    usual_rating: float | None,
    weight: float = PRIOR_WEIGHT,
) -> Result:
    """(n·mean + m·usual) / (n + m): m imagined reviews at the usual rating are added to the n real ones.

    m is 20 unless set otherwise, and both m and the usual rating are printed. Without reviews there is no figure, and
    the usual rating is not one. Those who write on one platform are not those of another, so each stands for itself.
    """
    n = positive(reviews, Undefined("reviews_missing"), Undefined("no_reviews"))
    if isinstance(n, Undefined):
        return n
    mean = _rating(mean_rating, Undefined("reviews_missing"))
    if isinstance(mean, Undefined):
        return mean
    usual = _rating(usual_rating, Undefined("usual_rating_missing"))
    if isinstance(usual, Undefined):
        return usual
    adjusted = (n * mean + weight * usual) / (n + weight)
    return Value(adjusted, n=int(n), detail={"mean": mean, "usual": usual, "weight": weight})
