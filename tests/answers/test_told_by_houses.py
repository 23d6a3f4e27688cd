"""A place tells of its staff and its guests no more than its houses do, so that no difference tells a hidden one."""

from collections.abc import Mapping

from access.reader import LOCAL_ANALYST
from answers.audience import audience_of
from answers.compare import Coverage
from answers.disclosure import Disclosure
from answers.staff import Staff, staff_of
from kpis.result import Undefined, Value
from tests.answers.tables import Row, TableData, Tables, in_place, place_of


def staff(heads: Mapping[str, Mapping[str, int]]) -> Staff:
    rows: list[Row] = [
        {"actor_id": actor, "period": "2025", "profession": profession, "headcount": count}
        for actor, professions in heads.items()
        for profession, count in professions.items()
    ]
    data = TableData({"destinations": [{"destination_id": "p"}], "actors": in_place(*heads), "staff": rows})
    return staff_of(data, place_of(data), 2025, Disclosure(LOCAL_ANALYST))


def test_a_profession_is_told_of_the_houses_that_tell_it_and_the_rest_joined() -> None:
    told = staff({"a": {"guide": 4, "baker": 3}, "b": {"guide": 2, "baker": 2, "keeper": 5}})
    assert (told.professions, told.joined) == ({"keeper": 5, "guide": 4, "baker": 3}, 4)


def test_a_house_of_one_or_two_stays_out_of_the_place() -> None:
    told = staff({"a": {"guide": 4}, "b": {"guide": 2}})
    assert (told.professions, told.joined, told.coverage) == ({"guide": 4}, None, Coverage(1, 2, 0, 0))
    assert told.figure.months == 0
    assert isinstance(told.figure.result, Value)
    assert told.figure.result.n == 4


def test_houses_that_are_all_too_small_are_not_told_together() -> None:
    told = staff({"a": {"guide": 2}, "b": {"guide": 2}})
    assert told.figure.result == Undefined("houses_too_small", {"minimum": 3})
    assert (told.professions, told.joined) == ({}, None)


def audience(answers: Mapping[str, Mapping[str, int]]) -> Value | Undefined:
    rows: list[Row] = [
        {"actor_id": actor, "period": "2025", "question": "audience", "item": "age", "score": group, "count": count}
        for actor, groups in answers.items()
        for group, count in groups.items()
    ]
    population: list[Row] = [
        {"area_code": "x", "period": "2025", "indicator": f"population:{group}", "market": "all", "value": 50}
        for group in ("young", "old")
    ]
    place = {"destination_id": "p", "area_code": "x"}
    tables: Tables = {
        "destinations": [place], "actors": in_place(*answers), "guest_response": rows, "reference": population
    }  # fmt: skip
    data = TableData(tables)
    return audience_of(data, place_of(data), 2025).result


def test_a_survey_with_a_group_too_small_to_show_stays_out_of_the_audience() -> None:
    told = audience({"a": {"young": 60, "old": 60}, "b": {"young": 9, "old": 90}})
    assert isinstance(told, Value)
    assert told.n == 120


def test_surveys_with_enough_in_each_group_are_told_together() -> None:
    told = audience({"a": {"young": 30, "old": 30}, "b": {"young": 30, "old": 30}})
    assert isinstance(told, Value)
    assert told.n == 120


def test_two_surveys_with_small_groups_do_not_make_a_large_one() -> None:
    told = audience({"a": {"young": 9, "old": 100}, "b": {"young": 9, "old": 120}})
    assert isinstance(told, Undefined)
    assert told.reason == "too_few_answers_in_group"
