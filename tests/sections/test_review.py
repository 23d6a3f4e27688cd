"""The review on the page of the ten steps: what has changed since, for better or worse, and when it is next."""

from datetime import date, timedelta

import pytest
from streamlit.testing.v1 import AppTest

from tests.answers.tables import in_place, months
from tests.stores import put
from warehouse.connect import Store


@pytest.fixture
def store(blank_store: Store) -> Store:
    """A store with the visits of one house, and then a correction of its July."""
    place = {"destination_id": "p", "name": "Vig"}
    put(blank_store, {"destinations": [place], "actors": in_place("a"), "visits": months("a", 2025, [100] * 12)})
    put(blank_store, {"visits": [{"actor_id": "a", "period": "2025-07", "visits": 300}]})
    return blank_store


def review(store: Store, day: date, **told: object) -> None:
    entry = {"entry_id": "e", "destination_id": "p", "kind": "decision", "subject": "Kig", "text": "Vi fortsætter"}
    put(store, {"log": [{**entry, "date": day.isoformat(), "step": "10", **told}]})


def page() -> None:
    from datetime import date

    from access.reader import LOCAL_ANALYST
    from answers.data import open_data
    from answers.places import places
    from answers.steps import ten_steps
    from frame.context import Context
    from locales import DANISH
    from sections.review_calendar import draw_calendar
    from sections.review_changes import draw_since
    from warehouse.connect import open_store

    data = open_data(open_store())
    place = places(data)["destination:p"]
    context = Context(data, LOCAL_ANALYST, DANISH, place, 2025, dark=False, pages={})
    steps = ten_steps(data, place, 2025, date.today())
    draw_since(context, steps)
    draw_calendar(context, steps)


def shown() -> AppTest:
    """The page with what has changed unfolded."""
    test = AppTest.from_function(page, default_timeout=60)
    test.session_state["since"] = True
    test.run()
    assert not test.exception
    return test


def told(test: AppTest) -> str:
    return " ".join(str(one.proto.body) for one in test.main if one.type == "html") + " ".join(
        one.value for one in test.markdown
    )


def test_without_a_review_the_latest_loads_can_be_looked_behind(store: Store) -> None:
    said = told(shown())
    assert "Når en gennemgang er skrevet ned" in said
    assert "Rettelse: indlæsning 2, test.xlsx" in said
    assert "Der er ikke sat en dag for den næste gennemgang" in said


def test_a_review_before_the_first_load_says_that_nothing_was_known_and_offers_a_load(store: Store) -> None:
    review(store, date(2024, 6, 18))
    page = shown()
    assert "Der var intet kendt om stedet den 18. juni 2024" in told(page)
    assert page.selectbox(key="since_when").options[0].startswith("før indlæsning 3, test.xlsx")


def test_the_next_review_is_named_and_late_once_its_day_has_passed(store: Store) -> None:
    today = date.today()
    review(store, today - timedelta(days=1), next_on=(today + timedelta(days=30)).isoformat())
    assert "Den næste gennemgang er den" in told(shown())
    review(store, today - timedelta(days=20), next_on=(today - timedelta(days=10)).isoformat())
    said = told(shown())
    assert "Gennemgangen af 10 skridt er forfalden" in said
    assert "forfalden:" in said
