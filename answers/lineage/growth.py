"""What the figures about growth rest on."""

from answers.lineage.basis import Basis, Span
from answers.lineage.parts import (
    Bases,
    by_market,
    counts,
    destination,
    indicators,
    nights,
    opening,
    own_by_month,
    reference,
    reference_nights,
    survey,
    visits,
)

TWO_YEARS: Span = "with_year_before"
CAPACITY = (*counts(), *opening("open_flag", "open_days", "daily_capacity"))

GROWTH: dict[str, Bases] = {
    "visits_total": counts(),
    "visits_yoy": counts(TWO_YEARS),
    "visits_yoy_easter": counts(TWO_YEARS),
    "visits_rolling12": counts(TWO_YEARS),
    "visits_cagr": counts(),
    "visits_trend_growth": counts(),
    "relative_growth_gap": (*counts(TWO_YEARS), *reference(TWO_YEARS)),
    "shift_share": (*by_market(TWO_YEARS), *reference(TWO_YEARS, all_markets=True)),
    "market_share_nights": (*counts(), *reference_nights()),
    "capacity_utilisation": CAPACITY,
    "capacity_headroom": CAPACITY,
    "offpeak_capacity_use": CAPACITY,
    "tourism_intensity": (*nights(), *destination("residents")),
    "tourism_density": (*nights(), *destination("area_km2")),
    "visitor_pressure": (*visits(), *nights(), *destination("residents")),
    "defert_index": destination("beds", "residents"),
    "source_market_hhi": by_market(),
    "foreign_visitor_share": by_market(),
    "avg_length_of_stay": nights("period", "nights", "arrivals"),
    "spend_per_visitor": (Basis("spend", ("type_visits", "spend_dkk")),),
    "growth_share_quadrant": (*by_market(TWO_YEARS), *reference(TWO_YEARS, all_markets=True)),
    "forecast_mase": counts("until"),
    "lifecycle_note": (Basis("profiles", ("text", "author", "written_on"), "always", {"field": ("phase",)}),),
    "growth_potential_index": (
        *counts(TWO_YEARS),
        *reference(TWO_YEARS),
        *opening("open_flag", "open_days", "daily_capacity"),
        *by_market(),
        *own_by_month(TWO_YEARS),
        *indicators("consumer_prices", span=TWO_YEARS),
        Basis("offers", ("offered", "sold", "cancelled", "enquiries", "bookings")),
        *survey("satisfaction_1_10"),
        Basis("targets", ("low", "high", "owner", "reason"), "always"),
    ),
}
