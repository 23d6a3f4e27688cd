"""Which forecast is looked at: an address chooses it, the choice is the address, and what is not there is told."""

from access.reader import LOCAL_ANALYST
from frame.context import Context
from locales import DANISH
from tests.answers.tables import TableData, in_place, months, place_of
from tests.sections.addressed import address, opened, told


def context() -> Context:
    """Two years of each, too few for a forecast: it is the choice that is tried here."""
    data = TableData(
        {
            "destinations": [{"destination_id": "p", "area_code": "x"}],
            "actors": in_place("a"),
            "visits": [row for year in (2024, 2025) for row in months("a", year, [30] * 12)],
            "nights": months("x", 2025, [40] * 12, column="nights"),
        }
    )
    return Context(data, LOCAL_ANALYST, DANISH, place_of(data), 2025, dark=False, pages={})


def page() -> None:
    from sections.forecast import draw_growth_forecasts
    from tests.sections.test_forecast_choice import context

    draw_growth_forecasts(context())


def test_what_the_place_counts_comes_first_and_needs_no_word_in_the_address() -> None:
    app = opened(page)
    assert address(app) == {}
    assert "Der er 24 måneder i træk; der kræves mindst 36" in told(app)


def test_an_address_chooses_and_each_measure_says_for_itself_why_there_is_none() -> None:
    app = opened(page, forecast="nights")
    assert address(app) == {"forecast": "nights"}
    assert "Der er 12 måneder i træk" in told(app)


def test_the_choice_moves_the_address() -> None:
    app = opened(page)
    app.button_group[0].set_value("nights").run()
    assert address(app) == {"forecast": "nights"}
    app.button_group[0].set_value("visits").run()
    assert address(app) == {}


def test_an_address_for_what_is_not_there_is_told_and_dropped() -> None:
    app = opened(page, forecast="revenue")
    assert address(app) == {}
    assert "»egne indtægter«" in told(app)
    assert "»besøg« vises" in told(app)
