"""Worked cases about what the guests answer and buy."""

from collections.abc import Mapping

from kpis.guests.answers import ANSWERS_SHOWN, shown
from kpis.guests.complaints import complaint_rate
from kpis.guests.importance import mean_cuts
from kpis.guests.loyalty import repeat_visitor_share
from kpis.guests.offers import offer_fill_rate
from kpis.guests.recommendation import net_promoters
from kpis.guests.response import response_rate
from kpis.guests.reviews import review_rating_adjusted
from kpis.guests.satisfaction import satisfaction_mean, satisfied_share
from kpis.oracle_adapters.naming import defined, named
from kpis.oracles import Adapter, Inputs, Outputs
from kpis.result import Result, Undefined


def _satisfaction(inputs: Inputs) -> Outputs:
    answers = {int(score): count for score, count in inputs["counts_1_10"].items()}
    mean, satisfied = defined(satisfaction_mean(answers)), defined(satisfied_share(answers))
    return {
        **named(mean, "mean", sd="sd"),
        "n": mean.n,
        "ci95": mean.interval,
        **named(satisfied, "satisfied_share", satisfied_n_ge8="satisfied"),
        "satisfied_wilson95": satisfied.interval,
    }


def _nps(inputs: Inputs) -> Outputs:
    score = net_promoters(inputs["promoters"], inputs["passives"], inputs["detractors"])
    if isinstance(score, Undefined):
        return named(score, "nps")
    names = {"variance_unit": "variance", "se_points": "standard_error", "wald95": "wald_interval"}
    return {**named(score, "nps", **names), "n": score.n, "adj_wald95": score.interval, "display": _display(score)}


def _display(score: Result) -> str:
    given = shown(score)
    hidden = isinstance(given, Undefined) and given.reason == "too_few_answers"
    return f"suppressed_n_lt_{ANSWERS_SHOWN}" if hidden else "shown"


def _repeat(inputs: Inputs) -> Outputs:
    share = defined(repeat_visitor_share(inputs["repeat"], inputs["n"]))
    return {**named(share, "share"), "wilson95": share.interval}


def _rating(inputs: Inputs) -> Outputs:
    rating = review_rating_adjusted(
        inputs["mean"], inputs["n"], usual_rating=inputs["prior_mean"], weight=inputs["prior_weight"]
    )
    return named(rating, "adjusted")


def _response(inputs: Inputs) -> Outputs:
    rate = response_rate(inputs["responses"], inputs["invited"], visits=inputs["visits"])
    return named(rate, "rate", responses_per_1000_visits="per_1000_visits", margin_95_p50_fpc="margin")


def _fill(inputs: Inputs) -> Outputs:
    rest = {name: inputs[name] for name in ("cancelled", "enquiries", "bookings")}
    filled = offer_fill_rate(inputs["seats_sold"], inputs["seats_offered"], **rest)
    return named(filled, "fill_rate", conversion="conversion", cancel_rate="cancelled_share")


def _importance(inputs: Inputs) -> Outputs:
    points = list(zip(inputs["importance"], inputs["performance"], strict=True))
    cuts = mean_cuts(points)
    return {"quadrants": [cuts.quadrant(*point) for point in points]}


def _complaints(inputs: Inputs) -> Outputs:
    rate = complaint_rate(inputs["complaints"], inputs["visits"], log_kept=inputs["log_kept"])
    return named(rate, "per_1000")


ADAPTERS: Mapping[str, Adapter] = {
    "satisfaction_mean": _satisfaction,
    "nps": _nps,
    "repeat_visitor_share": _repeat,
    "review_rating_adjusted": _rating,
    "response_rate": _response,
    "offer_fill_rate": _fill,
    "importance_performance": _importance,
    "complaint_rate": _complaints,
}
