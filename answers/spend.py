"""What a guest spends in the area, over all types of guest and for each of them."""

from answers.answer import Answer
from answers.data import Data
from answers.growth import visits_behind
from answers.guest_spending import guest_spending
from answers.places import Place
from kpis.growth.stays import spend_per_visitor
from kpis.result import Undefined, Value


def spend(data: Data, place: Place, year: int) -> Answer:
    """Return the spend per visit outside the house; each type of guest stands beside it, undefined where one lacks."""
    rows = guest_spending(data, place, year).rows
    told = rows[rows["type_visits"].notna() & rows["spend_dkk"].notna()]
    if rows.empty or len(told) < len(rows):
        return Answer("spend_per_visitor", Undefined("spend_missing"), str(year))
    visits, amounts = told["type_visits"].astype(float), told["spend_dkk"].astype(float)
    result = spend_per_visitor(float((visits * amounts).sum()), float(visits.sum()))
    if isinstance(result, Value):
        result = Value(result.value, detail=dict(zip(told["visitor_type"], amounts, strict=True)))
    return Answer("spend_per_visitor", result, str(year), rests_on=visits_behind(data, place, year))
