"""How guests get here, and what it costs the climate."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kpis.declare import kpi
from kpis.known import not_negative, positive
from kpis.result import Result, Undefined, Value

SOFT_MODES = frozenset({"train", "bus", "walk", "bike", "walk_bike"})
UNKNOWN = "unknown"
MODE_KNOWN_NEEDED = 0.5
ANSWERS_FOR_A_FIGURE = 30
NOT_TOLD = Undefined("travel_missing")


@dataclass(frozen=True, slots=True)
class Travel:
    """The visits that came by one mode: the way there and back, kg CO2e per vehicle and km, persons in a vehicle.

    A factor that `is_sourced` is not counts for nothing.
    """

    mode: str
    visits: float | None
    round_trip_km: float | None
    kg_per_km: float | None
    persons_per_vehicle: float | None
    is_sourced: bool = True

    def emission(self) -> float | Undefined:
        """kg CO2e of all these visits, or what is missing to compute it."""
        mode = {"mode": self.mode}
        if self.kg_per_km is not None and not self.is_sourced:
            return Undefined("factor_source_missing", mode)
        no_persons = Undefined("persons_missing", mode)
        visits = not_negative(self.visits, Undefined("mode_visits_missing", mode))
        distance = not_negative(self.round_trip_km, Undefined("distance_missing", mode))
        factor = not_negative(self.kg_per_km, Undefined("factor_missing", mode))
        persons = positive(self.persons_per_vehicle, no_persons, no_persons)
        numbers: list[float] = []
        for part in (visits, distance, factor, persons):
            if isinstance(part, Undefined):
                return part
            numbers.append(part)
        return numbers[0] * numbers[1] * numbers[2] / numbers[3]


@kpi(
    id="co2_per_visit_transport",
    number=75,
    theme="regenerative",
    name="CO₂e of getting here, per visit",
    unit="kg_per_visit",
    direction="lower",
    tier="core",
    question="What does a visit cost the climate in transport?",
    reading="Kilograms of CO₂e for the way here and back, for each visit.",
    minimum_data="The mode of travel for at least half of the visits, with distance and a sourced factor for each mode",
    source="ETIS01 D.1.1, D.1.4, CH41, TSA25",
    cases=("regen.co2", "regen.co2_missing"),
)
def co2_per_visit_transport(modes: Sequence[Travel], *, unknown_mode_visits: float = 0) -> Result:
    """Emission of getting here over the visits whose mode is known: Σ visits·km·factor / persons, summed over modes.

    No factors are built in: each needs its own number and its source. A missing distance, factor, source or number of
    persons makes the figure undefined.
    How a long holiday is shared among its stops is arbitrary: state the rule, for example by nights. No norm per visit
    exists; the national aim for Denmark is 70 per cent less by 2030.
    """
    if not modes and not unknown_mode_visits:
        return NOT_TOLD
    known_visits = 0.0
    for travel in modes:
        visits = not_negative(travel.visits, Undefined("mode_visits_missing", {"mode": travel.mode}))
        if isinstance(visits, Undefined):
            return visits
        known_visits += visits
    all_visits = known_visits + unknown_mode_visits
    if all_visits == 0:
        return Undefined("no_visits")
    known_share = known_visits / all_visits
    if known_share < MODE_KNOWN_NEEDED:
        return Undefined("mode_unknown", {"mode_known_share": known_share, "minimum_share": MODE_KNOWN_NEEDED})
    kilograms: dict[str, float] = {}
    for travel in modes:
        emission = travel.emission()
        if isinstance(emission, Undefined):
            return Undefined(emission.reason, {**emission.detail, "mode_known_share": known_share})
        kilograms[travel.mode] = kilograms.get(travel.mode, 0.0) + emission
    total = sum(kilograms.values())
    return Value(total / known_visits, detail={"kg_by_mode": kilograms, "kg": total, "mode_known_share": known_share})


@kpi(
    id="soft_mobility_share",
    number=76,
    theme="regenerative",
    name="Arrived without car",
    unit="fraction",
    direction="higher",
    tier="supporting",
    question="How many guests come without a car?",
    reading="The share of the guests who came by train or bus, on foot or by bicycle. Compare with your own past: "
    "remote places cannot reach the share of a city.",
    minimum_data="The mode of travel for at least 30 guests",
    source="ETIS01 D.1.1",
    cases=("regen.co2",),
)
def soft_mobility_share(visits_by_mode: Mapping[str, float | None]) -> Result:
    """Guests who came by train, bus, foot or bicycle over guests whose mode is known.

    Unknown is neither with nor without a car. Below 30 guests there is no figure.
    """
    if not visits_by_mode:
        return NOT_TOLD
    known: dict[str, float] = {}
    for mode, visits in visits_by_mode.items():
        number = not_negative(visits, Undefined("mode_visits_missing", {"mode": mode}))
        if isinstance(number, Undefined):
            return number
        known[mode] = number
    n = sum(visits for mode, visits in known.items() if mode != UNKNOWN)
    if n < ANSWERS_FOR_A_FIGURE:
        return Undefined("too_few_answers", {"n": int(n), "minimum": ANSWERS_FOR_A_FIGURE})
    return Value(sum(visits for mode, visits in known.items() if mode in SOFT_MODES) / n, n=int(n))
