"""Workbooks for tests, laid out as the template: a real place, its museum and its visits month by month."""

from collections.abc import Mapping, Sequence
from io import BytesIO

import openpyxl

from pipelines.grid import CellValue
from warehouse.schema import datasets

PLACE = "destination:vestkyst"
MUSEUM = "vestkyst-museum"
MUSEUM_NAME = "Vestkystens Museum"
YEARS = (2023, 2024)
MONTHS = tuple(f"{year}-{month:02d}" for year in YEARS for month in range(1, 13))

Rows = Sequence[Mapping[str, object]]


def visits_by_month() -> dict[str, int]:
    """Return two years of visits, every month a number of its own."""
    return {month: 1000 + 37 * number for number, month in enumerate(MONTHS)}


def rows_of(visits: Mapping[str, int]) -> dict[str, Rows]:
    """Return the place, its museum and the visits as rows by dataset."""
    return {
        "destinations": [{"destination_id": "vestkyst", "name": "Vestkysten", "residents": 1200}],
        "actors": [{"actor_id": MUSEUM, "name": MUSEUM_NAME, "destination_id": "vestkyst"}],
        "visits": [{"actor_id": MUSEUM, "period": month, "visits": count} for month, count in visits.items()],
    }


def workbook(tables: Mapping[str, Rows]) -> bytes:
    """Return an xlsx with a sheet for each dataset, named and headed as declared, with the columns that are used."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for dataset_id, rows in tables.items():
        dataset = datasets()[dataset_id]
        columns = [column for column in dataset.columns if any(column.id in row for row in rows)]
        sheet = book.create_sheet(dataset.name["da"])
        sheet.append([column.header["da"] for column in columns])
        for row in rows:
            sheet.append([row.get(column.id) for column in columns])
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def filled_cells(tables: Mapping[str, Rows]) -> int:
    """Return how many cells that workbook fills: the headers and every value."""
    return sum(
        len({name for row in rows for name in row}) + sum(value is not None for row in rows for value in row.values())
        for rows in tables.values()
    )


def is_filled(value: CellValue) -> bool:
    """True where the cell holds a value or a formula that is not only blanks."""
    return value is not None and not (isinstance(value, str) and not value.strip())
