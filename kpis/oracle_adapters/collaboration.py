"""Worked cases about the network and what comes of it."""

from collections.abc import Mapping

from kpis.collaboration.network import dmo_centrality, isolate_share, network_density
from kpis.collaboration.results import joint_product_share, partner_participation, referral_share
from kpis.collaboration.ties import cross_sector_share, tie_confirmation
from kpis.oracle_adapters.naming import named, value_of
from kpis.oracles import Adapter, Inputs, Outputs
from kpis.result import Undefined


def _network(inputs: Inputs) -> Outputs:
    actors, ties = inputs["nodes"], [(one, other) for one, other in inputs["edges"]]
    density = network_density(actors, ties)
    if isinstance(density, Undefined):
        return named(density, "density")
    isolates = isolate_share(actors, ties)
    return {
        **named(density, "density", ties="ties", avg_degree="average_degree", clustering_avg="clustering"),
        "n": density.n,
        **named(isolates, "isolate_share", isolates="isolates", largest_component_share="largest_component_share"),
        **named(dmo_centrality(actors, ties, "DMO"), "betweenness_DMO", degree_centralization="degree_centralisation"),
        **named(cross_sector_share(inputs["sector"], ties), "cross_sector_share", ei_index="ei_index"),
    }


def _claims(inputs: Inputs) -> Outputs:
    claims = [(who, whom) for who, whom in inputs["claims"]]
    asked = {actor for claim in claims for actor in claim}
    names = {"mutual_pairs": "mutual_pairs", "claimed_pairs": "claimed_pairs"}
    result = tie_confirmation(claims, asked)
    return named(result, "confirmed_share", **names, networkx_reciprocity="directed_reciprocity")


def _joint(inputs: Inputs) -> Outputs:
    partners, actors = inputs["partners_in_joint_products"], inputs["actors"]
    return {
        "joint_revenue_share": value_of(joint_product_share(inputs["joint_revenue"], inputs["own_income"])),
        "referral_share": value_of(referral_share(inputs["referred_visits"], inputs["visits_with_known_channel"])),
        "partner_participation": value_of(partner_participation(partners, actors)),
    }


ADAPTERS: Mapping[str, Adapter] = {
    "network_family": _network,
    "tie_confirmation": _claims,
    "joint_product_share": _joint,
}
