"""The measured figures that belong to each of the ten steps: evidence beside what people tell, never mixed with it."""

from collections.abc import Mapping
from datetime import date

from access.reader import Reader
from answers.answer import Answer
from answers.data import Data
from answers.places import Place
from answers.quality import quality
from answers.show import all_answers

# What is measured of each step; the first step is only told.
MEASURED: Mapping[int, tuple[str, ...]] = {
    1: (),
    2: (
        "visits_trend_growth",
        "relative_growth_gap",
        "capacity_headroom",
        "source_market_hhi",
        "growth_potential_index",
        "revenue_per_visit",
    ),
    3: ("resident_support_share", "volunteer_hours", "private_funding_share"),
    4: ("knowledge_exchange", "network_density", "isolate_share"),
    5: ("revenue_per_visit", "visits_per_opening_hour"),
    6: ("network_density", "cross_sector_share", "offseason_share"),
    7: ("joint_product_share", "season_growth_contribution"),
    8: ("referral_share", "offer_fill_rate"),
    9: ("satisfaction_mean", "nps", "offer_fill_rate"),
    10: ("data_completeness", "freshness"),
}


def evidence(data: Data, place: Place, year: int, reader: Reader, today: date) -> Mapping[int, tuple[Answer, ...]]:
    """Return for each step the measured figures of the place in the year, as this reader may see them."""
    key = ("evidence", place.id, year, reader.sees_business_figures, today)
    return data.remember(key, lambda: _evidence(data, place, year, reader, today))


def _evidence(data: Data, place: Place, year: int, reader: Reader, today: date) -> Mapping[int, tuple[Answer, ...]]:
    answers = {**all_answers(data, place, year, reader), **quality(data, place, year, today).answers}
    return {step: tuple(answers[kpi] for kpi in ids if kpi in answers) for step, ids in MEASURED.items()}
