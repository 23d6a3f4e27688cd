"""A number in a workbook is shown with the decimals, the sign and the per cent that it was written with."""

from io import BytesIO

import openpyxl
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from answers.downloads import Patterned, as_xlsx
from answers.patterns import pattern_of, patterned, with_percentages, with_units
from locales import DANISH, ENGLISH, Language


@pytest.mark.parametrize(
    ("text", "language", "pattern"),
    [
        ("82.540", DANISH, "#,##0"),
        ("82,540", ENGLISH, "#,##0"),
        ("0,42", DANISH, "#,##0.00"),
        ("25,8\u00a0%", DANISH, "#,##0.0%"),
        ("25.8%", ENGLISH, "#,##0.0%"),
        ("−1.234", DANISH, "#,##0"),
        ("+3,6\u00a0%", DANISH, "+#,##0.0%;-#,##0.0%;#,##0.0%"),
        ("+2,8\u00a0% fra året før", DANISH, "General"),
        ("evalueret", DANISH, "General"),
        ("–", DANISH, "General"),
    ],
)
def test_a_pattern_writes_as_the_page_does(text: str, language: Language, pattern: str) -> None:
    assert pattern_of(text, language) == pattern


@given(st.floats(-1e9, 1e9), st.integers(0, 3), st.sampled_from([DANISH, ENGLISH]))
def test_every_number_of_ours_has_its_decimals(number: float, decimals: int, language: Language) -> None:
    pattern = pattern_of(language.number(number, decimals), language)
    assert pattern == "#,##0" + ("." + "0" * decimals if decimals else "")


def cells(table: pd.DataFrame, written: pd.DataFrame, language: Language) -> list[tuple[object, str]]:
    """The value and the format of each cell below the first header of the workbook."""
    book = openpyxl.load_workbook(BytesIO(as_xlsx(with_percentages(table, written, language), "Ark")))
    return [(cell.value, cell.number_format) for cell in book.worksheets[0]["A"][1:]]


def test_what_is_in_per_cent_on_the_screen_is_in_per_cent_in_the_workbook_and_the_same_number() -> None:
    table = pd.DataFrame({"Tal": pd.Series([0.12345, -0.0279, 0.661, 53_731, 0.48, None, "planlagt"], dtype=object)})
    written = pd.DataFrame({"Tal": ["12\u00a0%", "−2,8\u00a0%", "juli: 66\u00a0%", "53.731", "0,48", "–", "planlagt"]})
    assert cells(table, written, DANISH) == [
        (0.12345, "#,##0%"),
        (-0.0279, "#,##0.0%"),
        (0.661, "#,##0%"),
        (53_731, "General"),
        (0.48, "General"),
        (None, "General"),
        ("planlagt", "General"),
    ]


def test_what_is_written_as_zero_has_no_minus_in_a_spreadsheet_and_keeps_its_number() -> None:
    table = pd.DataFrame({"Tal": [-0.00045, -0.0005, 0.0004]})
    written = pd.DataFrame({"Tal": [DANISH.percent(share) for share in table["Tal"]]})
    assert list(written["Tal"]) == ["0,0\u00a0%", "−0,1\u00a0%", "0,0\u00a0%"]
    assert cells(table, written, DANISH) == [
        (-0.00045, "#,##0.0%;#,##0.0%"),
        (-0.0005, "#,##0.0%"),
        (0.0004, "#,##0.0%"),
    ]
    assert patterned(-0.4, "0", DANISH) == Patterned(-0.4, "#,##0;#,##0")


def test_a_column_in_per_cent_says_in_a_csv_that_its_1_is_100_per_cent() -> None:
    table = pd.DataFrame({"a": [0.12, None], "b": pd.Series([0.12, 7], dtype=object), "c": [1, 2], "d": ["x", "y"]})
    written = pd.DataFrame({"a": ["12%", "–"], "b": ["12%", "7"], "c": ["1", "2"], "d": ["x", "y"]})
    assert list(with_units(table, written, ENGLISH)) == ["a (1 = 100%)", "b", "c", "d"]
    assert list(with_units(table.head(0), written.head(0), ENGLISH)) == ["a", "b", "c", "d"]


def test_a_number_in_hundredths_is_never_shown_a_hundred_times_too_large() -> None:
    assert cells(pd.DataFrame({"Tal": [116.7]}), pd.DataFrame({"Tal": ["117%"]}), ENGLISH) == [(116.7, "General")]


def test_a_number_that_its_text_does_not_say_stays_plain() -> None:
    assert cells(pd.DataFrame({"Tal": [3.0]}), pd.DataFrame({"Tal": ["17%"]}), ENGLISH) == [(3, "General")]


@given(st.floats(-9, 9), st.integers(0, 2), st.sampled_from([DANISH, ENGLISH]))
def test_every_percentage_of_ours_is_one_in_the_workbook(share: float, decimals: int, language: Language) -> None:
    table, written = pd.DataFrame({"a": [share]}), pd.DataFrame({"a": [language.percent(share, decimals, signed=True)]})
    assert with_percentages(table, written, language)["a"][0].pattern.endswith("%")


def test_a_table_without_percentages_is_left_as_it_is() -> None:
    table = pd.DataFrame({"Antal": [1, 2], "Sted": ["Vig", "Havn"]})
    pd.testing.assert_frame_equal(with_percentages(table, table.astype(str), DANISH), table)
