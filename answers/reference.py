"""The area a place is compared with: official figures that were loaded as reference."""

from dataclasses import dataclass

from answers.compare import Months
from answers.data import Data
from answers.monthly import is_month
from answers.opening import months_of
from answers.panel import Measure
from answers.places import Place
from warehouse.schema import ALL


@dataclass(frozen=True)
class ReferenceArea:
    """An area with monthly figures of the same measure; months by their period."""

    area: str
    measure: Measure
    source: str | None
    counts: dict[str, float]

    def year(self, year: int) -> Months:
        """Return the twelve months of a year, None where unknown."""
        return tuple(self.counts.get(month) for month in months_of(year))


def reference_for(data: Data, place: Place, measure: Measure) -> ReferenceArea | None:
    """Return the reference area of a place: its province, else its own area, else the only one there is, else None.

    Never the place's own area where its nights are what is compared: a place is no reference for itself.
    """
    frame = data.frame("reference")
    of_measure = (frame["indicator"] == measure) & (frame["market"] == ALL) & frame["value"].notna()
    frame = frame[of_measure & is_month(frame["period"])]
    areas = [area for area in frame["area_code"].unique() if measure == "visits" or area != place.area]
    wanted = [area for area in (place.province, place.area) if area in areas]
    chosen = wanted[0] if wanted else areas[0] if len(areas) == 1 else None
    if chosen is None:
        return None
    rows = frame[frame["area_code"] == chosen]
    sources = [source for source in rows["source_table"] if source]
    counts = dict(zip(rows["period"], rows["value"].astype(float), strict=True))
    return ReferenceArea(str(chosen), measure, sources[0] if sources else None, counts)
