"""What houses of culture say of themselves: each is there, written or not, and what is missing is named."""

from answers.institutions import STRATEGY, strategies
from answers.profile_notes import QUALITY, profile_notes
from tests.answers.tables import TableData, in_place, place_of


def told() -> TableData:
    whole = dict.fromkeys(STRATEGY, "sagt")
    return TableData(
        {
            "destinations": [{"destination_id": "p", "name": "Vig"}],
            "actors": [
                {**in_place("a")[0], "name": "Museet", "sector": "culture"},
                {**in_place("b")[0], "name": "Galleriet", "sector": "culture"},
                {**in_place("c")[0], "name": "Kroen", "sector": "food"},
                {**in_place("d")[0], "name": "Smedjen", "sector": "craft"},
                {**in_place("e")[0], "name": "Lukket", "sector": "culture", "active_to": "2020-12-31"},
            ],
            "strategies": [
                {"actor_id": "a", **whole, "owner": "bestyrelsen", "decided_on": "2025-02-01"},
                {"actor_id": "d", "aim": "håndværk"},
            ],
            "profiles": [
                {"entity": "p", "field": "quality_visitor", "text": "ro", "author": "gæster"},
                {"entity": "a", "field": "quality", "text": "hånden på værket", "written_on": "2025-01-01"},
                {"entity": "a", "field": "quality_peer", "text": "til næste år", "written_on": "2026-01-01"},
                {"entity": "a", "field": "why", "text": "håndværk"},
            ],
        }
    )


def test_every_house_of_culture_is_there_and_who_else_has_written_one() -> None:
    data = told()
    missing = {one.name: one.missing for one in strategies(data, place_of(data), 2025)}
    assert missing == {"Museet": (), "Galleriet": STRATEGY, "Smedjen": STRATEGY[1:]}


def test_an_actor_looked_at_alone_is_asked_for_a_strategy_whatever_it_is() -> None:
    data = told()
    assert [one.name for one in strategies(data, place_of(data, "actor:c"), 2025)] == ["Kroen"]


def test_a_strategy_stands_as_it_is_written_now_whatever_the_year() -> None:
    data = told()
    found = {one.name: (one.missing, one.decided_on) for one in strategies(data, place_of(data), 2024)}
    assert found["Museet"] == ((), "2025-02-01")


def test_quality_is_told_with_whose_eyes_it_is_seen() -> None:
    data = told()
    notes = [(one.name, one.field, one.text) for one in profile_notes(data, place_of(data), QUALITY)]
    assert notes == [
        ("Vig", "quality_visitor", "ro"),
        ("Museet", "quality", "hånden på værket"),
        ("Museet", "quality_peer", "til næste år"),
    ]
    own = profile_notes(data, place_of(data, "actor:a"), QUALITY)
    assert [one.field for one in own] == ["quality", "quality_peer"]
