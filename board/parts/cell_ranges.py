"""Addresses of cells, told briefly: those that stand below each other as one range."""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from openpyxl.utils.cell import column_index_from_string

_ADDRESS = re.compile(r"([A-Z]{1,3})(\d+)")


def ranges(addresses: Iterable[str]) -> Iterator[str]:
    """Give the addresses by column and row, those below each other as C5:C16; what is no address stays."""
    known = {address for address in addresses if address}
    placed = sorted(_place(found) for address in known if (found := _ADDRESS.fullmatch(address)))
    for _, run in groupby(enumerate(placed), key=lambda one: (one[1][0], one[1][1] - one[0])):
        cells = [address for _, (_, _, address) in run]
        yield cells[0] if len(cells) == 1 else f"{cells[0]}:{cells[-1]}"
    yield from sorted(address for address in known if not _ADDRESS.fullmatch(address))


def _place(found: re.Match[str]) -> tuple[int, int, str]:
    return column_index_from_string(found[1]), int(found[2]), found[0]
