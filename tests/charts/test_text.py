"""Numbers short enough for a cell that still tell no lie, and names that stay names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from charts.text import CellNumbers, plain, shortened, shown, wrapped
from locales import DANISH, ENGLISH


@pytest.mark.parametrize(
    ("values", "written", "unit"),
    [
        ([0, 845], ["0", "845"], ""),
        ([0, 40, 9876], ["0", "40", "9,876"], ""),
        ([0, 40, 98760], ["0", "<0.1", "98.8"], "thousands"),
        ([1234, 45210], ["1.2", "45.2"], "thousands"),
        ([1234, 345678], ["1", "346"], "thousands"),
        ([911543, 1019883], ["0.91", "1.02"], "millions"),
    ],
)
def test_all_cells_are_in_one_unit_that_fits(values: list[float], written: list[str], unit: str) -> None:
    numbers = CellNumbers(values, ENGLISH)
    assert [numbers.text(value).replace("&lt;", "<") for value in values] == written
    assert numbers.unit == unit


@given(st.lists(st.integers(0, 99_000_000), min_size=1))
def test_only_zero_is_written_as_zero(values: list[float]) -> None:
    numbers = CellNumbers(values, DANISH)
    for value in values:
        assert (numbers.text(value).strip("0,") == "") == (value == 0)


def test_a_cell_follows_the_language() -> None:
    assert CellNumbers([12_345], DANISH).text(12_345) == "12,3"
    assert CellNumbers([12_345], ENGLISH).text(12_345) == "12.3"


def test_a_value_that_is_not_there_is_a_dash() -> None:
    assert shown(None, DANISH) == "–"
    assert shown(None, DANISH, "percent") == "–"


def test_a_share_is_written_as_the_language_writes_percentages() -> None:
    assert shown(0.274, DANISH, "percent") == "27\u00a0%"


def test_a_negative_number_has_a_real_minus() -> None:
    assert shown(-1200, DANISH) == "−1.200"


@given(st.text(max_size=30))
def test_no_text_can_open_a_tag(text: str) -> None:
    for made in (plain(text), shortened(text, 12), wrapped(text, 12).replace("<br>", "")):
        assert "<" not in made
        assert ">" not in made


def test_a_long_name_is_cut_before_it_is_made_plain() -> None:
    assert shortened("Klit & Hav & Himmel", 9) == "Klit &amp; H…"


def test_a_long_label_is_broken_between_words() -> None:
    assert wrapped("Udenlandske gæster fra nær og fjern", 18) == "Udenlandske gæster<br>fra nær og fjern"


def test_a_narrow_cell_writes_thousands_sooner() -> None:
    numbers = CellNumbers([9145, 817], DANISH, 1_000)
    assert (numbers.text(9145), numbers.text(817), numbers.unit) == ("9,1", "0,8", "i tusinder")
