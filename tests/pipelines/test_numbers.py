import pytest
from hypothesis import given
from hypothesis import strategies as st

from locales import DANISH, ENGLISH, Language
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
        ("(1.200)", -1200, -1.2),
        ("(1.234,50)", -1234.5, None),
        ("( 120 )", -120, -120),
        ("(1 200) [r]", -1200, -1200),
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
        ("12 t.kr.", 12000, "dkk"),
        ("12 tkr", 12000, "dkk"),
        ("1,2 mio. kr.", 1200000, "dkk"),
        ("kr. 1,2 mia.", 1200000000, "dkk"),
        ("12 t", 12, "tonne"),
        ("12k", 12000, None),
        ("7 kr.", 7, "dkk"),
        ("12 kg", 12, "kg"),
        ("12 m³", 12, "m3"),
        ("45 % [r]", 45, "percent"),
        ("7¹", 7, None),
        ("(1.200,00 kr.)", -1200, "dkk"),
        ("kr. (1.200,00)", -1200, "dkk"),
        ("(5) kr.", -5, "dkk"),
        ("(12 t.kr.)", -12000, "dkk"),
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
        "(-500)",
        "-(500)",
        "(2+300)",
        "((500))",
        "(om 500)",
        "7 (500)",
        "()",
        "1,2,3",
        "1.23.456",
        "1 23",
        "5.",
        "3-4",
        "2025-01",
        "6*",
        "12 mill. hus",
        "12 tons",
        "12 [r] 3",
        "[r]",
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


_GROUPS = (" ", "\N{NO-BREAK SPACE}", "\N{THIN SPACE}", "\N{NARROW NO-BREAK SPACE}", "\N{FIGURE SPACE}", "'")


@given(
    st.integers(-(10**9), 10**9),
    st.integers(0, 2),
    st.sampled_from([DANISH, ENGLISH]),
    st.sampled_from(["", " ", "\N{NO-BREAK SPACE}"]),
    st.sampled_from([("", 1), ("kr.", 1), ("DKK", 1), ("mio.", 10**6), ("t.kr.", 1000), ("mia. kr.", 10**9)]),
    st.sampled_from(["", " [r]", "[b]", " [note 12]", " (p)"]),
)
def test_a_number_reads_back_whatever_stands_around_it(
    cents: int, decimals: int, language: Language, blank: str, multiple: tuple[str, int], mark: str
) -> None:
    value = cents / 10**decimals
    unit, times = multiple
    number = read_number(f"{blank}{language.number(value, decimals)}{blank}{unit}{mark}{blank}")
    assert number is not None
    assert number.value("," if language is DANISH else ".") == pytest.approx(value * times)
    assert number.times == times


@given(st.integers(0, 10**12), st.sampled_from(_GROUPS))
def test_any_blank_or_apostrophe_groups_thousands(value: int, group: str) -> None:
    number = read_number(f"{value:,}".replace(",", group))
    assert number is not None
    assert number.comma == number.point == value


@given(st.lists(st.integers(0, 10**8), min_size=1))
def test_a_danish_column_is_never_read_as_english(values: list[int]) -> None:
    assert decimal_mark(DANISH.number(value) for value in values) in (",", "either", "ambiguous")


@given(st.text(max_size=30))
def test_no_text_breaks_the_reading_of_numbers(text: str) -> None:
    read_number(text)
