"""Numbers, dates, lists and plurals as each language writes them."""

from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from locales import DANISH, ENGLISH, Language, language
from locales.rounding import rounded

LANGUAGES = [DANISH, ENGLISH]
BOTH = pytest.mark.parametrize("one", LANGUAGES, ids=lambda one: one.code)


@pytest.mark.parametrize(
    ("share", "written"),
    [(0, "0%"), (0.0004, "0.0%"), (0.034, "3.4%"), (0.0949, "9.5%"), (0.0951, "10%"), (0.528, "53%"), (0.9949, "99%"),
     (0.997, "99.7%"), (1, "100%"), (1.17, "117%"), (-0.043, "−4.3%"), (None, "–")],
)  # fmt: skip
def test_a_share_is_written_in_whole_per_cent_and_never_as_all_or_nothing_that_it_is_not(
    share: float | None, written: str
) -> None:
    assert ENGLISH.share(share) == written


def test_danish_is_spoken_where_no_known_language_is_asked_for() -> None:
    assert [language(code) for code in ("da", "en", None, "", "xx")] == [DANISH, ENGLISH, DANISH, DANISH, DANISH]


@pytest.mark.parametrize(
    ("value", "decimals", "danish", "english"),
    [
        (0, 0, "0", "0"),
        (999, 0, "999", "999"),
        (53731, 0, "53.731", "53,731"),
        (1234567.8, 1, "1.234.567,8", "1,234,567.8"),
        (0.48, 2, "0,48", "0.48"),
        (3, 2, "3,00", "3.00"),
        (None, 1, "–", "–"),
    ],
)
def test_a_number_has_the_separators_of_its_language(
    value: float | None, decimals: int, danish: str, english: str
) -> None:
    assert [one.number(value, decimals) for one in LANGUAGES] == [danish, english]


@pytest.mark.parametrize(
    ("share", "decimals", "signed", "danish", "english"),
    [
        (0.034, 1, False, "3,4\N{NO-BREAK SPACE}%", "3.4%"),
        (0.034, 1, True, "+3,4\N{NO-BREAK SPACE}%", "+3.4%"),
        (-0.034, 1, True, "−3,4\N{NO-BREAK SPACE}%", "−3.4%"),
        (0, 1, True, "0,0\N{NO-BREAK SPACE}%", "0.0%"),
        (0.242, 0, False, "24\N{NO-BREAK SPACE}%", "24%"),
        (12.5, 0, False, "1.250\N{NO-BREAK SPACE}%", "1,250%"),
        (None, 1, True, "–", "–"),
    ],
)
def test_a_share_is_written_in_per_cent(
    share: float | None, decimals: int, signed: bool, danish: str, english: str
) -> None:
    assert [one.percent(share, decimals, signed=signed) for one in LANGUAGES] == [danish, english]


@pytest.mark.parametrize(
    ("value", "decimals", "danish", "english"),
    [
        (1234, 0, "+1.234", "+1,234"),
        (-1234, 0, "−1.234", "−1,234"),
        (0.8, 1, "+0,8", "+0.8"),
        (0, 0, "0", "0"),
        (0.04, 1, "0,0", "0.0"),
        (-0.04, 1, "0,0", "0.0"),
        (None, 0, "–", "–"),
    ],
)
def test_a_change_has_its_sign_and_a_true_minus(value: float | None, decimals: int, danish: str, english: str) -> None:
    assert [one.change(value, decimals) for one in LANGUAGES] == [danish, english]


@BOTH
@given(value=st.floats(-0.049, 0.049), decimals=st.integers(0, 1))
def test_nothing_that_is_written_as_zero_has_a_sign(one: Language, value: float, decimals: int) -> None:
    zero = one.number(0, decimals)
    assert one.number(value, decimals) == zero
    assert one.change(value, decimals) == zero


@BOTH
@given(size=st.floats(0, 1e9), decimals=st.integers(0, 2))
@example(size=0.05, decimals=1)
def test_a_change_and_its_opposite_differ_in_the_sign_alone(one: Language, size: float, decimals: int) -> None:
    shown = one.number(size, decimals)
    signs = ("", "") if shown == one.number(0, decimals) else ("+", "−")
    assert (one.change(size, decimals), one.change(-size, decimals)) == tuple(f"{sign}{shown}" for sign in signs)


@pytest.mark.parametrize(
    ("month", "danish", "english"), [(1, "januar", "January"), (5, "maj", "May"), (12, "december", "December")]
)
def test_a_month_has_its_name(month: int, danish: str, english: str) -> None:
    assert [one.month(month) for one in LANGUAGES] == [danish, english]


def test_a_short_month_has_no_full_stop() -> None:
    assert DANISH.month(10, "abbreviated") == "okt"
    assert ENGLISH.month(10, "abbreviated") == "Oct"
    assert DANISH.month(10, "narrow") == "O"


@pytest.mark.parametrize(
    ("period", "danish", "english"),
    [
        ("2025", "2025", "2025"),
        ("2025-07", "juli 2025", "July 2025"),
        ("2025-Q1", "1. kvartal 2025", "Q1 2025"),
    ],
)
def test_a_period_is_written_as_people_do(period: str, danish: str, english: str) -> None:
    assert [one.period(period) for one in LANGUAGES] == [danish, english]


def test_a_date_is_written_in_words() -> None:
    assert [one.date(date(2026, 3, 1)) for one in LANGUAGES] == ["1. marts 2026", "1 March 2026"]


@pytest.mark.parametrize(
    ("items", "danish", "english"),
    [
        ([], "", ""),
        (["a"], "a", "a"),
        (["a", "b"], "a og b", "a and b"),
        (["a", "b", "c"], "a, b og c", "a, b and c"),
    ],
)
def test_a_list_reads_as_part_of_a_sentence(items: list[str], danish: str, english: str) -> None:
    assert [one.listed(items) for one in LANGUAGES] == [danish, english]


@pytest.mark.parametrize(
    ("n", "danish", "english"),
    [
        (0, "0 overnatninger", "0 nights"),
        (1, "1 overnatning", "1 night"),
        (2, "2 overnatninger", "2 nights"),
        (1001, "1.001 overnatninger", "1,001 nights"),
    ],
)
def test_only_one_is_singular(n: int, danish: str, english: str) -> None:
    assert [one.plural("{n} night", "{n} nights", n) for one in LANGUAGES] == [danish, english]


def test_a_text_is_filled_in_after_it_is_translated() -> None:
    asked = "{place} had {counted} in {year}."
    said = [one.text(asked, place="Brisehavn", counted="53.731 besøg", year=2025) for one in LANGUAGES]
    assert said == ["Brisehavn havde 53.731 besøg i 2025.", "Brisehavn had 53.731 besøg in 2025."]


def test_a_text_without_values_keeps_its_braces() -> None:
    assert ENGLISH.text("{not a field}") == "{not a field}"


@BOTH
def test_no_text_of_a_kpi_is_no_text(one: Language) -> None:
    assert one.kpi_text("") == ""


def test_a_text_of_a_kpi_is_found_in_its_own_catalogue() -> None:
    assert [one.kpi_text("Room to grow without building") for one in LANGUAGES] == [
        "Ledig kapacitet",
        "Room to grow without building",
    ]


@BOTH
@given(st.floats(-50_000, 50_000), st.floats(-500, 500), st.integers(0, 2), st.integers(0, 2))
@example(24.349, 25.051, 1, 1)
@example(0.096, 12.34, 1, 0)
@example(0.125, 0.0, 2, 0)
def test_a_difference_is_that_of_the_numbers_as_they_are_written(
    one: Language, before: float, after: float, first: int, second: int
) -> None:
    apart, decimals = one.difference(f"{one.number(before, first)} %", one.number(after, second))
    shown = rounded(after, second) - rounded(before, first)
    assert apart == pytest.approx(float(shown))
    assert decimals == max(first, second)


def test_a_text_without_a_number_is_no_part_of_a_difference() -> None:
    with pytest.raises(ValueError, match="no number"):
        DANISH.difference("–", "3")
