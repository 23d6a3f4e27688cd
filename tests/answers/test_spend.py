"""What a guest spends: over all types by their visits, each type beside it, nothing where one is not told."""

from answers.answer import Answer
from answers.spend import spend
from kpis.result import Undefined, Value
from tests.answers.tables import Row, TableData, in_place, place_of


def of(*rows: Row) -> Answer:
    told = [{"destination_id": "p", "period": "2025", **row} for row in rows]
    data = TableData({"destinations": [{"destination_id": "p"}], "actors": in_place("a"), "spend": told})
    return spend(data, place_of(data), 2025)


DAY: Row = {"visitor_type": "day", "type_visits": 300, "spend_dkk": 100}


def test_the_spend_is_weighted_by_the_visits_of_each_type() -> None:
    result = of(DAY, {"visitor_type": "overnight", "type_visits": 100, "spend_dkk": 500}).result
    assert isinstance(result, Value)
    assert result.number == 200
    assert dict(result.detail) == {"day": 100, "overnight": 500}


def test_a_type_without_its_spend_leaves_the_whole_unknown() -> None:
    assert of(DAY, {"visitor_type": "local", "type_visits": 100}).result == Undefined("spend_missing")


def test_nobody_has_asked() -> None:
    assert of().result == Undefined("spend_missing")
