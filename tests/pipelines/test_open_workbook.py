"""Any file to a workbook, by what it is; every messy and malicious file we have, with what must come of it."""

import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
import xlsxwriter

from locales import ENGLISH
from pipelines.finding_kinds import FILES
from pipelines.findings import FileRefusedError, Finding
from pipelines.grid import ErrorCell
from pipelines.open_workbook import open_workbook
from tests.pipelines.archives import make_ods, make_xlsx, sheet_xml

# Each file with its number of filled cells, errors and formulas included, or why it is refused.
MALICIOUS = {
    "calamine_OOM_alloc2.xls": 9731,
    "calamine_issue_666_panic.xlsb": "no_cells",
    "calamine_malformed_format.xls": 683,
    "calamine_pass_protected.ods": "encrypted",
    "excelize_BadWorkbook.xlsx": "no_sheets",
    "excelize_encryptSHA1.xlsx": "encrypted",
    "msoffcrypto_example_decrypted.xlsx": 2,
    "msoffcrypto_example_password.xlsx": "encrypted",
    "oletools_dde-in-csv.csv": 2,
    "oletools_dde-test.xlsx": 5,
    "oletools_embedded-simple-2007.xlsx": 2,
    "oletools_excel4_sample_macro.xlsm": "no_cells",
    "php_contains_html.csv": 3,
    "php_empty.csv": "empty_file",
    "php_fakewebservice.xlsx": 1,
    "php_sec-p66w.xlsx": 1,
    "php_urlImage.bad.xlsx": "no_cells",
    "php_utf7white.xlsx": "unsafe",
    "php_utf8and16.entity.xlsx": "broken",
    "poi_crash-274d6342e4842d61be0fb48eaadad6208ae767ae.xlsx": "broken",
    "poi_duplicate-filename-case-insensitive.xlsx": "unsafe",
    "poi_fuzz_POIHSSFFuzzer-4657005060816896.xls": "broken",
    "poi_fuzz_XLSX2CSVFuzzer-5636439151607808.xlsx": "broken",
    "poi_password.xls": "encrypted",
    "poi_poc-shared-strings.xlsx": "broken",
    "poi_poc-xmlbomb.xlsx": "unsafe",
    "poi_protected_passtika.xlsx": "encrypted",
    "poi_workbookProtection-workbook_password-2013.xlsx": 1,
    "poi_xlsx-corrupted.xlsx": "broken",
    "poi_xxe_in_schema.xlsx": 4,
    "tidyxl_xfd1048576.xlsx": "too_far",
}
MESSY = {
    "calamine_any_sheets.xlsx": 7,
    "calamine_biff5_write.xls": 12,
    "calamine_date.xlsb": 6,
    "calamine_date_1904.xlsx": 6,
    "calamine_date_iso.xlsx": 6,
    "calamine_errors.xlsx": 7,
    "calamine_inventory-table.xlsx": 15,
    "calamine_merged_cells.ods": 7,
    "calamine_merged_range.xlsx": 31,
    "calamine_special_cells.ods": 5,
    "databaker_example1.xls": 53,
    "frictionless_bom.csv": 6,
    "frictionless_doublequote.csv": 100,
    "frictionless_duplicate-headers.csv": 15,
    "frictionless_merged-cells.xlsx": 1,
    "frictionless_multiline-headers.xlsx": 10,
    "frictionless_preserve-formatting.xlsx": 21,
    "frictionless_sheets.xlsx": 12,
    "frictionless_skip-rows.xlsx": 6,
    "frictionless_table-with-two-sheets.ods": 12,
    "php_1904_Calendar.xls": 4,
    "php_HiddenSheet.xlsx": "no_cells",
    "php_NumberFormatTest.csv": 7,
    "php_leading0.N2.ods": 3,
    "php_line_break_in_enclosure.csv": 18,
    "php_octo_thorpe.xlsx": 1,
    "php_premiere.utf16lebom.csv": 6,
    "php_premiere.utf8bom.csv": 6,
    "php_premiere.win1252.csv": 6,
    "php_semicolon_separated.csv": 9,
    "php_sep.csv": 4,
    "php_visibility.xlsx": 5,
    "poi_ExcelPivotTableSample.xlsx": 50,
    "poi_SampleSS.ods": 15,
    "poi_StructuredReferences.xlsx": 24,
    "poi_TwoSheetsOneHidden.xlsx": 2,
    "poi_right-to-left.xlsx": 8,
    "poi_sample.strict.xlsx": 29,
    "poi_simple-monthly-budget.xlsx": 49,
    "readxl_currency-formats-xlsx.xlsx": 12,
    "readxl_dates-1900.xls": 5,
    "readxl_dates-leap-year-1900-xlsx.xlsx": 57,
    "readxl_deaths.xls": 163,
    "readxl_deaths.xlsx": 163,
    "readxl_embedded-chartsheet.xlsx": 6267,
    "readxl_empty-named-column.xlsx": 9,
    "readxl_empty-sheets.xlsx": 2,
    "readxl_missing-first-column.xlsx": 3,
    "readxl_missing-values-xlsx.xlsx": 11,
    "readxl_new_line_errors.xlsx": 3,
    "readxl_texty-dates-xlsx.xlsx": 3,
    "readxl_type-me.xlsx": 64,
    "readxl_unnamed-duplicated-columns.xlsx": 10,
    "readxl_utf8-sheet-names.xlsx": 4,
    "readxl_whitespace-xlsx.xlsx": 9,
    "smungs_groundwater.xlsx": 35,
    "smungs_ozmarriage.xlsx": 2623,
    "smungs_school.xlsx": 319,
    "smungs_us-crime-2.xlsx": 4393,
    "tidychef_coronavirusandlonelinessreferencetable.xlsx": 2452,
    "tidychef_data-markers.csv": 22,
    "tidychef_dates-times.xls": 5,
    "tidychef_has_blanks.csv": 3,
    "tidychef_monthlygdptablesapril2023.xls": 6199,
    "tidyxl_outlines.xlsx": 12,
    "tidyxl_utf8-cities.xlsx": 5,
    "unheadr_boutiques.xlsx": 46,
    "unheadr_dog_test_format_as_data.xlsx": 24,
    "unpivotr_harry-potter.xlsx": 88,
    "unpivotr_purpose.xlsx": 1401,
    "unpivotr_worked-examples.xlsx": 544,
    "xlrd_ragged.xls": 12,
    "xlrd_sample.ods": "no_cells",
}

# Opens each file and tells what came of it, how long it took, and the most memory so far.
_OPEN_ALL = """
import json, sys, time
from pathlib import Path
from pipelines.findings import FileRefusedError
from pipelines.open_workbook import open_workbook

for path in map(Path, sys.argv[1:]):
    start = time.monotonic()
    try:
        sheets = open_workbook(path).sheets
        values = [value for sheet in sheets for row in sheet.rows for value in row if value is not None]
        outcome = sum(bool(str(value).strip()) for value in values)
    except FileRefusedError as refused:
        outcome = refused.finding.code
    status = Path("/proc/self/status").read_text()
    peak = int(status.split("VmHWM:")[1].split()[0]) // 1024
    print(json.dumps([path.name, outcome, time.monotonic() - start, peak]), flush=True)
"""


@pytest.mark.parametrize(("folder", "expected"), [("malicious", MALICIOUS), ("messy", MESSY)])
def test_every_file_we_have_opens_or_is_refused_as_it_must(
    shared: Path, folder: str, expected: Mapping[str, int | str]
) -> None:
    paths = sorted((shared / "data" / folder).iterdir())
    root = Path(__file__).resolve().parents[2]
    done = subprocess.run(
        [sys.executable, "-c", _OPEN_ALL, *map(str, paths)], cwd=root, capture_output=True, text=True, check=False
    )
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert {name: outcome for name, outcome, _, _ in lines} == expected, done.stderr
    assert max(seconds for _, _, seconds, _ in lines) < 5
    assert max(megabytes for *_, megabytes in lines) < 400


def test_text_named_as_a_workbook_is_read_as_text(shared: Path) -> None:
    workbook = open_workbook(shared / "data" / "museums" / "dcms_df_s1_fake.xls")
    assert workbook.format == "csv"
    assert workbook.sheets[0].name == "dcms_df_s1_fake"
    assert workbook.sheets[0].rows[0][:2] == ["Museum Name ", "Month"]


def test_a_sheet_of_text_is_named_after_the_file_as_people_call_it(tmp_path: Path) -> None:
    path = tmp_path / "upload-1"
    path.write_text("a;b\n1;2\n")
    assert open_workbook(path, "besøg 2024.csv").sheets[0].name == "besøg 2024"


def test_a_workbook_named_as_text_is_read_as_a_workbook(tmp_path: Path) -> None:
    path = make_xlsx(tmp_path / "a.csv", sheet_xml('<row r="1"><c r="B1"><v>1</v></c></row>'))
    workbook = open_workbook(path)
    assert (workbook.format, workbook.sheets[0].rows) == ("xlsx", [[None, 1]])


@pytest.mark.parametrize("text", ["\n\n", ";;\n", "sep=;\n"])
def test_a_file_with_no_filled_cell_says_so(tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.csv"
    path.write_text(text)
    assert _refusal(path).code == "no_cells"


def test_a_workbook_without_sheets_says_so(tmp_path: Path) -> None:
    assert _refusal(make_ods(tmp_path / "a.ods", "")).code == "no_sheets"


def test_a_large_sheet_is_the_same_as_a_small_one(tmp_path: Path) -> None:
    path = tmp_path / "large.xlsx"
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet("Data")
    for row in range(12_000):
        sheet.write_row(row, 1, [f"Sted {row % 7}", row, row / 4])
    sheet.write_formula(11_000, 2, "=1/0", None, "#DIV/0!")
    sheet.merge_range("B11990:C11991", "merged")
    sheet.set_row(5, options={"hidden": True})
    book.close()
    (read,) = open_workbook(path).sheets
    assert len(read.rows) == 12_000
    assert read.rows[4] == [None, "Sted 4", 4, 1]
    assert read.rows[11_000][2] == ErrorCell("#DIV/0!")
    assert read.rows[11_989][1:3] == ["merged", None]
    assert read.rows[11_990] == [None, None, None, 11_990 / 4]
    assert read.hidden_rows == {5}


@pytest.mark.parametrize("code", FILES)
def test_every_reason_for_refusing_a_file_is_one_short_sentence(code: str) -> None:
    longest = {"sheet": "x" * 31, "cell": "XFD1048576", "limit": "15 000 000", "line": "1000000", "name": "a.xlsx"}
    sentence = Finding(code, values={**longest, "detail": "x"}).reason(ENGLISH)
    assert len(sentence) <= 200
    assert sentence.endswith(".")
    assert ". " not in sentence


def _refusal(path: Path) -> Finding:
    with pytest.raises(FileRefusedError) as refused:
        open_workbook(path)
    return refused.value.finding
