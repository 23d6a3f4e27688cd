import pytest
from hypothesis import given
from hypothesis import strategies as st

from locales import DANISH, ENGLISH
from pipelines.numbers import decimal_mark, read_number


@pytest.mark.parametrize(
    ("text", "comma", "point"),
    [
        ("1.234,5", 1234.5, None),
        ("1,234.5", None, 1234.5),
        ("1.234", 1234, 1.234),
        ("1,234", 1.234, 1234),
        ("1.141.536", 1141536, None),
        ("1,141,536", None, 1141536),
        ("0.234", None, 0.234),
        ("1234.567", None, 1234.567),
        ("12,5", 12.5, None),
        ("1234", 1234, 1234),
        ("1 234", 1234, 1234),
        ("1\u00a0234 567", 1234567, 1234567),
        ("1\u202f234,5", 1234.5, None),
        ("1\u2009234", 1234, 1234),
        ("1'234'567.5", None, 1234567.5),
        ("\u22125", -5, -5),
        ("-1.234,50", -1234.5, None),
        ("+7", 7, 7),
    ],
)
def test_a_number_text_is_read_under_each_decimal_mark(text: str, comma: float | None, point: float | None) -> None:
    number = read_number(text)
    assert number is not None
    assert (number.comma, number.point) == (comma, point)


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("1.234,5 kr.", 1234.5, "dkk"),
        ("kr. 12,50", 12.5, "dkk"),
        ("DKK 12,50", 12.5, "dkk"),
        ("12,-", 12, "dkk"),
        ("45 %", 45, "percent"),
        ("€ 12,50", 12.5, "euro"),
        ("7", 7, None),
    ],
)
def test_the_unit_around_a_number_is_told(text: str, value: float, unit: str | None) -> None:
    number = read_number(text)
    assert number is not None
    assert (number.value(","), number.unit) == (value, unit)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "abc",
        "lukket",
        "..",
        "-",
        ",",
        "12a",
        "1e5",
        "(5)",
        "1,2,3",
        "1.23.456",
        "1 23",
        "5.",
        "3-4",
        "2025-01",
        "6*",
    ],
)
def test_what_is_no_number_is_none(text: str) -> None:
    assert read_number(text) is None


@pytest.mark.parametrize(
    ("texts", "proof"),
    [
        (["1.234"], "ambiguous"),
        (["1.234", "987"], "ambiguous"),
        (["761.838", "1.141.536"], ","),
        (["1.234", "12,5"], ","),
        (["1.234", "12.5"], "."),
        (["1,234", "1,141,536"], "."),
        (["987", "12"], "either"),
        (["1 234", "987"], "either"),
        (["1.234,5", "1,234.5"], "ambiguous"),
        (["lukket", "1.234,5"], ","),
        ([], "either"),
    ],
)
def test_a_column_proves_its_decimal_mark_or_leaves_it_open(texts: list[str], proof: str) -> None:
    assert decimal_mark(texts) == proof


@given(st.integers(-(10**9), 10**9), st.integers(0, 2))
def test_a_number_reads_back_in_both_conventions(cents: int, decimals: int) -> None:
    value = cents / 10**decimals
    danish, english = read_number(DANISH.number(value, decimals)), read_number(ENGLISH.number(value, decimals))
    assert danish is not None
    assert english is not None
    assert danish.value(",") == pytest.approx(value)
    assert english.value(".") == pytest.approx(value)


@given(st.lists(st.integers(0, 10**8), min_size=1))
def test_a_danish_column_is_never_read_as_english(values: list[int]) -> None:
    assert decimal_mark(DANISH.number(value) for value in values) in (",", "either", "ambiguous")


@given(st.text(max_size=30))
def test_no_text_breaks_the_reading_of_numbers(text: str) -> None:
    read_number(text)
