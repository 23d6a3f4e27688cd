"""What stands beside a figure: which two growths a gap to the area around is between."""

import pytest

from answers.answer import Answer
from answers.sentences.area import area_name
from kpis.growth.reference import relative_growth_gap
from kpis.result import Undefined, Value
from locales import DANISH, ENGLISH
from sections.beside import beside


def gap(*counts: float) -> Answer:
    result = relative_growth_gap(*counts)
    assert isinstance(result, Value)
    return Answer("relative_growth_gap", Value(result.value, detail={**result.detail, "area": "Fyn"}), "2025")


def test_the_gap_to_the_area_around_names_both_growths_and_the_area() -> None:
    [one] = beside(gap(1000, 1068, 1000, 1020), ENGLISH)
    assert one.words == "+6.8% here, +2.0% in the area around (Fyn)"
    assert [(number.name, number.written) for number in one.numbers] == [("here", "+6.8%"), ("area", "+2.0%")]
    assert [number.value for number in one.numbers] == pytest.approx([0.068, 0.02])
    assert one.direction == "neutral"


def test_growths_whose_written_difference_is_not_the_gap_say_that_they_are_rounded() -> None:
    [one] = beside(gap(10_000, 10_284, 10_000, 10_206), DANISH)
    assert one.words == "+2,8\u00a0% her, +2,1\u00a0% i området omkring (Fyn), afrundet"


@pytest.mark.parametrize(
    ("area", "danish", "english"),
    [
        ("07", "Landsdel Fyn", "Province Fyn"),
        ("101", "København", "Copenhagen"),
        ("eks-region", "eks-region", "eks-region"),
    ],
)
def test_an_area_told_by_its_official_code_is_named(area: str, danish: str, english: str) -> None:
    assert (area_name(area, DANISH), area_name(area, ENGLISH)) == (danish, english)


def test_a_gap_that_cannot_be_computed_has_nothing_beside_it() -> None:
    assert beside(Answer("relative_growth_gap", Undefined("reference_missing"), "2025"), ENGLISH) == []
