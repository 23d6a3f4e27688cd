"""Worked cases about what gets better because guests come, and about own revenue."""

from collections.abc import Mapping

from kpis.business.income import revenue_per_visit
from kpis.oracle_adapters.naming import defined, mapping_of, named, value_of
from kpis.oracles import Adapter, Inputs, Outputs
from kpis.regenerative.care import Action, nature_care, regen_evidence_ladder
from kpis.regenerative.local_economy import lm3, local_procurement_share, seasonal_job_share
from kpis.regenerative.residents import ANSWERS, resident_support_share
from kpis.regenerative.resources import resource_per_visit, reuse_share
from kpis.regenerative.standards import accessible_share, certification_share, counted_share, heritage_event_share
from kpis.regenerative.travel import Travel, co2_per_visit_transport, soft_mobility_share
from kpis.result import Undefined


def _residents(inputs: Inputs) -> Outputs:
    support = defined(resident_support_share(*(inputs[answer] for answer in ANSWERS)))
    names = {"share_positive_excl_dk": "share_excluding_dont_know", "net_balance_pp": "net_balance"}
    return {**named(support, "share_positive_all", **names), "n": support.n, "wilson95_all": support.interval}


def _lm3(inputs: Inputs) -> Outputs:
    return named(lm3(inputs["round1_income"], inputs["round2_local_spend"], inputs["round3_local_respend"]), "lm3")


def _local_procurement(inputs: Inputs) -> Outputs:
    return named(local_procurement_share(inputs["purchases_local"], inputs["purchases_total"]), "share")


def _co2(inputs: Inputs) -> Outputs:
    modes = [Travel(**mode) for mode in inputs["modes"]]
    result = co2_per_visit_transport(modes, unknown_mode_visits=inputs.get("unknown_mode_visits", 0))
    if isinstance(result, Undefined):
        return named(result, "kg_per_visit")
    soft = soft_mobility_share({travel.mode: travel.visits for travel in modes})
    return {
        **named(result, "kg_per_visit", kg_total="kg"),
        "kg_by_mode": list(mapping_of(result, "kg_by_mode").values()),
        "soft_mode_share": value_of(soft),
    }


def _resources(inputs: Inputs) -> Outputs:
    meters = {name: inputs[name] for name in ("water_m3", "waste_kg", "recycled_kg")}
    names = {
        "litres_per_visit": "litres_of_water",
        "waste_kg_per_visit": "kg_of_waste",
        "recycling_rate": "recycled_share",
    }
    return named(resource_per_visit(inputs["kwh"], inputs["visits"], **meters), "kwh_per_visit", **names)


def _shares(inputs: Inputs) -> Outputs:
    businesses = inputs["businesses"]
    return {
        "certification_share": value_of(certification_share(inputs["certified"], businesses)),
        "heritage_event_share": value_of(heritage_event_share(inputs["heritage_events"], inputs["events"])),
        "accessible_share": value_of(accessible_share(inputs["accessible"], inputs["attractions"])),
        "seasonal_job_share": value_of(seasonal_job_share(inputs["seasonal_jobs"], inputs["jobs"])),
        "biodiversity_active_share": value_of(counted_share(inputs["biodiversity_active"], businesses)),
    }


def _nature_care(inputs: Inputs) -> Outputs:
    care = nature_care(
        inputs["volunteer_hours_nature"],
        inputs["visits"],
        hectares=inputs["area_ha"],
        given_back_dkk=inputs["giveback_kr"],
        own_income_dkk=inputs["own_income"],
    )
    names = {"ha": "hectares", "giveback_per_visit": "given_back_per_visit", "giveback_share": "given_back_share"}
    return named(care, "hours_per_1000_visits", **names)


def _reuse(inputs: Inputs) -> Outputs:
    return named(reuse_share(inputs["reused_kg"], inputs["total_kg"]), "share")


def _ladder(inputs: Inputs) -> Outputs:
    actions = [Action(action["status"], action["horizon"]) for action in inputs["actions"]]
    ladder = defined(regen_evidence_ladder(actions, long_horizon_years=inputs["long_horizon_years"]))
    shares = {name: name for name in ("done_or_documented_share", "long_horizon_share")}
    return {**named(ladder, "documented_share", **shares), "n": ladder.n}


def _revenue_per_visit(inputs: Inputs) -> Outputs:
    return named(revenue_per_visit(inputs["own_income"], inputs["visits"]), "value")


ADAPTERS: Mapping[str, Adapter] = {
    "resident_support_share": _residents,
    "lm3": _lm3,
    "local_procurement_share": _local_procurement,
    "co2_per_visit_transport": _co2,
    "resource_per_visit": _resources,
    "share_family": _shares,
    "nature_care": _nature_care,
    "reuse_share": _reuse,
    "regen_evidence_ladder": _ladder,
    "revenue_per_visit": _revenue_per_visit,
}
