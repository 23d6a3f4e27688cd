import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpis.labels import LABELS
from kpis.regenerative.bands import target_band_status
from kpis.result import Undefined
from tests.kpis.tables import reason, value

numbers = st.floats(-1e6, 1e6)


@pytest.mark.parametrize(
    ("figure", "low", "high", "status"),
    [
        (1.2, 2, 15, "below"),
        (6.7, 2, 15, "within"),
        (22.0, 2, 15, "above"),
        (2, 2, 15, "within"),
        (15, 2, 15, "within"),
        (0, None, 15, "within"),
        (16, None, 15, "above"),
        (1, 2, None, "below"),
        (1e6, 2, None, "within"),
        (5, 5, 5, "within"),
    ],
)
def test_a_figure_is_below_within_or_above_its_band(
    figure: float, low: float | None, high: float | None, status: str
) -> None:
    assert value(target_band_status(figure, low, high)).value == status
    assert status in LABELS


def test_without_a_figure_or_a_band_there_is_no_status() -> None:
    assert reason(target_band_status(None, 2, 15)) == "value_missing"
    assert reason(target_band_status(6.7, None, None)) == "band_missing"
    assert target_band_status(6.7, 15, 2) == Undefined("band_reversed", {"low": 15, "high": 2})


@given(figure=numbers, one=numbers, other=numbers, shift=st.integers(-1000, 1000))
def test_every_figure_has_one_status_and_the_mirror_image_the_opposite(
    figure: float, one: float, other: float, shift: int
) -> None:
    low, high = sorted((one, other))
    mirrored = {"below": "above", "within": "within", "above": "below"}
    status = value(target_band_status(figure, low, high)).value
    assert value(target_band_status(-figure, -high, -low)).value == mirrored[str(status)]
