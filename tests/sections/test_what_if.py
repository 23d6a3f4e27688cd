"""The simulator on the page: an address fills the sliders, the sliders fill the address, what cannot be is told."""

from collections.abc import Sequence

from streamlit.testing.v1 import AppTest

from access.reader import LOCAL_ANALYST
from answers.downloads import as_csv
from answers.what_if import Plan
from answers.what_if_outcome import outcome
from frame.context import Context
from kpis.result import Undefined
from locales import DANISH
from sections.what_if import outcome_tables
from tests.answers.tables import Row, TableData, in_place, months, place_of
from tests.sections.addressed import address, opened, told

COUNTS = [120, 140, 260, 480, 720, 1100, 2400, 1900, 800, 620, 240, 220]


def context(**more: Sequence[Row]) -> Context:
    data = TableData(
        {
            "destinations": [{"destination_id": "p"}],
            "actors": in_place("a"),
            "visits": [*months("a", 2025, COUNTS, market="DK"), *months("a", 2025, COUNTS, market="DE")],
            **more,
        }
    )
    return Context(data, LOCAL_ANALYST, DANISH, place_of(data), 2025, dark=False, pages={})


def page() -> None:
    from sections.what_if import draw_what_if
    from tests.sections.test_what_if import context

    draw_what_if(context())


def shown(app: AppTest) -> tuple[object, ...]:
    leave, to, market = (box.value for box in app.selectbox)
    return app.slider[0].value, leave, to, app.number_input[0].value, market


def test_an_address_fills_the_sliders_and_stays() -> None:
    app = opened(page, move="10", win="200", market="DE")
    assert shown(app) == (10, 7, "5-10", 200, "DE")
    assert address(app) == {"move": "10", "win": "200", "market": "DE"}
    assert "af gæsterne i juli kommer i maj og oktober i stedet" in told(app)


def test_an_address_says_which_month_is_left_and_which_is_filled() -> None:
    asked = {"move": "10", "from": "8", "to": "10"}
    app = opened(page, **asked)
    assert shown(app) == (10, 8, "10", 0, "all")
    assert address(app) == asked
    assert "af gæsterne i august kommer i oktober i stedet" in told(app)


def test_counts_are_whole_in_a_csv_beside_shares_that_say_their_unit() -> None:
    opening: list[Row] = [
        {"actor_id": "a", "period": f"2025-{month:02d}", "open_flag": 1, "open_days": 30, "daily_capacity": 320}
        for month in range(1, 13)
    ]
    asked = context(opening=opening)
    assert asked.place is not None
    found = outcome(asked.data, asked.place, 2025, Plan(move=10), asked.reader)
    assert not isinstance(found, Undefined)
    table, _ = outcome_tables(asked, found)
    lines = as_csv(table, DANISH).decode("utf-8-sig").splitlines()
    assert lines[0] == '"Tal";"2025";"Hvad nu hvis";"Enhed"'
    assert lines[1] == '"Besøg";18000;18000;""'
    (share,) = (line for line in lines if "fyldteste" in line)
    assert share.endswith('"procent (1 = 100 %)"')


def test_a_slider_moves_the_address() -> None:
    app = opened(page)
    assert shown(app) == (0, 7, "5-10", 0, "all")
    app.slider[0].set_value(20).run()
    assert address(app) == {"move": "20"}
    app.selectbox[1].set_value("5").run()
    assert address(app) == {"move": "20", "to": "5"}
    app.slider[0].set_value(0).run()
    assert address(app) == {}


def test_a_month_chosen_before_anybody_moves_is_kept() -> None:
    app = opened(page)
    app.selectbox[0].set_value(8).run()
    app.slider[0].set_value(20).run()
    assert address(app) == {"move": "20", "from": "8"}


def test_what_an_address_cannot_get_is_told_and_dropped() -> None:
    app = opened(page, move="99", win="50", market="US")
    assert shown(app) == (0, 7, "5-10", 50, "all")
    assert "»99«" in told(app)
    assert "»US«" in told(app)
    assert address(app) == {"win": "50"}
