"""How much tourism there is for the people and the land of a place, and how long guests stay."""

from answers.answer import Answer
from answers.data import Data
from answers.opening import months_of
from answers.panel import MONTHS_OF_A_YEAR, Panel, nights_of
from answers.places import Place
from answers.whole_year import or_incomplete, whole_year
from kpis.growth.intensity import defert_index, tourism_density, tourism_intensity, visitor_pressure
from kpis.growth.stays import avg_length_of_stay
from kpis.result import Result
from warehouse.schema import datasets
from warehouse.totals import total_over


def pressure(data: Data, place: Place, panel: Panel, year: int) -> list[Answer]:
    """Return the answers about the weight of tourism on a place in a year; the nights are those of its area."""
    of_area = nights_of(data, place)
    nights = whole_year(of_area, year)
    visits = whole_year(panel, year) if panel.measure == "visits" else None
    of_visits = visitor_pressure(visits, place.residents, nights=nights)
    results: dict[str, Result] = {
        "tourism_intensity": or_incomplete(tourism_intensity(nights, place.residents), of_area, year),
        "tourism_density": or_incomplete(tourism_density(nights, place.area_km2), of_area, year),
        "visitor_pressure": or_incomplete(of_visits, panel, year) if panel.measure == "visits" else of_visits,
        "defert_index": defert_index(place.beds, place.residents),
        "avg_length_of_stay": or_incomplete(avg_length_of_stay(*nights_and_arrivals(data, place, year)), of_area, year),
    }
    return [Answer(kpi_id, result, str(year)) for kpi_id, result in results.items()]


def nights_and_arrivals(data: Data, place: Place, year: int) -> tuple[float | None, float | None]:
    """Return the nights and arrivals of the place's area over a whole year, from the figures that tell both."""
    frame = data.frame("nights")
    told = frame["nights"].notna() & frame["arrivals"].notna() & frame["period"].isin(months_of(year))
    here = frame[told & (frame["area_code"] == place.area)]
    if here["period"].nunique() < MONTHS_OF_A_YEAR:
        return whole_year(nights_of(data, place), year), None
    nights, arrivals = (
        float(total_over(here, datasets()["nights"], column, ["area_code", "period"]).sum())
        for column in ("nights", "arrivals")
    )
    return nights, arrivals
