"""The register of groups: what a group tells of itself, and measured only what three members tell together."""

from collections.abc import Sequence

import pytest

from access.reader import LOCAL_ANALYST, Reader
from answers.groups import Group, groups
from kpis.result import Value
from tests.answers.tables import Row, TableData, in_place, months, place_of
from tests.answers.test_network import tie

OUTSIDER = Reader("Gæst", "reader", places=None)
# Three tenths, half and none of the visits come outside June to August.
COUNTS = {
    "a": [1] * 3 + [0] * 2 + [7, 0, 0] + [0] * 4,
    "b": [5] + [0] * 4 + [5] + [0] * 6,
    "c": [0] * 6 + [10] + [0] * 5,
}
SECTORS = {"a": "culture", "b": "food", "c": "craft", "d": "culture"}


def group(members: str = "a; b; c", **more: object) -> Row:
    return {"group_id": "g", "destination_id": "p", "name": "Vinter", "members": members, **more}


def told(*rows: Row, silent: Sequence[str] = (), **tables: Sequence[Row]) -> TableData:
    actors = [{**in_place(code)[0], "sector": sector} for code, sector in SECTORS.items()]
    visits = [row for actor, counts in COUNTS.items() if actor not in silent for row in months(actor, 2025, counts)]
    return TableData(
        {"destinations": [{"destination_id": "p"}], "actors": actors, "visits": visits, "groups": rows, **tables}
    )


def of(data: TableData, reader: Reader = LOCAL_ANALYST, place: str = "destination:p") -> Group:
    (found,) = groups(data, place_of(data, place), 2025, reader).groups
    return found


def test_three_members_who_told_every_month_are_measured_together_and_beside_the_place() -> None:
    data = told(group())
    found = groups(data, place_of(data), 2025, LOCAL_ANALYST)
    season = found.groups[0].season
    assert season.reporting == 3
    assert isinstance(season.share, Value)
    assert season.share.number == pytest.approx(8 / 30)
    assert isinstance(found.share_of_place, Value)


@pytest.mark.parametrize(("members", "silent"), [("a; b", ()), ("a; b; c", ("c",)), ("a; b; d", ())])
def test_of_fewer_than_three_nothing_is_measured(members: str, silent: Sequence[str]) -> None:
    season = of(told(group(members), silent=silent)).season
    assert (season.reporting, season.share) == (2, None)


def test_a_member_who_lacks_a_month_is_not_measured() -> None:
    data = told(group(), silent=("c",), visits=[
        *(row for actor in "ab" for row in months(actor, 2025, COUNTS[actor])), *months("c", 2025, [10] * 11),
    ])  # fmt: skip
    assert of(data).season.share is None


def test_ties_are_told_of_those_who_were_asked_and_how_many_there_could_be_to_the_dmo_alone() -> None:
    ties = [tie("a", "b"), tie("b", "c", 1, 0), tie("a", "d")]
    data = told(group(), partnerships=ties)
    assert (of(data).ties.confirmed, of(data).ties.asked, of(data).ties.possible) == (1, 3, 3)
    assert (of(data, OUTSIDER).ties.confirmed, of(data, OUTSIDER).ties.possible) == (1, None)
    few = told(group(), partnerships=[tie("a", "b")])
    assert of(few).ties.confirmed is None


def test_who_could_try_something_together_are_pairs_of_different_sectors_without_any_tie() -> None:
    ties = [tie("a", "b"), tie("b", "c", 1, None), tie("c", "d", 1, 1)]
    data = told(group("a; b; c; d"), partnerships=ties)
    assert of(data).ties.untried == (("a", "c"), ("b", "d"))


def test_a_stranger_is_not_shown_who_stands_outside_by_the_pairs_that_are_missing() -> None:
    data = told(group(), partnerships=[tie("a", "b"), tie("a", "c", 1, 0)])
    assert of(data).ties.untried == (("b", "c"),)
    assert of(data, OUTSIDER).ties.untried == ()


def test_a_group_is_there_whatever_the_year_and_for_each_of_its_members() -> None:
    data = told(group(begun_on="2025-06-01"), group("d", group_id="h", ended_on="2024-12-31"))
    assert [one.id for one in groups(data, place_of(data), 2025, LOCAL_ANALYST).groups] == ["g", "h"]
    assert of(data, place="actor:a").id == "g"
    assert [one.id for one in groups(data, place_of(data, "actor:d"), 2024, LOCAL_ANALYST).groups] == ["h"]


def test_its_meetings_are_those_of_the_log_whatever_the_year() -> None:
    log = [
        {"entry_id": str(number), "kind": "workshop", "date": day, "group_id": "g", "learned": day}
        for number, day in enumerate(("2024-05-01", "2025-05-01", "2026-01-01"))
    ]
    found = of(told(group(), log=[*log, {"entry_id": "x", "kind": "workshop", "date": "2025-07-01"}]))
    assert list(found.meetings["learned"]) == ["2026-01-01", "2025-05-01", "2024-05-01"]
