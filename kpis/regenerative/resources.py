"""What a visit uses: energy, water, waste and materials."""

from kpis.declare import kpi
from kpis.known import not_negative, positive
from kpis.ratios import number_or_none, ratio, share
from kpis.result import Result, Undefined, Value

LITRES_PER_CUBIC_METRE = 1000


def _per_visit(amount: float | None, visits: float | None, *, per: float = 1) -> Result:
    visited = positive(visits, Undefined("visits_missing"), Undefined("no_visits"))
    return ratio(not_negative(amount, Undefined("meter_missing")), visited, per=per)


def water_per_visit(water_m3: float | None, visits: float | None) -> Result:
    """Litres of water per visit."""
    return _per_visit(water_m3, visits, per=LITRES_PER_CUBIC_METRE)


def waste_per_visit(waste_kg: float | None, visits: float | None) -> Result:
    """Kilograms of waste per visit."""
    return _per_visit(waste_kg, visits)


def recycling_share(recycled_kg: float | None, waste_kg: float | None) -> Result:
    """Recycled waste over all waste."""
    return share(
        not_negative(recycled_kg, Undefined("meter_missing")),
        positive(waste_kg, Undefined("meter_missing"), Undefined("no_waste")),
    )


@kpi(
    id="resource_per_visit",
    number=77,
    theme="regenerative",
    name="Energy, water, waste per visit",
    unit="kwh_per_visit",
    direction="lower",
    tier="core",
    question="How much energy, water and waste does a visit take?",
    reading="Kilowatt-hours for each visit, with litres of water and kilograms of waste beside it. Fewer visits "
    "raise the figure, so look at the total too.",
    minimum_data="Meters for one full year",
    source="ETIS01 D.3, D.5, D.6, VE13",
    cases=("regen.resources",),
)
def resource_per_visit(
    kwh: float | None,
    visits: float | None,
    *,
    water_m3: float | None = None,
    waste_kg: float | None = None,
    recycled_kg: float | None = None,
) -> Result:
    """Energy in kWh over visits; litres of water, kilograms of waste and the recycled share stand beside it.

    A missing meter makes its own figure undefined and leaves the others.
    Cold winters and the climate control of a collection weigh most, and fewer visits raise the figure: show the total
    as well.
    """
    detail = {
        "litres_of_water": number_or_none(water_per_visit(water_m3, visits)),
        "kg_of_waste": number_or_none(waste_per_visit(waste_kg, visits)),
        "recycled_share": number_or_none(recycling_share(recycled_kg, waste_kg)),
        "kwh": kwh,
    }
    energy = _per_visit(kwh, visits)
    if isinstance(energy, Undefined):
        return Undefined(energy.reason, {**energy.detail, **detail})
    return Value(energy.value, detail=detail)


@kpi(
    id="reuse_share",
    number=78,
    theme="regenerative",
    name="Reused exhibition materials",
    unit="fraction",
    direction="higher",
    tier="supporting",
    question="How much of the material in our exhibitions is reused?",
    reading="The share of the materials, by weight or by price, that had a life before.",
    minimum_data="At least 1 exhibition with its materials logged",
    source="Network conference on cultural tourism, 31 Oct 2023",
    cases=("regen.reuse",),
)
def reuse_share(reused_kg: float | None, total_kg: float | None) -> Result:
    """Reused materials over all materials, in kilograms or in kroner, the same for both.

    No published norm for museums was found; compare with your own past.
    """
    return share(
        not_negative(reused_kg, Undefined("materials_missing")),
        positive(total_kg, Undefined("materials_missing"), Undefined("no_materials")),
    )
