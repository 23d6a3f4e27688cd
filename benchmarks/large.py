"""One large workbook, 12 columns wide: read, checked and loaded by us, beside pandas that only opens it.

`python -m benchmarks.large [ROWS]` measures this alone; `python -m benchmarks` ends with it.
"""

import random
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import xlsxwriter

from benchmarks.measure import Cost, cost_of

ROWS = 200_000
_HEADERS = (
    "Aktør", "Måned", "Besøgstype", "Marked", "Alder", "Henvist fra",
    "Besøg", "Betalende besøg", "Optælling", "Temperatur", "Vejr", "Bemærkning",
)  # fmt: skip
_TYPES = ("udstilling", "omvisning", "arrangement", "undervisning")
_MARKETS = ("Danmark", "Tyskland", "Norge", "Sverige")
_AGES = ("under 18", "voksen")
_READERS = {
    "pandas.read_excel, openpyxl": "openpyxl",
    "pandas.read_excel, calamine": "calamine",
    "calamine alone": "alone",
}


def lines(rows: int) -> Iterator[str]:
    """Measure, and give the lines of the table."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        path = folder / "large.xlsx"
        _write(path, rows)
        ours = cost_of(
            ["pipelines", "load", str(path), "--json", "--quiet"], {"KULTURPULS_STORE": str(folder / "store")}
        )
        yield f"{rows:,} × {len(_HEADERS)} cells{'':24}{'clock':>10}{'computing':>11}{'to load':>9}{'memory':>10}"
        yield _line("load: read, checked, stored", ours, ours)
        for name, reader in _READERS.items():
            yield _line(name, cost_of(["benchmarks.open", reader, str(path)], {}), ours)


def _line(name: str, cost: Cost, ours: Cost) -> str:
    ratio = cost.cpu / ours.cpu
    return f"  {name:38}{cost.seconds:>8.1f} s{cost.cpu:>9.1f} s{ratio:>9.2f}{cost.memory:>7.0f} MB"


def _write(path: Path, rows: int) -> None:
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("Besøg")
        sheet.write_row(0, 0, _HEADERS)
        for number, row in zip(range(1, rows + 1), _rows(), strict=False):
            sheet.write_row(number, 0, row)


def _rows() -> Iterator[tuple[object, ...]]:
    chance = random.Random(12)
    for number in range(1, 10_000):
        for period in range(120):
            month = f"{2016 + period // 12}-{period % 12 + 1:02}"
            for kind in _TYPES:
                for market in _MARKETS:
                    for age in _AGES:
                        visits = chance.randint(0, 4000)
                        note = "se bilag" if chance.random() < 0.1 else None
                        yield (
                            f"museum-{number:04}", month, kind, market, age, "alle",
                            visits, visits // 2, "billet", chance.randint(-5, 30), "sol", note,
                        )  # fmt: skip


if __name__ == "__main__":
    for line in lines(int(sys.argv[1]) if len(sys.argv) > 1 else ROWS):
        print(line, flush=True)
