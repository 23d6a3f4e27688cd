"""The channel plan: each line beside the visits that are counted of its channel, and never more than are counted."""

from collections.abc import Sequence

import pytest

from answers.channels import channels
from tests.answers.tables import Row, TableData, in_place, place_of


def sent(channel: str, visits: float, actor: str = "a") -> Row:
    return {"actor_id": actor, "period": "2025-05", "channel": channel, "visits": visits}


def told(*plan: Row, visits: Sequence[Row] = ()) -> TableData:
    return TableData(
        {
            "destinations": [{"destination_id": "p"}],
            "actors": [*in_place("a"), *in_place("b", name="Kroen")],
            "visits": visits,
            "channels": [{"channel_id": f"k{number}", "destination_id": "p", **row} for number, row in enumerate(plan)],
        }
    )


def test_a_line_stands_beside_the_visits_of_its_channel_whichever_of_its_names_was_written() -> None:
    data = told(
        {"name": "Brev", "counted_as": "kroen"},
        {"name": "Skilt", "counted_as": "SKILTET"},
        {"name": "Messe"},
        visits=[sent("b", 30), sent("Kroen", 10, "b"), sent("skiltet", 40), sent("ukendt", 20)],
    )
    found = channels(data, place_of(data), 2025)
    visits = dict(zip(found.plan["name"], found.plan["visits"], strict=True))
    assert (visits["Brev"], visits["Skilt"]) == (40, 40)
    assert visits["Messe"] != visits["Messe"]
    assert {(one.name, one.visits, one.planned) for one in found.counted} == {
        ("Kroen", 40, "Brev"), ("skiltet", 40, "Skilt"),
    }  # fmt: skip
    assert sum(one.share for one in found.counted) == pytest.approx(1)


def test_a_channel_nobody_planned_is_counted_and_said_to_be_in_no_plan() -> None:
    data = told(visits=[sent("internettet", 5)])
    (one,) = channels(data, place_of(data), 2025).counted
    assert (one.name, one.planned) == ("internettet", "")


def test_every_line_is_there_whatever_the_year() -> None:
    data = told({"name": "før", "ends": "2024-12-31"}, {"name": "siden", "starts": "2027-01-01"}, {"name": "altid"})
    assert set(channels(data, place_of(data), 2025).plan["name"]) == {"før", "siden", "altid"}
    assert not channels(data, place_of(data), 2025).counted
