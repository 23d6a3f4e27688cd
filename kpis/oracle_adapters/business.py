"""Worked cases about the culture business."""

from collections.abc import Mapping

from kpis.business.audience import dissimilarity, education_share
from kpis.business.costs import cost_per_visit, operating_result, visits_per_post
from kpis.business.funding import income_diversity, private_funding_share, self_earned_share, total_income
from kpis.business.income import admission_per_visit, own_revenue, revenue_per_visit
from kpis.business.local_value import VisitorType, local_economic_value
from kpis.business.opening_hours import visits_per_opening_hour
from kpis.business.purpose import ProductRevenue, mission_aligned_revenue_share
from kpis.business.real_growth import real_revenue_growth
from kpis.business.shop import revenue_of_stream_per_visit, shop_conversion
from kpis.business.staff import profession_diversity
from kpis.oracle_adapters.naming import defined, mapping_of, named, value_of
from kpis.oracles import Adapter, Inputs, Outputs
from kpis.regenerative.care import volunteer_hours
from kpis.result import Undefined

EARNED = {"admission": "admission", "shop": "shop", "cafe": "cafe", "events": "event"}
GRANTS = {"grants_public": "grant_public", "grants_private": "grant_private"}


def _family(inputs: Inputs) -> Outputs:
    streams = {stream: inputs[name] for name, stream in {**EARNED, **GRANTS}.items()}
    return {**_income(streams, inputs), **_effort(streams, inputs)}


def _income(streams: Mapping[str, float], inputs: Inputs) -> Outputs:
    visits = inputs["visits"]
    admission = admission_per_visit(streams["admission"], visits, paying_visits=inputs["paying_visits"])
    shop = shop_conversion(inputs["shop_transactions"], visits, shop_revenue_dkk=streams["shop"])
    return {
        **named(self_earned_share(streams), "self_earned_share", own_income="own_income", total_income="total"),
        **named(admission, "admission_per_visit", admission_per_paying_visit="per_paying_visit"),
        **named(shop, "shop_conversion", shop_basket="basket", shop_per_visit="per_visit"),
        "cafe_per_visit": value_of(revenue_of_stream_per_visit(streams["cafe"], visits)),
        "private_funding_share": value_of(private_funding_share(streams)),
        "income_hhi": value_of(income_diversity(streams)),
    }


def _effort(streams: Mapping[str, float], inputs: Inputs) -> Outputs:
    visits, cost, posts = inputs["visits"], inputs["cost_total"], inputs["fte"]
    earned = own_revenue(streams)
    if isinstance(earned, Undefined):
        raise ValueError(f"undefined: {earned.reason}")
    per_visit = cost_per_visit(cost, visits, public_grants_dkk=streams["grant_public"])
    per_hour = visits_per_opening_hour(
        visits, inputs["opening_hours"], revenue_dkk=earned, open_days=inputs["open_days"]
    )
    volunteers = volunteer_hours(
        inputs["volunteer_hours"],
        visits,
        full_time_posts=posts,
        hours_per_post=inputs["annual_work_hours_per_fte"],
    )
    education = education_share(inputs["education_visits"], visits, under_18_visits=inputs["under18_visits"])
    hour_names = {"revenue_per_opening_hour": "revenue_per_hour", "visits_per_open_day": "visits_per_open_day"}
    return {
        "revenue_per_visit": value_of(revenue_per_visit(earned, visits)),
        "result": value_of(operating_result(total_income(streams), cost)),
        "visits_per_fte": value_of(visits_per_post(visits, posts)),
        **named(per_visit, "cost_per_visit", public_grant_per_visit="public_grant_per_visit"),
        **named(per_hour, "visits_per_opening_hour", **hour_names),
        **named(volunteers, "volunteer_hours_per_1000_visits", volunteer_share_of_hours="share_of_hours"),
        **named(education, "education_share", under18_share="under_18_share"),
    }


def _admission(inputs: Inputs) -> Outputs:
    return {"value": value_of(admission_per_visit(inputs["admission"], inputs["visits"]))}


def _real_growth(inputs: Inputs) -> Outputs:
    growth = real_revenue_growth(
        inputs["rev_prev"],
        inputs["rev_curr"],
        prices_previous=inputs["cpi_prev"],
        prices_current=inputs["cpi_curr"],
    )
    return named(growth, "real", nominal="nominal")


def _professions(inputs: Inputs) -> Outputs:
    staff = {f"profession {place}": heads for place, heads in enumerate(inputs["staff_by_profession"], 1)}
    names = {"effective_professions_simpson": "simpson", "largest_share": "largest_share"}
    return named(profession_diversity(staff), "effective_professions_shannon", **names)


def _audience(inputs: Inputs) -> Outputs:
    groups = inputs["groups"]
    visitors, population = (
        dict(zip(groups, inputs[of], strict=True)) for of in ("visitor_shares", "population_shares")
    )
    result = dissimilarity(visitors, population)
    representation = mapping_of(result, "representation")
    return {**named(result, "dissimilarity"), "representation_index": [representation[group] for group in groups]}


def _mission(inputs: Inputs) -> Outputs:
    products = [ProductRevenue(tag, revenue) for tag, revenue in inputs["lines"]]
    result = mission_aligned_revenue_share(products)
    return named(result, "core_share", core_or_supporting_share="core_or_supporting")


def _local_value(inputs: Inputs) -> Outputs:
    types = [
        VisitorType(kind["type"], kind["visits"], kind["offsite_spend"], kind["additionality"])
        for kind in inputs["types"]
    ]
    result = defined(local_economic_value(types))
    return {**named(result, "total"), "by_type": list(mapping_of(result, "by_type").values())}


ADAPTERS: Mapping[str, Adapter] = {
    "culture_business_family": _family,
    "admission_per_visit": _admission,
    "real_revenue_growth": _real_growth,
    "profession_diversity": _professions,
    "audience_dissimilarity": _audience,
    "mission_aligned_revenue_share": _mission,
    "local_economic_value": _local_value,
}
