"""What the sample's workbooks say, as one frame a dataset: what a correct import gives."""

from collections.abc import Iterator
from typing import Any

import pandas as pd

from data.sample.giving import regenerative_rows, residents_rows
from data.sample.guests import (
    complaints_rows,
    guest_response_rows,
    population_rows,
    reviews_rows,
    spend_rows,
    staff_rows,
    travel_rows,
)
from data.sample.months import written_months
from data.sample.nights import nights_rows, reference_rows
from data.sample.opening import opening_rows
from data.sample.region import EVERY_PLACE, Region, region
from data.sample.revenue import revenue_rows
from data.sample.sales import events_rows, offers_rows, products_rows
from data.sample.told import told_rows
from data.sample.use import sustainability_rows
from data.sample.visits import visits_rows
from warehouse.schema import datasets

_OVER_TIME = {
    "visits": visits_rows,
    "opening": opening_rows,
    "revenue": revenue_rows,
    "nights": nights_rows,
    "sustainability": sustainability_rows,
    "offers": offers_rows,
    "products": products_rows,
    "travel": travel_rows,
    "spend": spend_rows,
}
_ALONE = {
    "regenerative": regenerative_rows,
    "residents": residents_rows,
    "events": events_rows,
    "guest_response": guest_response_rows,
    "reviews": reviews_rows,
    "complaints": complaints_rows,
    "staff": staff_rows,
}


def sample_truth(until: str) -> dict[str, pd.DataFrame]:
    """Return the sample up to a month such as 2025-12: dataset -> one row a key, with every declared column.

    Choices are codes, omitted dimensions "all", periods and dates text (2025-07, 2025, 2025-07-31), flags 0 and 1, and
    None is what nobody reported. A month's figures do not depend on `until`. Raises ValueError where it is no month.
    """
    invented = region()
    months = written_months(invented.first_month, until)
    rows = {
        "destinations": list(_destinations(invented)),
        "actors": list(_actors(invented, months)),
        **{name: list(build(invented, months)) for name, build in _OVER_TIME.items()},
        "reference": [*reference_rows(invented, months), *population_rows(invented, months)],
        **{name: list(build(months)) for name, build in _ALONE.items()},
        "notes": list(_notes(invented, months)),
        **told_rows(months),
    }
    return {name: _frame(name, rows[name]) for name in datasets()}


def _frame(name: str, rows: list[dict[str, Any]]) -> pd.DataFrame:
    columns = [column.id for column in datasets()[name].columns]
    undeclared = {column for row in rows for column in row} - set(columns)
    if undeclared:
        raise KeyError(f"{name} declares no {', '.join(sorted(undeclared))}")
    return pd.DataFrame([[row.get(column) for column in columns] for row in rows], columns=columns, dtype=object)


def _destinations(invented: Region) -> Iterator[dict[str, Any]]:
    for place in invented.places:
        yield {
            "destination_id": place.id,
            "name": place.name,
            "area_code": place.area_code,
            "landsdel": invented.area_code,
            "residents": place.residents,
            "residents_date": place.residents_date.isoformat(),
            "area_km2": place.area_km2,
            "beds": place.beds,
            "latitude": place.latitude,
            "longitude": place.longitude,
            "note": place.note,
        }


def _actors(invented: Region, months: list[pd.Period]) -> Iterator[dict[str, Any]]:
    for actor in invented.actors:
        if actor.active(months):
            yield {
                "actor_id": actor.id,
                "name": actor.name,
                "destination_id": actor.place.id,
                "sector": actor.sector,
                "actor_type": actor.type,
                "certification": actor.certification,
                "cert_valid_to": actor.cert_valid_to and actor.cert_valid_to.isoformat(),
                "access_standard": actor.access,
                "active_from": actor.active_from and actor.active_from.isoformat(),
            }


def _notes(invented: Region, months: list[pd.Period]) -> Iterator[dict[str, Any]]:
    for note in invented.notes:
        if any(note.covers(month) for month in months):
            for entity in [place.id for place in invented.places] if note.entity == EVERY_PLACE else [note.entity]:
                yield {
                    "date_from": note.start.isoformat(),
                    "date_to": note.end and note.end.isoformat(),
                    "entity": entity,
                    "kind": note.kind,
                    "text": note.text,
                }
