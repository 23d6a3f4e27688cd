"""CPR numbers and e-mail addresses: never shown, never stored, and never seen where something is only counted."""

import json
import logging
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from locales import DANISH
from pipelines.__main__ import main
from pipelines.child import read_file
from pipelines.grid import UncachedFormula
from pipelines.personal import EMAIL_ADDRESS, MASKS, has_ten_digits, masked, personal_code
from tests.pipelines.grids import facts, is_accounted, read, refused, sheet, visits, warned
from warehouse.connect import open_store
from warehouse.ledger import read_ledger

FIGURES = """
museum | måned   | besøg | betalende
museet | 2025-01 | 5     | 4
museet | 2025-02 | 6     | 5
"""
CPR, MAIL = "cpr_number", "email_address"

days = st.dates(date(1920, 1, 1), date(2019, 12, 31))
serials = st.integers(0, 9999).map("{:04d}".format)


@given(days, serials, st.sampled_from(["{}", "Guide: {}", "{} (kustode)", "tlf. 12345678, {}."]))
def test_a_number_of_a_valid_day_is_a_cpr_number_with_its_hyphen_and_without(day: date, serial: str, said: str) -> None:
    assert personal_code(said.format(f"{day:%d%m%y}-{serial}")) == CPR
    assert has_ten_digits(said.format(f"{day:%d%m%y}{serial}"))


@pytest.mark.parametrize(
    "text",
    [
        "12345678",
        "+45 12 34 56 78",
        "+4512345678",
        "70 10 10 10",
        "2025-01-31",
        "310299-1234",
        "001199-1234",
        "111399-1234",
        "010170-123",
        "010170-12345",
        "2024-010170-1234",
        "010124-311224",
        "TURIST:084:2024M01",
        "01.01.2024-31.12.2024",
        "1.010.170.123",
        "10.101.701.234,50",
        "https://museum.dk/1012345678",
        "DK1012345678",
        "Anna @ museet",
        "2@3.50",
        "@museum",
        "Ærø",
    ],
)
def test_telephones_periods_codes_and_amounts_are_nobodys(text: str) -> None:
    assert personal_code(text) is None
    assert not has_ten_digits(text)
    assert masked(text) == text


@given(st.emails(domains=st.just("museum.dk")))
def test_an_address_is_masked_whole(address: str) -> None:
    if personal_code(address) is None:
        # Only addresses that no spreadsheet holds, such as those quoted or with signs of a programmer.
        assert any(sign in address for sign in "!#$&*/=?^`{|}~")
    else:
        assert MASKS[EMAIL_ADDRESS] in masked(f"Skriv til {address}")


def test_personal_data_anywhere_is_refused_with_its_cell_and_masked() -> None:
    reading = read(
        sheet(f"kontakt: guide@museum.dk\n\n{FIGURES.strip()}\nnote 010170-1234"),
        sheet('"0101701234" | a@b.dk', "Skjult", hidden=True),
    )
    said = [(finding.place, finding.code) for finding in reading.refused]
    assert said == [("Ark1!A1", MAIL), ("Ark1!A6", CPR), ("Skjult!A1", CPR), ("Skjult!B1", MAIL)]
    assert {finding.value for finding in reading.refused} == set(MASKS.values())
    assert is_accounted(reading)


def test_hidden_rows_and_formulas_are_looked_into_too() -> None:
    drawn = sheet(f"{FIGURES.strip()}\nmuseet | 2025-03 | 7 | 010170-1234", hidden_rows=frozenset({3}))
    assert refused(read(drawn)) == {"D4": CPR}
    formula = sheet(FIGURES)
    formula.rows[1].append(UncachedFormula('=HYPERLINK("mailto:guide@museum.dk")'))  # type: ignore[attr-defined]
    assert refused(read(formula)) == {"E2": MAIL}


def test_a_name_that_is_a_cpr_number_never_becomes_a_name() -> None:
    reading = read(
        sheet(
            """
        museum     | måned   | besøg
        0101701234 | 2025-01 | 5
        museet     | 2025-01 | 6
    """.replace("0101701234", '"0101701234"')
        )
    )
    assert refused(reading) == {"A2": CPR, "C2": "key_refused"}
    assert "0101701234" not in repr(reading)
    assert is_accounted(reading)


def test_a_list_of_people_does_not_teach_names() -> None:
    reading = read(sheet("aktør-id | navn\nguide | a@b.dk\nmuseet | Museet", "Aktører"), sheet(FIGURES))
    assert refused(reading) == {"B2": MAIL}
    assert "a@b.dk" not in repr(reading)


def test_ten_digits_that_count_something_are_a_number() -> None:
    turnover = """
        aktør  | måned   | indtægtstype | beløb
        museet | 2025-01 | entré | "1012991234"
        museet | 2025-02 | entré | 1012991234
    """
    reading = read(sheet(turnover, "Indtægter"))
    assert refused(reading) == {}
    assert facts(reading, "revenue")


@given(st.lists(st.integers(0, 9_999_999_999), min_size=1, max_size=12), st.booleans())
def test_no_number_in_a_column_of_figures_is_taken_for_a_person(numbers: list[int], as_text: bool) -> None:
    figures = [f'"{number}"' if as_text else str(number) for number in numbers]
    lines = [f"museet | {2000 + at}-01 | {figure}" for at, figure in enumerate(figures)]
    reading = read(sheet("\n".join(["aktør | måned | besøg", *lines])))
    assert CPR not in refused(reading).values()


@given(st.lists(st.integers(1_000_000, 9_999_999_999), min_size=4, max_size=20, unique=True))
def test_nor_one_among_others_in_a_table_we_do_not_know(numbers: list[int]) -> None:
    if sum(has_ten_digits(str(number)) for number in numbers) * 2 < len(numbers):
        assert refused(read(sheet("\n".join(["noget", *(f'"{number}"' for number in numbers)])))) == {}


def test_below_a_header_that_says_so_even_a_number_is_a_person() -> None:
    people = "navn | CPR-nr | løn\nAnna | 101701234 | 101701234\nBo | 3112991234 | 7"
    assert refused(read(sheet(people))) == {"B2": CPR, "B3": CPR}


def test_a_sheet_named_by_a_person_keeps_the_file_out() -> None:
    reading = read(sheet(FIGURES, "Anna 010170-1234"))
    assert reading.warnings[0].code == "personal_name"
    assert "010170" not in repr(reading)


def secret_workbook(folder: Path) -> Path:
    book = openpyxl.Workbook()
    page = book.worksheets[0]
    for row in (["Aktør", "Måned", "Besøg", "Guide"], ["Museet", "2025-01", 5, "010170-1234"]):
        page.append(row)
    path = folder / "guider 020270-1234.xlsx"
    book.save(path)
    return path


def test_the_file_is_not_stored_and_nothing_we_say_holds_the_value(
    home: Path, capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    path = secret_workbook(home)
    with caplog.at_level(logging.DEBUG, "kulturpuls"):
        assert main(["check", str(path), "--rows", str(home / "rows.csv"), "--json"]) == 1
        assert main(["load", str(path), "--json"]) == 1
        assert main(["load", str(path)]) == 1
    printed = capsys.readouterr()
    kept = [one.read_bytes() for one in home.rglob("*") if one.is_file() and one != path]
    for text in (printed.out, printed.err, caplog.text, *(one.decode("utf-8", "replace") for one in kept)):
        assert "010170" not in text
        assert "020270" not in text
    assert not read_ledger(open_store(home / "store")).loads
    checked = json.loads(printed.out.splitlines()[0])["files"][0]
    assert checked["problem"]["code"] == "personal_data"
    assert "Sheet!D2" in checked["problem"]["reason"]
    assert checked["cells"] == {"non_empty": 8, "accepted": 6, "refused": 1, "ignored": 1}


def test_a_reading_with_personal_data_says_so_in_one_sentence(tmp_path: Path) -> None:
    blocked = read_file(secret_workbook(tmp_path)).blocked
    assert blocked is not None
    sentence = blocked.reason(DANISH)
    assert "Sheet!D2" in sentence
    assert len(sentence) <= 200
    assert read_file(tmp_path / "none.csv").blocked is None


def test_a_file_without_people_is_not_blocked() -> None:
    reading = read(sheet(FIGURES))
    assert visits(reading)
    assert warned(reading, "personal_name") == {}
