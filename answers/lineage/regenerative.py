"""What the figures about what gets better, and what it costs, rest on."""

from answers.lineage.basis import Basis
from answers.lineage.parts import GONE, Bases, metrics, own_by_month, visits

CARE = ("actor_id", "period", "activity", "hours", "ha", "dkk", "status", "evidence_link")
LADDER = ("actor_id", "period", "activity", "status", "horizon_years")
MODES = ("mode_visits", "answers", "round_trip_km", "kg_per_km", "persons_per_vehicle", "factor_source")

REGENERATIVE: dict[str, Bases] = {
    "resident_support_share": (Basis("residents", ("count",)),),
    "local_procurement_share": metrics("purchases_local", "purchases_total"),
    "lm3": metrics("lm3_r1", "lm3_r2", "lm3_r3"),
    "nature_care": (Basis("regenerative", CARE), *visits(), *own_by_month()),
    "regen_evidence_ladder": (Basis("regenerative", LADDER, "until"),),
    "certification_share": (Basis("actors", ("certification", "cert_valid_to", *GONE), "always"),),
    "co2_per_visit_transport": (Basis("travel", MODES),),
    "soft_mobility_share": (Basis("travel", ("mode_visits", "answers")),),
    "resource_per_visit": (*metrics("kwh", "water_m3", "waste_kg", "recycled_kg"), *visits()),
    "reuse_share": metrics("reused_kg", "total_material_kg"),
    "heritage_event_share": (Basis("events", ("actor_id", "date", "attendance", "local_heritage", "rule_note")),),
    "seasonal_job_share": metrics("seasonal_jobs", "jobs"),
    "accessible_share": (Basis("actors", ("sector", "access_standard", *GONE), "always"),),
    "volunteer_hours": (*metrics("volunteer_hours"), *visits()),
    "target_band_status": (Basis("targets", ("low", "high", "owner", "reason", "decided_on")),),
}
