"""Our own worked cases, for the KPIs that no oracle pins: a call, and what it must give."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import NamedTuple

from kpis.collaboration.results import Gathering, knowledge_exchange
from kpis.growth.lifecycle import lifecycle_note
from kpis.quality import Break, break_flags, freshness
from kpis.result import Result


class Worked(NamedTuple):
    """One worked case of a KPI."""

    told: str
    compute: Callable[[], Result]
    expected: float | str


OWN_CASES: Mapping[str, Worked] = {
    "lifecycle_note": Worked(
        "the board has chosen the phase of development", lambda: lifecycle_note("development"), "development"
    ),
    "knowledge_exchange": Worked(
        "two workshops and a meeting, one of them without a count",
        lambda: knowledge_exchange([Gathering("workshop", 12), Gathering("workshop"), Gathering("sparring", 3)]),
        3,
    ),
    "freshness": Worked(
        "July was the last full month, and today is 14 September",
        lambda: freshness(date(2025, 9, 14), date(2025, 7, 31)),
        45,
    ),
    "break_flags": Worked(
        "a new counter in 2022 and the COVID years, of 2019 to 2024",
        lambda: break_flags([Break("counter", date(2022, 5, 1))], date(2019, 1, 1), date(2024, 12, 31)),
        2,
    ),
}
