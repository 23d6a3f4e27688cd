"""Tables to take away: numbers stay numbers, and no text can act as a formula."""

import csv
from datetime import date, datetime
from io import BytesIO, StringIO

import openpyxl
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from answers.downloads import Sheet, as_csv, as_workbook, as_xlsx, neutral
from locales import DANISH, ENGLISH, Language

FORMULAS = [
    "=1+1", "+1+cmd|'/c calc'!A0", "-2+3", "@SUM(A1)", "＝1+1", "＋1", "－1+2", "＠SUM(1)", " =1+1", "\t=1+1", "\r=1",
    "\n=1", "\x00=1", "'=1", '"=1', "\u200b=1", "\ufeff=1", "\u00a0=1", "|calc", "%0A=1", "-", "-2 kr.", "=",
]  # fmt: skip
NUMBERS = ["-5", "+4,5", "-1.234,5", "−3,2 %", "-12 %", "+45 12 34", "-1 234", "3"]
PLAIN = ["Museet", "Å-dal", "a=b", "10-12", "Ærø & Als", "", "–", "2025-07"]


@pytest.mark.parametrize("text", FORMULAS)
def test_a_text_that_acts_as_a_formula_is_made_a_text(text: str) -> None:
    assert neutral(text) == f"'{text}"


@pytest.mark.parametrize("text", [*NUMBERS, *PLAIN])
def test_numbers_and_plain_texts_stay_as_they_are(text: str) -> None:
    assert neutral(text) == text


@given(
    st.text(alphabet=" \t\r\n'\"\u00a0\u200b\ufeff\x01", max_size=3),
    st.sampled_from("=+-@＝＋－＠|%"),
    st.text(min_size=1, max_size=12).filter(lambda rest: any(character.isalpha() for character in rest)),
)
def test_nothing_that_starts_like_a_formula_comes_through(before: str, sign: str, rest: str) -> None:
    assert neutral(before + sign + rest) == f"'{before}{sign}{rest}"


@given(st.one_of(st.integers(-(10**9), 10**9), st.floats(-1e9, 1e9).map(lambda number: round(number, 2))))
def test_a_number_in_either_language_is_never_touched(number: float) -> None:
    for language in (DANISH, ENGLISH):
        for text in (language.number(number, 2), language.change(number, 1), language.percent(number, signed=True)):
            assert neutral(text) == text


TABLE = pd.DataFrame(
    {
        "Sted": ["Ærø; =1+1", "=HYPERLINK(1)", None],
        "=Tal": [1.5, -2.0, None],
        "Antal": [1, -2, 3],
        "Blandet": [date(2025, 7, 1), -4, "-4+1"],
    }
)


def rows_of(text: bytes, delimiter: str) -> list[list[str]]:
    return list(csv.reader(StringIO(text.decode("utf-8-sig")), delimiter=delimiter))


def test_a_danish_csv_has_semicolons_and_decimal_commas() -> None:
    text = as_csv(TABLE, DANISH)
    assert text.startswith(b"\xef\xbb\xbf")
    assert rows_of(text, ";") == [
        ["Sted", "'=Tal", "Antal", "Blandet"],
        ["Ærø; =1+1", "1,5", "1", "2025-07-01"],
        ["'=HYPERLINK(1)", "-2,0", "-2", "-4"],
        ["", "", "3", "'-4+1"],
    ]


def test_a_count_beside_shares_is_written_whole_in_a_csv_with_and_without_gaps() -> None:
    table = pd.DataFrame({"Tal": pd.Series([18_000.0, 0.5, None, float("nan"), 7.0], dtype=object)})
    assert rows_of(as_csv(table, DANISH), ";")[1:] == [["18000"], ["0,5"], [""], [""], ["7"]]


def test_an_english_csv_has_commas_and_decimal_points() -> None:
    assert rows_of(as_csv(TABLE, ENGLISH), ",")[1:3] == [
        ["Ærø; =1+1", "1.5", "1", "2025-07-01"],
        ["'=HYPERLINK(1)", "-2.0", "-2", "-4"],
    ]


@pytest.mark.parametrize(("language", "other"), [(DANISH, ","), (ENGLISH, ";")])
def test_a_program_with_the_other_separator_cuts_no_formula_out_of_a_text(language: Language, other: str) -> None:
    table = pd.DataFrame({"Sted": [f"a{other}=1+1", f"b;=1{other}=2"], "Tal": [1, 2]})
    text = as_csv(table, language)
    assert not any(cell.startswith("=") for row in rows_of(text, other) for cell in row)


def test_the_table_itself_is_left_as_it_was() -> None:
    before = TABLE.copy()
    as_csv(TABLE, DANISH)
    as_xlsx(TABLE, "Ark")
    pd.testing.assert_frame_equal(TABLE, before)


def test_columns_of_any_kind_of_text_are_made_safe() -> None:
    texts = pd.Series(["=1", "a"])
    table = pd.DataFrame({"a": texts.astype("category"), "b": texts.astype("string"), "c": texts})
    assert rows_of(as_csv(table, ENGLISH), ",")[1] == ["'=1"] * 3


def cells(book: bytes) -> list[list[object]]:
    sheet = openpyxl.load_workbook(BytesIO(book)).worksheets[0]
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


def test_a_workbook_holds_the_same_figures_as_numbers_and_the_texts_as_texts() -> None:
    assert cells(as_xlsx(TABLE, "Ark")) == [
        ["Sted", "'=Tal", "Antal", "Blandet"],
        ["Ærø; =1+1", 1.5, 1, datetime(2025, 7, 1)],
        ["'=HYPERLINK(1)", -2, -2, -4],
        [None, None, 3, "'-4+1"],
    ]


def test_no_cell_of_a_workbook_is_a_formula_or_a_link() -> None:
    table = pd.DataFrame({"a": [*FORMULAS, "https://example.org", "mailto:a@example.org"]}).map(
        lambda text: text.replace("\x00", "")
    )
    sheet = openpyxl.load_workbook(BytesIO(as_xlsx(table, "Ark"))).worksheets[0]
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} == {"s"}
    assert all(cell.hyperlink is None for row in sheet.iter_rows() for cell in row)


def test_numbers_of_any_make_are_numbers_and_what_is_missing_is_blank() -> None:
    table = pd.DataFrame(
        {"a": pd.Series([pd.NA, pd.NaT, float("nan"), None, *TABLE["Antal"].to_numpy()], dtype=object)}
    )
    assert [row[0] for row in cells(as_xlsx(table, "Ark"))[1:]] == [None, None, None, None, 1, -2, 3]


@pytest.mark.parametrize("name", ["a/b:c*d?[e]\\f", "x" * 40, "'quoted'", "", "'", "Besøg pr. måned"])
def test_any_caption_can_name_a_sheet(name: str) -> None:
    titles = openpyxl.load_workbook(BytesIO(as_xlsx(TABLE, name))).sheetnames
    assert len(titles) == 1
    assert 0 < len(titles[0]) <= 31


def test_the_name_of_a_sheet_ends_with_a_whole_word() -> None:
    name = "Satserne i 2025 og hvad de hviler på"
    assert openpyxl.load_workbook(BytesIO(as_xlsx(TABLE, name))).sheetnames == ["Satserne i 2025 og hvad de"]
    twice = openpyxl.load_workbook(BytesIO(as_workbook([Sheet(name, TABLE), Sheet(name, TABLE)]))).sheetnames
    assert twice[1] == "Satserne i 2025 og hvad de 2"
    exact = "En overskrift på enogtredive ja"
    assert openpyxl.load_workbook(BytesIO(as_xlsx(TABLE, f"{exact} og mere"))).sheetnames == [exact]


def test_a_day_is_a_day_in_a_workbook_and_iso_text_in_a_csv() -> None:
    told = [date(2025, 3, 4), datetime(2025, 3, 4, 9, 30), None, date(1850, 1, 1)]
    table = pd.DataFrame({"Dato": pd.Series(told, dtype=object)})
    sheet = openpyxl.load_workbook(BytesIO(as_xlsx(table, "Ark"))).worksheets[0]
    found = [(cell.value, cell.number_format) for cell in sheet["A"][1:]]
    assert found == [
        (datetime(2025, 3, 4), "dd-mm-yyyy"),
        (datetime(2025, 3, 4, 9, 30), "dd-mm-yyyy hh:mm"),
        (None, "General"),
        ("1850-01-01", "General"),
    ]
    assert [row[0] for row in rows_of(as_csv(table, DANISH), ";")[1:]] == [
        "2025-03-04", "2025-03-04 09:30:00", "", "1850-01-01",
    ]  # fmt: skip


def test_a_column_of_moments_alone_keeps_what_is_missing_blank() -> None:
    table = pd.DataFrame({"Da": [None, datetime(2025, 3, 4, 9, 30)]})
    assert [row[0] for row in cells(as_xlsx(table, "Ark"))[1:]] == [None, datetime(2025, 3, 4, 9, 30)]


def test_a_table_without_rows_is_its_headers() -> None:
    empty = TABLE.head(0)
    assert cells(as_xlsx(empty, "Ark")) == [["Sted", "'=Tal", "Antal", "Blandet"]]
    assert rows_of(as_csv(empty, ENGLISH), ",") == [["Sted", "'=Tal", "Antal", "Blandet"]]


def test_a_whole_number_is_written_as_people_write_it() -> None:
    met = pd.DataFrame({"who": ["a", "b"], "people": [7.0, None], "hours": ["", 60.0]})
    assert as_csv(met, DANISH).decode("utf-8-sig").splitlines()[1:] == ['"a";7;""', '"b";"";60']
