"""Figures that people write in the app beside the workbooks: grants, ties and events, each where it is shown."""

from datetime import date
from functools import partial

import pytest

from access.reader import LOCAL_ANALYST
from answers.business import business
from answers.collaboration import collaboration
from answers.data import open_data
from answers.places import places
from answers.regenerative import regenerative
from kpis.result import Value
from tests.sections.forms import choose, fill, rows, save, told
from tests.sections.forms import opened as open_page
from tests.stores import put
from warehouse.connect import Store


@pytest.fixture
def store(blank_store: Store) -> Store:
    """A place with a museum that was granted something, and an inn."""
    named = {"a": "Museet", "b": "Kroen"}
    put(
        blank_store,
        {
            "destinations": [{"destination_id": "p", "name": "Vig"}],
            "actors": [{"actor_id": code, "name": name, "destination_id": "p"} for code, name in named.items()],
            "funding": [
                {"actor_id": "a", "period": "2026", "funder": "Fonden", "purpose": "development", "source": "private",
                 "amount_dkk": 7654}
            ],
            "events": [
                {"event_id": day, "name": "Sommerfest", "actor_id": "a", "date": day, "local_heritage": 0}
                for day in ("2025-06-01", "2025-07-01", "2026-07-01")
            ],
        },
    )  # fmt: skip
    return blank_store


def page() -> None:
    from answers.collaboration import collaboration
    from sections.events import draw_events
    from sections.funding import draw_grants
    from sections.saving import draw_saved
    from sections.ties import draw_tie_form, draw_ties_beside
    from tests.sections.forms import YEAR, of_place

    context, place = of_place()
    answered = collaboration(context.data, place, YEAR, context.reader)
    draw_saved(context)
    draw_grants(context, place, YEAR)
    draw_ties_beside(context, answered)
    draw_tie_form(context, answered)
    draw_events(context, place, YEAR)


opened = partial(open_page, page)


def test_a_grant_is_written_counted_and_taken_back(store: Store) -> None:
    shown = opened("editor_grants")
    choose(shown, Aktør="a", Bevilget_til="marketing", Offentlig_eller_privat="public")
    fill(shown, Giver="Kommunen")
    assert [error.value for error in save(shown).error] == ["Bevilget (kr.) skal udfyldes."]
    shown.number_input[0].set_value(40000.0)
    save(shown)
    assert not shown.error
    data = open_data(store)
    granted = business(data, places(data)["destination:p"], 2025, LOCAL_ANALYST).funding
    assert granted.total == 40000
    save(shown, "Fortryd")
    assert [row["funder"] for row in rows(store, "funding")] == ["Fonden"]


def test_a_grant_that_is_there_is_named_in_words_and_no_field_is_blamed(store: Store) -> None:
    shown = opened("editor_grants")
    choose(shown, Aktør="a", Bevilget_til="development", Offentlig_eller_privat="private")
    fill(shown, Giver="Fonden", År="2026")
    shown.number_input[0].set_value(1.0)
    (error,) = save(shown).error
    taken = "»Museet · 2026 · Fonden · udvikling · privat« findes allerede; ret den, eller vælg en anden."
    assert error.value == taken
    assert [row["amount_dkk"] for row in rows(store, "funding")] == [7654]


def test_grants_one_by_one_are_for_those_who_may_see_them_and_say_which_are_later(store: Store) -> None:
    page_ = told(opened("grants_table"))
    assert "2026 (efter 2025)" in page_
    assert "7.654" in page_
    shown = opened("grants_table", "editor_grants", as_guest=True)
    assert "7.654" not in told(shown)
    assert "Fonden" not in told(shown) + str([one.options for one in shown.selectbox])


def test_a_tie_is_told_with_who_confirms_it_and_one_that_does_not_count_says_why(store: Store) -> None:
    shown = opened("editor_ties")
    choose(shown, Part_A="a", Part_B="a", Relation="referral")
    assert [error.value for error in save(shown).error] == [
        "Part B er den samme som den anden part. Angiv en anden i Part B eller i den anden."
    ]
    choose(shown, Part_B="b", Bekræftet_af_A="1", Bekræftet_af_B="0")
    save(shown)
    assert not shown.error
    data = open_data(store)
    (tie,) = collaboration(data, places(data)["destination:p"], 2025, LOCAL_ANALYST).network.ties
    assert (tie.pair, tie.kind, tie.said_a, tie.said_b) == (("a", "b"), "referral", True, False)
    shown = opened("editor_ties", which_ties="a|b|referral")
    shown.date_input[0].set_value(date(2026, 1, 1))
    save(shown)
    page_ = told(opened())
    assert "begynder efter 2025" in page_
    assert "begynder efter 2025" not in told(opened(as_guest=True))
    assert opened("editor_ties", as_guest=True).selectbox[0].label == "Part A *"


def test_a_tie_of_the_needed_fields_alone_is_saved_as_told_by_its_first_party(store: Store) -> None:
    shown = opened("editor_ties")
    choose(shown, Part_A="a", Part_B="b", Relation="referral")
    save(shown)
    assert not shown.error
    (tie,) = rows(store, "partnerships")
    assert (tie["actor_a"], tie["actor_b"], tie["confirmed_a"], tie.get("confirmed_b")) == ("a", "b", 1, None)


def test_a_tie_that_nothing_is_told_of_says_what_is_lacking(store: Store) -> None:
    shown = opened("editor_ties")
    choose(shown, Part_A="a", Part_B="b", Relation="referral", Bekræftet_af_A="")
    (error,) = save(shown).error
    assert error.value == "Udfyld ét felt mere, for eksempel »Begyndt«; ellers er der intet at gemme."
    assert rows(store, "partnerships") == []


def test_an_event_is_written_with_its_rule_and_counts_in_the_share(store: Store) -> None:
    assert "1. juli 2026 (efter 2025)" in told(opened())
    shown = opened("editor_events")
    fill(shown, Arrangementets_navn="Fiskedag", Regel="Holdt af havnen i over 50 år")
    choose(shown, Aktør="b", Lokal_kulturarv="1")
    assert [error.value for error in save(shown).error] == ["Dato skal udfyldes."]
    shown.date_input[0].set_value(date(2025, 5, 1))
    save(shown)
    data = open_data(store)
    share = regenerative(data, places(data)["destination:p"], 2025, LOCAL_ANALYST).answers["heritage_event_share"]
    assert isinstance(share.result, Value)
    assert share.result.number == pytest.approx(1 / 3)
    assert share.result.n == 3
    assert "Holdt af havnen i over 50 år" in told(opened())
