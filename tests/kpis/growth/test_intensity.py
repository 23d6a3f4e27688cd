import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpis.growth.intensity import (
    average_night_pressure,
    defert_index,
    tourism_density,
    tourism_intensity,
    visitor_pressure,
)
from tests.kpis.tables import reason, value


def test_nights_for_each_resident() -> None:
    intensity = value(tourism_intensity(21_500, 3_200))
    assert intensity.value == 6.71875
    assert intensity.detail["per_1000_residents"] == 6718.75


def test_nights_for_each_square_kilometre() -> None:
    assert value(tourism_density(21_500, 84.5)).value == pytest.approx(254.43787)


def test_the_year_and_the_average_night_are_different_numbers() -> None:
    pressure = value(visitor_pressure(9_000, 3_200, nights=21_500))
    assert pressure.value == 281.25
    assert pressure.detail["average_night"] == pytest.approx(1.840753)
    assert value(visitor_pressure(9_000, 3_200)).detail["average_night"] is None
    assert value(average_night_pressure(21_500, 3_200, days=366)).number < 1.840753


def test_beds_for_each_hundred_residents() -> None:
    assert value(defert_index(410, 3_200)).value == pytest.approx(12.8125)


def test_what_is_missing_is_named() -> None:
    assert reason(tourism_intensity(None, 3_200)) == "nights_missing"
    assert reason(tourism_intensity(21_500, None)) == "residents_missing"
    assert reason(tourism_intensity(21_500, 0)) == "residents_zero"
    assert reason(tourism_density(21_500, None)) == "area_missing"
    assert reason(tourism_density(21_500, 0)) == "area_zero"
    assert reason(visitor_pressure(None, 3_200)) == "visits_missing"
    assert reason(defert_index(None, 3_200)) == "beds_missing"


def test_no_nights_is_a_true_zero() -> None:
    assert value(tourism_intensity(0, 3_200)).value == 0


@given(nights=st.integers(0, 10**7), residents=st.integers(1, 10**6), parts=st.integers(2, 50))
def test_a_place_cut_into_like_parts_keeps_its_intensity(nights: int, residents: int, parts: int) -> None:
    whole = value(tourism_intensity(nights * parts, residents * parts)).number
    assert whole == pytest.approx(value(tourism_intensity(nights, residents)).number)
