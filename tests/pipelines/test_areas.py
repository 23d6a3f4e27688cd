"""Official areas by level, and which of them may be added up."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.areas import Level, level_of, one_level


@pytest.mark.parametrize(
    ("area", "level"),
    [
        ("European Union - 27 countries (from 2020)", Level.UNION),
        ("Hele landet", Level.COUNTRY),
        ("000", Level.COUNTRY),
        ("All Denmark", Level.COUNTRY),
        ("Sverige", Level.COUNTRY),
        ("Germany", Level.COUNTRY),
        ("Region Sjælland", Level.REGION),
        ("081", Level.REGION),
        ("Landsdel Fyn", Level.PROVINCE),
        ("Province Fyn", Level.PROVINCE),
        ("07", Level.PROVINCE),
        ("101", Level.MUNICIPALITY),
        ("Copenhagen", Level.MUNICIPALITY),
        ("Høje Taastrup Kommune", Level.MUNICIPALITY),
        ("Kystvejen", None),
        ("", None),
    ],
)
def test_an_official_area_is_known_by_code_and_by_name(area: str, level: Level | None) -> None:
    assert level_of(area) is level


def test_of_areas_that_contain_each_other_only_the_largest_are_added() -> None:
    assert one_level(["Hele landet", "Region Sjælland", "Lejre"]) == {"Hele landet"}
    assert one_level(["Region Sjælland", "Region Syddanmark", "Lejre"]) == {"Region Sjælland", "Region Syddanmark"}
    assert one_level(["Lejre", "Kystvejen"]) == {"Lejre", "Kystvejen"}


def test_unions_of_countries_overlap_and_are_not_added_to_countries() -> None:
    assert one_level(["European Union - 27", "Euro area", "Denmark", "Germany"]) == {"Denmark", "Germany"}


@given(st.sets(st.one_of(st.text(max_size=12), st.sampled_from(["000", "081", "07", "101", "Lejre", "Euro area"]))))
def test_what_is_added_is_of_one_level_and_never_nothing(areas: set[str]) -> None:
    chosen = one_level(areas)
    assert chosen <= areas
    assert bool(chosen) == bool(areas)
    assert len({level_of(area) or Level.MUNICIPALITY for area in chosen}) <= 1
