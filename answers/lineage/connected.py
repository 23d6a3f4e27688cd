"""What the figures about collaboration, the ten steps and the data themselves rest on."""

from collections.abc import Collection

from answers.lineage.basis import Basis, Scope
from answers.lineage.parts import Bases, counts, own_by_month
from answers.network import network_of

TIES = ("start", "end", "confirmed_a", "confirmed_b")
SECTORS = ("sector", "actor_type", "active_from", "active_to")


def _members(scope: Scope) -> Collection[str]:
    """Everybody in the network of the place: its actors, its DMO and the authorities that serve it."""
    return network_of(scope.data, scope.place, int(scope.ends[1][:4])).members


NETWORK = (
    Basis("partnerships", TIES, "always", codes=_members),
    Basis("actors", SECTORS, "always", codes=_members),
)
FIVE_W = ("who", "what", "why", "how")

COLLABORATION: dict[str, Bases] = {
    "network_density": NETWORK,
    "isolate_share": NETWORK,
    "dmo_centrality": NETWORK,
    "cross_sector_share": NETWORK,
    "tie_confirmation": NETWORK,
    "joint_product_share": (
        Basis("products", ("revenue_dkk", "actor_id", "partners", "status", "live_from", "live_to")),
        *own_by_month(),
    ),
    "referral_share": (Basis("visits", ("visits",), grain="month"),),
    # A year in which nobody met is known to be one by the log that was kept before.
    "knowledge_exchange": (
        Basis("log", ("kind", "date", "destination_id", "actor_id", "partners", "subject", "participants"), "until"),
        Basis("links", ("theme", "learning", "begun_on"), "always"),
    ),
}

STEPS: dict[str, Bases] = {
    "ten_steps_status": (Basis("steps", ("maturity", "not_relevant", "owner", "judged_on"), "always"),),
    "five_w_completeness": (Basis("steps", (*FIVE_W, "when", "not_relevant"), "always"),),
    "evidence_share": (Basis("steps", ("maturity", "not_relevant", "evidence_link"), "always"),),
    "action_overdue_share": (Basis("actions", ("due", "done", "status", "destination_id", "actor_id"), "always"),),
}

QUALITY: dict[str, Bases] = {
    "data_completeness": counts(),
    "freshness": counts("until"),
    "break_flags": (Basis("notes", ("date_to", "text"), "always"),),
}
