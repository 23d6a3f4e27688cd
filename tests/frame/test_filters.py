"""The list of places begins with those of the kind that is looked at, each kind in the order of the alphabet."""

from streamlit.testing.v1 import AppTest

from answers.places import all_places
from frame.filters import in_order
from tests.answers.tables import TableData, in_place


def test_whoever_looks_at_a_museum_finds_the_museums_first() -> None:
    known = all_places(TableData({"actors": [*in_place("b", "a", place="q"), *in_place("c")]}))
    places, houses = ["destination:p", "destination:q"], ["actor:a", "actor:b", "actor:c"]
    assert in_order(known, known["destination:q"]) == [*places, *houses]
    assert in_order(known, known["actor:c"]) == [*houses, *places]


def page() -> None:
    import streamlit as st

    from access.reader import LOCAL_ANALYST
    from answers.view import PLACE, YEAR, read_view
    from frame.context import Context
    from frame.empty import draw_empty
    from frame.filters import say_what_was_dropped
    from tests.answers.tables import TableData, in_place

    data = TableData({"destinations": [{"destination_id": "p", "name": "Vig"}], "actors": in_place("a")})
    view = read_view(data, {PLACE: "destination:p", YEAR: "2025"})
    st.session_state["_address_dropped"] = view.dropped
    say_what_was_dropped(view)
    draw_empty(Context(data, LOCAL_ANALYST, view.language, view.place, view.year, dark=False, pages={}))


def test_a_place_that_has_told_no_figures_says_so_instead_of_offering_the_sample_region() -> None:
    shown = AppTest.from_function(page, default_timeout=30).run()
    assert not shown.exception
    said = " ".join([*(one.value for one in shown.markdown), *(str(one.proto.body) for one in shown.get("html"))])
    assert "Vig har ingen tal for 2025 og heller ikke for andre år" in said
    assert "None" not in said
    assert "endnu ingen besøg, overnatninger eller indtægter" in said
    assert len(shown.button) == 0
