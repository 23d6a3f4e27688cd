"""The sizes measured: the invented sample, and places × years × twelve months × four markets in one tidy workbook."""

import random
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import xlsxwriter

from data.sample import write_sample
from warehouse.schema import datasets

MARKETS = ("DK", "DE", "NO", "SE")
_SAMPLE_UNTIL = "2025-12"
_LAST_YEAR = 2025

Row = Mapping[str, object]


@dataclass(frozen=True)
class Size:
    """One size: its name, how its workbooks are written, places to look at, and the last year."""

    name: str
    write: Callable[[Path], list[Path]]
    places: tuple[str, ...]
    year: int = _LAST_YEAR


def sample() -> Size:
    """The sample region: four workbooks, one of them tidy."""
    places = ("klydoe", "brisehavn", "revlinghede", "hejresgave", "lertofte", "muslingevig", "marehalm", "uldkoebing")
    return Size(
        "sample region", lambda folder: write_sample(folder, _SAMPLE_UNTIL), tuple(f"eks-{place}" for place in places)
    )


def tidy(places: int, years: int) -> Size:
    """One workbook laid out as the template: a row for each place, month and market."""
    names = tuple(f"place-{number:04d}" for number in range(places))

    def write(folder: Path) -> list[Path]:
        path = folder / f"{places}-places-{years}-years.xlsx"
        _write_tidy(path, names, range(_LAST_YEAR - years + 1, _LAST_YEAR + 1))
        return [path]

    return Size(f"{places} places × {years} years ({places * years * 48:,} rows)", write, names[:12])


def _write_tidy(path: Path, names: tuple[str, ...], years: range) -> None:
    with xlsxwriter.Workbook(path, {"constant_memory": True}) as book:
        _write_sheet(book, "destinations", ({"destination_id": name, "name": name.title()} for name in names))
        _write_sheet(book, "actors", ({"actor_id": f"museum-{name}", "destination_id": name} for name in names))
        _write_sheet(book, "visits", _visits(names, years))


def _visits(names: tuple[str, ...], years: range) -> Iterator[Row]:
    chance = random.Random(1)
    for name in names:
        size = chance.randint(100, 4000)
        for year in years:
            for month in range(1, 13):
                for market in MARKETS:
                    visits = size // (1 + abs(month - 7)) + chance.randint(0, 50)
                    period = f"{year}-{month:02d}"
                    yield {"actor_id": f"museum-{name}", "period": period, "market": market, "visits": visits}


def _write_sheet(book: xlsxwriter.Workbook, dataset_id: str, rows: Iterator[Row]) -> None:
    dataset = datasets()[dataset_id]
    sheet = book.add_worksheet(dataset.name["da"])
    for number, row in enumerate(rows, start=1):
        if number == 1:
            sheet.write_row(0, 0, [dataset.column(name).header["da"] for name in row])
        sheet.write_row(number, 0, row.values())
