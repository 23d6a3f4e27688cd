"""What the guests leave in the shops and beds around the house."""

from collections.abc import Sequence
from dataclasses import dataclass

from kpis.declare import kpi
from kpis.known import not_negative
from kpis.result import Result, Undefined, Value


@dataclass(frozen=True, slots=True)
class VisitorType:
    """The visits of one type of guest, what each spends outside the house, and how much of that we brought about."""

    type: str
    visits: float | None
    offsite_spend_dkk: float | None
    additionality: float | None

    def value_dkk(self) -> float | Undefined:
        """What these guests leave in the area because of us, or what is missing to compute it."""
        kind = {"visitor_type": self.type}
        visits = not_negative(self.visits, Undefined("visitor_type_missing", kind))
        spend = not_negative(self.offsite_spend_dkk, Undefined("spend_factor_missing", kind))
        additional = not_negative(self.additionality, Undefined("additionality_missing", kind))
        if isinstance(visits, Undefined):
            return visits
        if isinstance(spend, Undefined):
            return spend
        if isinstance(additional, Undefined):
            return additional
        if additional > 1:
            return Undefined("part_exceeds_whole", {"part": additional, "whole": 1})
        return visits * spend * additional


@kpi(
    id="local_economic_value",
    number=59,
    theme="business",
    name="Visitor spend in the area (AIM method)",
    unit="dkk",
    direction="higher",
    tier="supporting",
    question="How much do our guests leave in the area because of us?",
    reading="An estimate in kroner of what guests spend outside the house and would not have spent here without us.",
    minimum_data="Visits by type of guest, and for each type a sourced spend and share that is due to us",
    source="AIM40",
    cases=("business.local_value",),
)
def local_economic_value(visitor_types: Sequence[VisitorType]) -> Result:
    """Visits × spend outside the house × additionality, summed over local guests, day guests and overnight guests.

    Additionality is the share of the spend that would not have come without us, from 0 to 1. No factors are built in:
    each needs its own number, source and date, and the British ones hold for Britain only.
    It is an estimate built on assumptions. Never add LM3 on top without saying so.
    """
    by_type: dict[str, float] = {}
    for kind in visitor_types:
        amount = kind.value_dkk()
        if isinstance(amount, Undefined):
            return amount
        by_type[kind.type] = by_type.get(kind.type, 0) + amount
    if not by_type:
        return Undefined("visitor_types_missing")
    return Value(sum(by_type.values()), n=len(by_type), detail={"by_type": by_type})
