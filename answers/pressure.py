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
    """Return the answers about the weight of tourism on a place in a year; the nights are those of its area.

    What is of the nights is beside that of the year before: one area has told both.
    """
    of_area = nights_of(data, place)
    nights = whole_year(of_area, year)
    before, now = (_of_nights(data, place, of_area, one) for one in (year - 1, year))
    visits = whole_year(panel, year) if panel.measure == "visits" else None
    of_visits = visitor_pressure(visits, place.residents, nights=nights)
    results: dict[str, Result] = {
        "tourism_intensity": now["tourism_intensity"],
        "tourism_density": now["tourism_density"],
        "visitor_pressure": or_incomplete(of_visits, panel, year) if panel.measure == "visits" else of_visits,
        "defert_index": defert_index(place.beds, place.residents),
        "avg_length_of_stay": now["avg_length_of_stay"],
    }
    return [Answer(kpi_id, result, str(year), previous=before.get(kpi_id)) for kpi_id, result in results.items()]


def _of_nights(data: Data, place: Place, of_area: Panel, year: int) -> dict[str, Result]:
    nights = whole_year(of_area, year)
    results = {
        "tourism_intensity": tourism_intensity(nights, place.residents),
        "tourism_density": tourism_density(nights, place.area_km2),
        "avg_length_of_stay": avg_length_of_stay(*nights_and_arrivals(data, place, year)),
    }
    return {kpi_id: or_incomplete(result, of_area, year) for kpi_id, result in results.items()}


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
