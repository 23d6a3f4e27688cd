"""The products of a place on their way from idea to sale, and those that have left it."""

from dataclasses import dataclass
from datetime import date

import pandas as pd

from answers.data import Data
from answers.places import Place
from warehouse.schema import each_of

STAGES = ("idea", "prototype", "test", "live", "retired")


@dataclass(frozen=True)
class PipelineProduct:
    """One product as it was last told of; `months_on_sale` is until the end of the year, None where it is not sold."""

    id: str
    period: str
    name: str
    stage: str
    owner: str
    partners: tuple[str, ...]
    identity: str
    live_from: str
    months_on_sale: int | None


def pipeline(data: Data, place: Place, year: int) -> tuple[PipelineProduct, ...]:
    """Return the products that somebody of the place makes, as told by the end of the year, in the order of the stages.

    A product without a stage is last: nobody has said how far it is.
    """
    frame = data.frame("products")
    told = frame[frame["period"].str[:4] <= str(year)].sort_values("period").drop_duplicates("product_id", keep="last")
    found = [_product({str(name): value for name, value in row.items()}, year) for row in told.to_dict("records")]
    here = set(place.actors)
    mine = [one for one in found if here & {one.owner, *one.partners}]
    order = {stage: number for number, stage in enumerate(STAGES)}
    return tuple(sorted(mine, key=lambda one: (order.get(one.stage, len(order)), one.name)))


def _product(row: dict[str, object], year: int) -> PipelineProduct:
    told = {name: value if isinstance(value, str) else "" for name, value in row.items()}
    return PipelineProduct(
        told["product_id"],
        told["period"],
        told["name"] or told["product_id"],
        told["status"],
        told["actor_id"],
        tuple(one for one in each_of(told["partners"]) if one != told["actor_id"]),
        told["identity_text"],
        told["live_from"],
        _months(told["live_from"], told["live_to"], year),
    )


def _months(start: str, end: str, year: int) -> int | None:
    """Return the whole months on sale until the end of the year, None where it was not on sale by then."""
    last = min(date.fromisoformat(end) if end else date(year, 12, 31), date(year, 12, 31))
    if not start or date.fromisoformat(start) > last:
        return None
    first = date.fromisoformat(start)
    return len(pd.period_range(first, last, freq="M"))
