"""The list of places begins with those of the kind that is looked at, each kind in the order of the alphabet."""

from answers.places import all_places
from frame.filters import in_order
from tests.answers.tables import TableData, in_place


def test_whoever_looks_at_a_museum_finds_the_museums_first() -> None:
    known = all_places(TableData({"actors": [*in_place("b", "a", place="q"), *in_place("c")]}))
    places, houses = ["destination:p", "destination:q"], ["actor:a", "actor:b", "actor:c"]
    assert in_order(known, known["destination:q"]) == [*places, *houses]
    assert in_order(known, known["actor:c"]) == [*houses, *places]
