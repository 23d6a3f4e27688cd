import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpis.labels import LABELS
from kpis.regenerative.bands import target_band_status, target_bands_status
from kpis.result import Result, Undefined
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


BELOW, WITHIN, ABOVE = (target_band_status(figure, 2, 15) for figure in (1, 6, 22))
NOT_KNOWN = target_band_status(None, 2, 15)


@pytest.mark.parametrize(
    ("statuses", "together", "known"),
    [
        ([WITHIN, WITHIN], "within", 2),
        ([WITHIN, BELOW, BELOW], "below", 3),
        ([ABOVE, WITHIN], "above", 2),
        ([ABOVE, BELOW], "below_and_above", 2),
        ([WITHIN, NOT_KNOWN], "within", 1),
    ],
)
def test_figures_too_low_and_too_high_never_cancel_each_other(
    statuses: list[Result], together: str, known: int
) -> None:
    found = value(target_bands_status({str(at): status for at, status in enumerate(statuses)}))
    assert (found.value, found.n) == (together, known)
    assert found.value in LABELS
    assert sum(number for number in found.detail.values() if isinstance(number, int)) == len(statuses)


def test_without_any_band_or_any_figure_in_one_nothing_is_said() -> None:
    assert reason(target_bands_status({})) == "band_missing"
    assert reason(target_bands_status({"nps": NOT_KNOWN})) == "value_missing"
