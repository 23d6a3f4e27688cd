"""The events that grow out of a place."""

from answers.answer import number_of
from answers.events import heritage_events
from kpis.result import Result, Undefined
from tests.answers.tables import Row, TableData, in_place, place_of


def share(*tags: int | None, day: str = "2025-06-01") -> Result:
    rows: list[Row] = [
        {"event_id": f"e{at}", "actor_id": "a", "date": day, "local_heritage": tag} for at, tag in enumerate(tags)
    ]
    data = TableData({"destinations": [{"destination_id": "p"}], "actors": in_place("a"), "events": rows})
    return heritage_events(data, place_of(data), 2025).result


def test_an_event_that_nobody_has_tagged_is_not_counted_as_heritage() -> None:
    assert number_of(share(1, 1, 0, None)) == 0.5


def test_a_list_on_which_nothing_is_tagged_gives_no_share() -> None:
    assert share(None, None, None) == share() == Undefined("list_missing")


def test_two_events_are_too_few_and_those_of_another_year_do_not_count() -> None:
    assert share(1, 0) == Undefined("too_few_events", {"known": 2, "minimum": 3})
    assert share(1, 1, 1, day="2024-12-31") == Undefined("list_missing")
