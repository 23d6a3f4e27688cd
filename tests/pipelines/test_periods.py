from datetime import date, datetime
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from locales import LANGUAGES
from pipelines.period_columns import first_month, read_periods
from pipelines.periods import PeriodPart, as_day, read_month, read_period

Width = Literal["wide", "abbreviated"]
WIDTHS: list[Width] = ["wide", "abbreviated"]

WHOLE = {
    "2025-07": "2025-07",
    "2025/07": "2025-07",
    "07/2025": "2025-07",
    "202507": "2025-07",
    "2019M01": "2019-01",
    "jan 2018": "2018-01",
    "marts 2025": "2025-03",
    "mar-25": "2025-03",
    "Mar. 25": "2025-03",
    "dec-95": "1995-12",
    "2025 juli": "2025-07",
    "JULI 2025*": "2025-07",
    "Marts\n2025": "2025-03",
    "2014-01-01T00:00:00.000": "2014-01",
    "01-07-2025": "2025-07",
    "1.7.2025": "2025-07",
    "31-07-2025": "2025-07",
    "2008K1": "2008-Q1",
    "2008Q1": "2008-Q1",
    "1998 Q4": "1998-Q4",
    "Q1_2012": "2012-Q1",
    "1. kvartal 2025": "2025-Q1",
    "2025 1. kvt.": "2025-Q1",
    "2025": "2025",
    "år 2023": "2023",
    "2019/20": "2019/20",
    "2019/20 ": "2019/20",
    "2019/2020": "2019/20",
    "2019-20": "2019/20",
    "1999/00": "1999/00",
}


@pytest.mark.parametrize(("text", "period"), WHOLE.items())
def test_a_period_is_read_as_people_write_it(text: str, period: str) -> None:
    part = read_period(text)
    assert part is not None
    assert part.period == period


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("Januar", PeriodPart(month=1)),
        ("Sept", PeriodPart(month=9)),
        ("Ago", PeriodPart(month=8)),
        ("Mrz", PeriodPart(month=3)),
        ("Apr¹", PeriodPart(month=4)),
        ("M07", PeriodPart(month=7)),
        ("K3", PeriodPart(quarter=3)),
        ("3. kvartal", PeriodPart(quarter=3)),
    ],
)
def test_a_month_or_quarter_alone_waits_for_its_year(text: str, part: PeriodPart) -> None:
    read = read_period(text)
    assert read == part
    assert read.period is None
    joined = read.joined(PeriodPart(2024))
    assert joined is not None
    assert joined.period is not None
    assert joined.period.startswith("2024-")


@pytest.mark.parametrize(
    "text", ["2025-13", "2019/15", "31. januar", "Q5 2020", "1234", "5", "", "i alt", "2025-02-30"]
)
def test_what_is_no_period_is_none(text: str) -> None:
    assert read_period(text) is None


@pytest.mark.parametrize(
    ("value", "period"),
    [
        (datetime(2025, 3, 1), "2025-03"),
        (date(2025, 3, 31), "2025-03"),
        (2025, "2025"),
        (2025.0, "2025"),
        (202507, "2025-07"),
    ],
)
def test_dates_and_numbers_are_periods_too(value: date | float, period: str) -> None:
    part = read_period(value)
    assert part is not None
    assert part.period == period


@pytest.mark.parametrize("value", [date(2025, 3, 15), 5, 2025.5, float("nan"), float("inf"), True, None])
def test_a_day_in_the_month_and_stray_numbers_are_no_period(value: date | float | None) -> None:
    assert read_period(value) is None


def test_a_bare_number_is_a_month_only_where_the_year_stands_elsewhere() -> None:
    assert read_period(7) is None
    assert read_month(7) == PeriodPart(month=7)
    assert read_month("07") == PeriodPart(month=7)
    assert read_month(13) is None


def test_days_of_a_month_are_not_taken_for_months() -> None:
    days = [date(2025, 1, 1), date(2025, 1, 2)]
    assert read_periods(days) == [None, None]


def test_first_days_are_months_and_so_are_last_days() -> None:
    assert [part and part.period for part in read_periods([date(2025, 1, 1), date(2025, 2, 1)])] == [
        "2025-01",
        "2025-02",
    ]
    assert [part and part.period for part in read_periods([date(2025, 1, 31), date(2024, 2, 29)])] == [
        "2025-01",
        "2024-02",
    ]


def test_a_slash_is_a_fiscal_year_unless_another_number_follows_in_the_column() -> None:
    assert [part and part.period for part in read_periods(["2011/12", "2012/13"])] == ["2011/12", "2012/13"]
    assert [part and part.period for part in read_periods(["2011/01", "2011/12"])] == ["2011-01", "2011-12"]


def test_parts_that_contradict_each_other_do_not_join() -> None:
    assert PeriodPart(2024, 1).joined(PeriodPart(2025)) is None
    assert PeriodPart(month=1).joined(PeriodPart(quarter=1)) is None
    assert PeriodPart(month=1).joined(PeriodPart(2019, ends=2020)) is None


@given(st.integers(1900, 2099), st.integers(1, 12), st.sampled_from(["da", "en"]), st.sampled_from(WIDTHS))
def test_a_month_reads_back_as_it_was_written(year: int, month: int, language: str, width: Width) -> None:
    name = LANGUAGES[language].month(month, width)
    for text in (f"{name} {year}", f"{year}-{month:02}", f"{year}M{month:02}", f"{name}. {year}", f"{year} {name}"):
        part = read_period(text)
        assert part is not None
        assert part.period == f"{year}-{month:02}"


@given(st.integers(1900, 2098), st.integers(1, 4))
def test_quarters_and_fiscal_years_read_back_as_stored(year: int, quarter: int) -> None:
    for stored in (PeriodPart(year, quarter=quarter).period, PeriodPart(year, ends=year + 1).period, str(year)):
        part = read_period(stored)
        assert part is not None
        assert part.period == stored


@given(st.one_of(st.text(max_size=20), st.floats(), st.integers(), st.dates(), st.datetimes(), st.booleans()))
def test_no_value_breaks_the_reading_of_periods(value: str | float | date) -> None:
    part = read_period(value)
    assert part is None or part.period is None or part.period[:4].isdecimal()
    read_month(value)
    as_day(value)


@pytest.mark.parametrize("text", ["01Gennaio", "1-januar", "01_Jan"])
def test_the_number_of_a_month_glued_to_its_name_is_that_month(text: str) -> None:
    assert read_period(text) == PeriodPart(month=1)
    assert read_period(text.replace("1", "2")) is None


def test_a_year_of_some_months_is_no_year_and_joins_only_those_months() -> None:
    part = read_period("2025, periodo Gennaio-Settembre")
    assert part is not None
    assert part.period is None
    assert not part.is_year
    joined = part.joined(PeriodPart(month=9))
    assert joined is not None
    assert joined.period == "2025-09"
    assert part.joined(PeriodPart(month=10)) is None


def test_quarters_as_decimals_of_their_year_are_quarters_only_among_themselves() -> None:
    quarters = [PeriodPart(1999, quarter=number) for number in (1, 2, 3, 4)]
    assert read_periods([1999, 1999.25, 1999.5, 1999.75]) == quarters
    assert read_periods(["1999", "1999.25", "1999.5", "1999.75"]) == quarters
    assert read_periods(["1999.25", "1999.4"]) == [PeriodPart(1999, quarter=2), None]
    assert read_periods([1999, 2000]) == [PeriodPart(1999), PeriodPart(2000)]


def test_a_fiscal_year_begins_with_the_month_that_stands_first() -> None:
    assert first_month([*range(4, 13), 1, 2, 3]) == 4
    assert first_month(list(range(1, 13))) is None
    assert first_month([4, 5, 6]) is None
    assert first_month([4, 6, 5, *range(7, 13), 1, 2, 3]) is None
    year = PeriodPart(2004, ends=2005)
    assert year.month_of_fiscal(4, 4) == PeriodPart(2004, 4)
    assert year.month_of_fiscal(3, 4) == PeriodPart(2005, 3)
    assert PeriodPart(2004).month_of_fiscal(3, 4) is None
