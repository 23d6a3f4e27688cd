"""How much tourism there is for the people and the land it happens on."""

from kpis.declare import kpi
from kpis.known import not_negative, positive
from kpis.ratios import number_or_none, ratio
from kpis.result import Result, Undefined, Value

DAYS_OF_A_YEAR = 365
NIGHTS_MISSING = Undefined("nights_missing")
VISITS_MISSING = Undefined("visits_missing")


def _residents(residents: float | None) -> float | Undefined:
    return positive(residents, Undefined("residents_missing"), Undefined("residents_zero"))


@kpi(
    id="tourism_intensity",
    number=13,
    theme="growth",
    name="Tourism intensity",
    unit="nights_per_resident",
    direction="band",
    tier="core",
    question="How much tourism is there for each resident?",
    reading="Nights in a year for each resident. What is too much is for the place itself to decide; no common limit "
    "exists.",
    minimum_data="Nights of one complete year and the number of residents",
    source="EUR04, DST17, TSA25",
    cases=("growth.intensity",),
)
def tourism_intensity(nights: float | None, residents: float | None) -> Result:
    """Nights over residents; Eurostat also prints it per 1,000 residents.

    The monthly statistics miss hotels with fewer than 40 beds, places with 1 to 9 beds and rental between private
    people, so rural places look less visited than they are: say what is covered.
    No universal threshold exists. Compare with your own past, or set a band locally.
    """
    intensity = ratio(not_negative(nights, NIGHTS_MISSING), _residents(residents))
    if isinstance(intensity, Undefined):
        return intensity
    return Value(intensity.value, detail={"per_1000_residents": 1000 * intensity.number})


@kpi(
    id="tourism_density",
    number=14,
    theme="growth",
    name="Tourism density",
    unit="nights_per_km2",
    direction="band",
    tier="supporting",
    question="How closely do the guests lie on the land?",
    reading="Nights in a year for each square kilometre. Small places become dense quickly.",
    minimum_data="Nights of one complete year and the area",
    source="EUR04, ARE16",
    cases=("growth.intensity",),
)
def tourism_density(nights: float | None, area_km2: float | None) -> Result:
    """Nights over area in square kilometres.

    The area must be that of the very polygon in which the nights are counted; the nights of a municipality over the
    area of a village say nothing.
    """
    area = positive(area_km2, Undefined("area_missing"), Undefined("area_zero"))
    return ratio(not_negative(nights, NIGHTS_MISSING), area)


def average_night_pressure(nights: float | None, residents: float | None, *, days: int = DAYS_OF_A_YEAR) -> Result:
    """Guests per 100 residents on an average night: 100 · nights / days / residents."""
    return ratio(not_negative(nights, NIGHTS_MISSING), _residents(residents), per=100 / days)


@kpi(
    id="visitor_pressure",
    number=15,
    theme="growth",
    name="Visitors per 100 residents",
    unit="per_100_residents",
    direction="band",
    tier="supporting",
    question="How many visits are there for each 100 residents?",
    reading="Visits in a year for each 100 residents. The number of guests on an average night is far smaller; do "
    "not mix the two.",
    minimum_data="Visits of one year and the number of residents",
    source="ETIS01 C.1.1",
    cases=("growth.intensity",),
)
def visitor_pressure(visits: float | None, residents: float | None, *, nights: float | None = None) -> Result:
    """Visits in a year per 100 residents: 100 · visits / residents.

    With nights given, the guests per 100 residents on an average night stand beside it: 100 · nights / 365 / residents.
    The sum of a year and the average night are very different numbers, so always name which one is meant.
    """
    pressure = ratio(not_negative(visits, VISITS_MISSING), _residents(residents), per=100)
    if isinstance(pressure, Undefined):
        return pressure
    return Value(pressure.value, detail={"average_night": number_or_none(average_night_pressure(nights, residents))})


@kpi(
    id="defert_index",
    number=16,
    theme="growth",
    name="Tourist function (beds per 100 residents)",
    unit="per_100_residents",
    direction="context",
    tier="supporting",
    question="How much is the place built for guests?",
    reading="Beds for guests for each 100 residents. It says how much of the place is set up for tourism, not how many "
    "come.",
    minimum_data="The number of beds and of residents",
    source="REV42, Braga08",
    cases=("growth.intensity",),
)
def defert_index(beds: float | None, residents: float | None) -> Result:
    """Beds for guests per 100 residents: 100 · beds / residents (Defert).

    Second homes dominate in rural Denmark and are not beds in the statistics, so the figure is a lower bound there.
    """
    return ratio(not_negative(beds, Undefined("beds_missing")), _residents(residents), per=100)
