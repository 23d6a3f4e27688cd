"""A workbook as a tired analyst keeps it: twelve sheets in five layouts, twenty planted faults, each with its cell."""

from collections.abc import Mapping
from datetime import date
from io import BytesIO

import openpyxl
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

MONTHS = ("jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
MUSEUMS = ("Vestkystens Museum", "Strandgårdens Museum", "Redningsstationen")

# Where a fault is planted, what stands there, and the code it is refused with.
FAULTS: Mapping[tuple[str, str], tuple[str | float | date, str]] = {
    ("Besøg 2023", "C5"): ("mange", "not_a_number"),
    ("Besøg 2023", "F6"): (-12, "out_of_range"),
    ("Besøg 2023", "H7"): (date(2023, 7, 1), "date_for_number"),
    ("Besøg 2024", "D5"): ("#DIV/0!", "error_cell"),
    ("Besøg 2024", "K6"): ("ca. 400", "not_a_number"),
    ("Besøg 2024", "M7"): (99_999_999, "out_of_range"),
    ("Vestkystens Museum", "B8"): ("tolv", "not_a_number"),
    ("Vestkystens Museum", "A11"): ("juliaften", "not_a_period"),
    ("Strandgårdens Museum", "B9"): (12.5, "not_whole"),
    ("Strandgårdens Museum", "B14"): ("#REF!", "error_cell"),
    ("Åbning", "C4"): ("måske", "not_a_flag"),
    ("Åbning", "D6"): (45, "out_of_range"),
    ("Åbning", "B9"): ("2024-13", "not_a_period"),
    ("Omsætning", "C5"): ("lotteri", "not_a_choice"),
    ("Omsætning", "D8"): ("gratis", "not_a_number"),
    ("Omsætning", "B11"): ("snart", "not_a_period"),
    ("Overnatninger", "C6"): ("ukendt antal", "not_a_number"),
    ("Overnatninger", "D9"): (-1, "out_of_range"),
    ("Bæredygtighed", "D4"): ("meget", "not_a_number"),
    ("Bæredygtighed", "B7"): ("forrige år", "not_a_period"),
}


def messy_workbook() -> bytes:
    """Return the workbook as xlsx."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    _lists(book)
    for year in (2023, 2024):
        _months_as_columns(book.create_sheet(f"Besøg {year}"), year)
    for museum in MUSEUMS[:2]:
        _one_museum(book.create_sheet(museum), museum)
    _long_tables(book)
    _odd_sheets(book)
    for (sheet, cell), (value, _) in FAULTS.items():
        book[sheet][cell] = value
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _lists(book: Workbook) -> None:
    places = book.create_sheet("Destinationer")
    places.append(["Destination", "Navn", "Indbyggere"])
    places.append(["vestkyst", "Vestkysten", 1200])
    actors = book.create_sheet("Aktører")
    actors.append(["Aktør", "Navn", "Destination"])
    for number, museum in enumerate(MUSEUMS, start=1):
        actors.append([f"museum-{number}", museum, "vestkyst"])


def _months_as_columns(sheet: Worksheet, year: int) -> None:
    sheet.append([f"Besøg på museerne {year}"])
    sheet.append(["Optalt ved indgangen"])
    sheet.append([])
    sheet.append(["Museum", *MONTHS, "I alt"])
    for number, museum in enumerate(MUSEUMS):
        counts = [100 + 10 * month + number for month in range(12)]
        sheet.append([museum, *counts, sum(counts)])
    sheet.append([])
    sheet.append(["Kilde: museernes egne optællinger"])


def _one_museum(sheet: Worksheet, museum: str) -> None:
    sheet.append([museum])
    sheet.append([])
    sheet.append(["Måned", "Besøg"])
    for number, month in enumerate(MONTHS):
        sheet.append([f"{month} 2025", 200 + number])


def _long_tables(book: Workbook) -> None:
    periods = [f"2024-{month:02d}" for month in range(1, 13)]
    opening = book.create_sheet("Åbning")
    opening.append(["Aktør", "Måned", "Åben", "Åbningsdage"])
    revenue = book.create_sheet("Omsætning")
    revenue.append(["Aktør", "Måned", "Indtægtstype", "Beløb (kr.)"])
    nights = book.create_sheet("Overnatninger")
    nights.append(["Område", "Måned", "Danmark", "Tyskland"])
    for number, period in enumerate(periods):
        opening.append(["museum-1", period, "ja", 20 + number % 5])
        revenue.append(["museum-1", period, "entré", 1000 + number])
        nights.append(["vest", period, 500 + number, 100 + number])
    metrics = book.create_sheet("Bæredygtighed")
    metrics.append(["Aktør", "År", "Måling", "Værdi"])
    for year in (2023, 2024, 2025):
        for metric in ("energi (kWh)", "vand (m³)"):
            metrics.append(["museum-1", year, metric, 900 + year])


def _odd_sheets(book: Workbook) -> None:
    old = book.create_sheet("Gamle tal")
    old.append(["Museum", "Måned", "Besøg"])
    old.append([MUSEUMS[0], "2019-01", 999_999])
    old.sheet_state = "hidden"
    closing = book.create_sheet("Sjældne måneder")
    closing.append(["Aktør", "Måned", "Besøg"])
    closing.append(["museum-3", "2025-01", "1.234"])
    closing.append(["museum-3", "2025-02", "2.345"])
