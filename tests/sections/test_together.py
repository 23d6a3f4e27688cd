"""What a place plans and tells together, filled in by hand: stored as rows of their own, read where they belong."""

from datetime import date
from functools import partial

import pytest

from tests.sections.forms import choose, fill, rows, save, told
from tests.sections.forms import opened as open_page
from tests.stores import put
from warehouse.connect import Store


@pytest.fixture
def store(blank_store: Store) -> Store:
    """A store with one place and three actors, of which one is a museum, and a channel that costs."""
    named = {"a": "Museet", "b": "Kroen", "c": "Smedjen"}
    put(
        blank_store,
        {
            "destinations": [{"destination_id": "p", "name": "Vig"}],
            "actors": [
                {"actor_id": code, "name": name, "destination_id": "p", "sector": "culture" if code == "a" else "food"}
                for code, name in named.items()
            ],
            "channels": [{"channel_id": "k", "destination_id": "p", "name": "Brevet", "cost_dkk": 7654}],
        },
    )
    return blank_store


def page() -> None:
    from answers.collaboration import collaboration
    from sections.channels import draw_channels
    from sections.each_business import draw_each_business
    from sections.groups import draw_groups
    from sections.judged_potential import draw_judged_potential
    from sections.links import draw_links
    from sections.pipeline import draw_pipeline
    from sections.quality_notes import draw_quality_notes
    from sections.strategies import draw_strategies
    from sections.support import draw_support
    from tests.sections.forms import YEAR, of_place

    context, place = of_place()
    draw_groups(context, place, YEAR)
    draw_channels(context, place, YEAR, ())
    draw_strategies(context, place, YEAR)
    draw_quality_notes(context, place, YEAR)
    draw_judged_potential(context, place)
    draw_each_business(context, place, YEAR)
    draw_pipeline(context, place, YEAR)
    draw_support(context, place, YEAR)
    draw_links(context, collaboration(context.data, place, YEAR, context.reader))


opened = partial(open_page, page)


def test_a_group_is_registered_with_its_members_and_its_meetings_stand_in_the_log(store: Store) -> None:
    shown = opened("editor_groups")
    fill(shown, Gruppens_navn="Vinter", Gruppens_formål="Åbent i marts", Indkalder="Museet")
    choose(shown, Samlet_om="season")
    assert [error.value for error in save(shown).error] == ["Medlemmer skal udfyldes."]
    shown.multiselect[0].set_value(["a", "b"])
    save(shown)
    (group,) = rows(store, "groups")
    assert (group["members"], group["destination_id"], group["gathers_by"]) == ("a; b", "p", "season")
    shown = opened("editor_meetings")
    assert shown.multiselect[0].value == ["a", "b"]
    shown.date_input[0].set_value(date(2025, 3, 4))
    fill(shown, Lært_eller_aftalt="Kroen åbner om søndagen", Næste_skridt="Prøves i april")
    save(shown)
    (met,) = rows(store, "log")
    assert (met["kind"], met["group_id"], met["partners"], met["who"]) == (
        "workshop", group["group_id"], "a; b", "Museet",
    )  # fmt: skip
    assert "4. marts 2025: Kroen åbner om søndagen Næste skridt: Prøves i april" in told(opened())


def test_what_a_channel_costs_is_neither_shown_nor_asked_of_those_who_may_not_see_it(store: Store) -> None:
    assert "7.654" in told(opened())
    shown = opened("editor_channels", as_guest=True, which_channels="k")
    assert "7.654" not in told(shown)
    assert "7654" not in str([one.value for one in (*shown.number_input, *shown.text_input)])
    assert not shown.number_input
    assert opened("editor_channels", which_channels="k").number_input[0].value == 7654


def test_a_channel_says_whom_it_reaches_and_why(store: Store) -> None:
    shown = opened("editor_channels")
    fill(shown, Kanalens_navn="Messen", Målgruppe="Tyske vandrere", Ansvarlig="DMO")
    choose(shown, Medie="fair")
    assert [error.value for error in save(shown).error] == ["Hvorfor denne kanal skal udfyldes."]
    fill(shown, Hvorfor_denne_kanal="De booker der")
    save(shown)
    found = next(row for row in rows(store, "channels") if row["name"] == "Messen")
    assert (found["segment"], found["medium"], found["destination_id"]) == ("Tyske vandrere", "fair", "p")


def test_a_channel_not_begun_says_whether_its_days_are_to_come_or_have_passed(store: Store) -> None:
    days = {"siden": ("planned", "2999-01-01", "2999-02-01"), "forbi": ("planned", "2025-01-01", "2025-02-01"),
            "brugt": ("running", "2025-01-01", "2025-02-01")}  # fmt: skip
    put(
        store,
        {
            "channels": [
                {
                    "channel_id": name,
                    "destination_id": "p",
                    "name": name,
                    "status": state,
                    "starts": starts,
                    "ends": ends,
                }
                for name, (state, starts, ends) in days.items()
            ]
        },
    )
    page_ = told(opened())
    assert page_.count("planlagt, kommende") == 1
    assert page_.count("planlagt, forsinket") == 1
    assert "i brug, " not in page_


def test_a_strategy_is_written_once_for_a_house_and_then_corrected(store: Store) -> None:
    assert "Endnu ikke skrevet: Museet." in told(opened())
    shown = opened("editor_strategies")
    choose(shown, Aktør="a")
    fill(shown, Hvad_turismen_skal_bære="Håndværket", Vedtaget_af="bestyrelsen")
    shown.date_input[0].set_value(date(2025, 1, 10))
    save(shown)
    (row,) = rows(store, "strategies")
    assert (row["actor_id"], row["aim"], row["decided_on"]) == ("a", "Håndværket", "2025-01-10")
    page_ = told(opened())
    assert "Ikke udfyldt endnu" in page_
    assert "det siger vi nej til" in page_
    shown = opened("editor_strategies", which_strategies="a")
    assert "Håndværket" in [one.value for one in shown.text_area]


def test_a_note_on_quality_says_of_whom_and_with_whose_eyes(store: Store) -> None:
    shown = opened("editor_quality_notes")
    choose(shown, Profil_for="a")
    choose(shown, Felt="quality_peer")
    fill(shown, Profiltekst="Sikkert håndværk", Skrevet_af="to nabomuseer")
    save(shown)
    (row,) = rows(store, "profiles")
    assert (row["entity"], row["field"], row["text"]) == ("a", "quality_peer", "Sikkert håndværk")
    assert "Museet: kvalitet hos os og kvalitet, set af gæster" in told(opened())


def test_a_judgement_of_a_business_says_who_made_it_and_is_no_figure(store: Store) -> None:
    shown = opened("editor_judged_potential")
    choose(shown, Profil_for="b")
    fill(shown, Profiltekst="Plads til ti borde i marts")
    assert [error.value for error in save(shown).error] == ["Skrevet af skal udfyldes."]
    fill(shown, Skrevet_af="erhvervsrådgiver")
    save(shown)
    (row,) = rows(store, "profiles")
    assert (row["entity"], row["field"], row["author"]) == ("b", "potential", "erhvervsrådgiver")
    assert "Plads til ti borde i marts" in told(opened())


def test_a_wish_stands_in_the_row_of_its_business_with_its_last_sparring(store: Store) -> None:
    put(
        store,
        {
            "profiles": [{"entity": "b", "field": "wish", "text": "Mersalg uden flere timer"}],
            "log": [
                {"entry_id": day, "kind": "sparring", "date": day, "actor_id": "c", "learned": f"aftalt {day}"}
                for day in ("2025-02-03", "2025-03-04")
            ],
        },
    )
    page_ = told(opened())
    assert "Mersalg uden flere timer" in page_
    assert "4. marts 2025: aftalt 2025-03-04" in page_
    assert "aftalt 2025-02-03" not in page_


def test_a_product_of_last_year_is_moved_in_a_row_of_this_year(store: Store) -> None:
    put(store, {"products": [{"product_id": "x", "period": "2024", "name": "Reb", "actor_id": "a", "status": "idea"}]})
    assert "Idé 1 → Prototype 0 → Test 0 → Til salg 0 → Udgået 0" in told(opened())
    shown = opened("editor_pipeline", which_pipeline="x")
    choose(shown, Status="test")
    save(shown)
    found = {str(row["period"]): (row["name"], row["actor_id"], row["status"]) for row in rows(store, "products")}
    assert found == {"2024": ("Reb", "a", "idea"), "2025": ("Reb", "a", "test")}


def test_a_stakeholder_nobody_has_talked_to_is_there_and_what_says_no_group_is_counted(store: Store) -> None:
    put(
        store,
        {
            "log": [
                {"entry_id": "1", "kind": "support", "date": "2025-03-04", "destination_id": "p", "who": "Havnelauget",
                 "subject": "Indhold", "support_state": "promised", "stakeholder": "associations"},
                {"entry_id": "2", "kind": "support", "date": "2025-03-05", "destination_id": "p", "subject": "Penge"},
            ]
        },
    )  # fmt: skip
    page_ = told(opened())
    assert "Havnelauget, 4. marts 2025" in page_
    assert page_.count("ingen kontakt i logbogen") == 4
    assert "1 indførsel siger ikke, hvilken gruppe den kommer fra." in page_


def test_a_link_says_to_whom_what_kind_and_what_was_learned(store: Store) -> None:
    shown = opened("editor_links")
    choose(shown, Slags_forbindelse="network")
    fill(shown, Forbundet_med="Nabobyen", Tema="Vinter", Delt_læring="Luk pænt")
    save(shown)
    (row,) = rows(store, "links")
    told_of = {"destination_id": "p", "other_place": "Nabobyen", "kind": "network", "theme": "Vinter"}
    assert row == {**told_of, "learning": "Luk pænt"}
    assert "Luk pænt" in told(opened())
