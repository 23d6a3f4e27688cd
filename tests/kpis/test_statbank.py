import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpis.statbank import statbank_value

SPACES = [" ", "\u00a0", "\u2009", "\u202f"]


@pytest.mark.parametrize(
    ("token", "number"),
    [("643", 643), ("0", 0), ("-", 0), ("..", None), (".", None), ("", None), (" ", None), ("1 275 478", 1_275_478)],
)
def test_a_dash_is_zero_and_dots_are_missing(token: str, number: int | None) -> None:
    assert statbank_value(token) == number


@pytest.mark.parametrize("token", ["1,5", "-5", "n/a", "1.275", "...", "٣", "1e3"])
def test_anything_else_is_refused(token: str) -> None:
    with pytest.raises(ValueError, match="not a StatBank figure"):
        statbank_value(token)


@given(number=st.integers(0, 10**12), space=st.sampled_from(SPACES))
def test_a_printed_figure_is_read_back(number: int, space: str) -> None:
    assert statbank_value(f"{number:,}".replace(",", space)) == number
