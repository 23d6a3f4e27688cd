"""What the figures about the season rest on."""

from answers.lineage.parts import Bases, by_market, counts, opening, own_by_month, reference

OF_ONE_YEAR = (
    "gini_season_norm",
    "months_to_move",
    "seasonality_ratio",
    "seasonality_indicator",
    "cv_season",
    "theil_season",
    "season_evenness",
    "peak_month_share",
    "top3_share",
    "peak_trough_ratio",
    "offseason_share",
    "seasonal_factors",
    "stl_seasonal_strength",
)

SEASON: dict[str, Bases] = {
    **dict.fromkeys(OF_ONE_YEAR, counts()),
    "gini_season_open": (*counts(), *opening("open_flag")),
    "season_growth_contribution": counts("with_year_before"),
    "season_shift_label": counts("with_year_before"),
    "open_months": opening("open_flag", "open_days", "opening_hours"),
    "gini_season_per_day": (*counts(), *opening("open_flag", "open_days")),
    "gini_season_revenue": (*own_by_month(), *counts()),
    "season_market_rme": by_market(),
    "season_gap_vs_reference": (*counts(), *reference()),
}
