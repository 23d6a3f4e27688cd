"""python -m benchmarks [--small | --sizes SIZE...]: measure and print the tables."""

import argparse
import json
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from benchmarks import large
from benchmarks.measure import Cost, cost_of, cpu_seconds
from benchmarks.sizes import Size, sample, tidy
from benchmarks.tab import Tab, open_tab
from server.routes import PAGES
from tests.server import OPEN_PAGES, Server, serving

SIZES: Mapping[str, Callable[[], Size]] = {
    "small": lambda: tidy(3, 2),
    "sample": sample,
    "places": lambda: tidy(212, 10),
    "tenfold": lambda: tidy(2120, 10),
}
_WITHOUT_PAGES = "tenfold"
View = Mapping[str, str | int]


@dataclass(frozen=True)
class FirstPage:
    """What a server costs from its start to its first page."""

    seconds: float
    cpu: float


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; 1 where the sums are not those of the plain script."""
    options = _parser().parse_args(arguments)
    agree = True
    print("Seconds on the clock / of computing; ratios are of computing, to the plain script on the same files.")
    print(f"{'':44}{'plain script':>16}{'load':>18}{'ratio':>8}{'first page':>18}{'ratio':>8}{'reader':>10}")
    for name in options.sizes:
        size = SIZES[name]()
        with tempfile.TemporaryDirectory() as temporary:
            folder = Path(temporary)
            plain, load = _load(size, folder)
            if not _same_sums(plain, load):
                print(f"{size.name}: the sums differ from those of the plain script")
                agree = False
            with _served(folder) as (server, boot):
                first = _first_page(server, boot, size)
                print(_load_line(size, plain, load, first), flush=True)
                if name != _WITHOUT_PAGES:
                    for line in _page_lines(server, size, options.rounds):
                        print(line, flush=True)
    for line in large.lines(options.rows):
        print(line, flush=True)
    return 0 if agree else 1


def _load(size: Size, folder: Path) -> tuple[Cost, Cost]:
    """Run the plain script and the load on the same files, one after the other."""
    (folder / "files").mkdir()
    files = [str(path) for path in size.write(folder / "files")]
    environment = {"KULTURPULS_STORE": str(folder / "store")}
    plain = cost_of(["benchmarks.plain", *files], environment)
    return plain, cost_of(["pipelines", "load", *files, "--json", "--quiet"], environment)


def _same_sums(plain: Cost, load: Cost) -> bool:
    expected = {dataset: years for dataset, years in json.loads(plain.output).items() if years}
    found: dict[str, dict[str, float]] = {}
    for file in json.loads(load.output)["files"]:
        for dataset, years in file["by_year"].items():
            for year, sums in years.items():
                of_dataset = found.setdefault(dataset, {})
                of_dataset[year] = of_dataset.get(year, 0) + sums.get(
                    "amount_dkk" if dataset == "revenue" else dataset, 0
                )
    return all(
        abs(found[dataset][year] - total) < 0.5 for dataset, years in expected.items() for year, total in years.items()
    )


@contextmanager
def _served(folder: Path) -> Iterator[tuple[Server, FirstPage]]:
    began = time.monotonic()
    with serving(folder / "store", folder / "server.log") as server:
        yield server, FirstPage(time.monotonic() - began, cpu_seconds(server.process))


def _first_page(server: Server, boot: FirstPage, size: Size) -> FirstPage:
    began = time.monotonic()
    with open_tab(server.url) as tab:
        tab.run("", year=size.year)
    return FirstPage(boot.seconds + time.monotonic() - began, cpu_seconds(server.process))


def _load_line(size: Size, plain: Cost, load: Cost, first: FirstPage) -> str:
    def cell(cost: Cost | FirstPage) -> str:
        return f"{cost.seconds:.1f} s / {cost.cpu:.1f}"

    return (
        f"{size.name:44}{cell(plain):>16}{cell(load):>18}{load.cpu / plain.cpu:>8.1f}"
        f"{cell(first):>18}{first.cpu / plain.cpu:>8.1f}{load.reader_memory:>7.0f} MB"
    )


def _page_lines(server: Server, size: Size, rounds: int) -> Iterator[str]:
    """Measure each page in one tab: the same view again, and a view that nobody has asked for before."""
    yield f"  {'CPU ms of the server per rerun, median':42}{'again':>16}{'another place':>18}{'parts':>8}"
    for page in OPEN_PAGES:
        views: list[View] = [{"place": f"destination:{place}", "year": size.year} for place in size.places]
        with open_tab(server.url) as tab:
            tab.run(page, **views[0])
            tab.run(page, **views[0])
            again = [_rerun(server, tab, page, views[0]) for _ in range(rounds)]
            other = [_rerun(server, tab, page, view) for view in views[1 : rounds + 1]]
            parts = tab.run(page, **views[0])
        yield f"  {PAGES[page]:42}{statistics.median(again):>16.0f}{statistics.median(other):>18.0f}{parts:>8}"


def _rerun(server: Server, tab: Tab, page: str, view: View) -> float:
    before = cpu_seconds(server.process)
    tab.run(page, **view)
    return 1000 * (cpu_seconds(server.process) - before)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--sizes", nargs="+", choices=SIZES, default=["sample", "places", "tenfold"])
    parser.add_argument("--rows", type=int, default=large.ROWS, help="rows of the large workbook")
    parser.add_argument(
        "--small", dest="sizes", action="store_const", const=["small"], help="only to see that everything runs"
    )
    parser.add_argument("--rounds", type=int, default=10, help="reruns of each page")
    return parser


if __name__ == "__main__":
    sys.exit(main())
