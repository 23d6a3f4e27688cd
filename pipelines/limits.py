"""How large a sheet may be: enough for anything real, too little for a sheet made to burst its reader."""

from pipelines.findings import FileRefusedError
from pipelines.grid import address
from pipelines.personal import masked

LARGEST_FILE_MB = 100
# A spreadsheet program's own grid.
MOST_ROWS = 1_048_576
MOST_COLUMNS = 16_384
# The rectangle from A1 to the last filled cell is held in memory; a full-length sheet of 20 columns fits.
LARGEST_RECTANGLE = 25_000_000
MOST_FILLED = 15_000_000
# A rectangle this large in which hardly a cell is filled is none that a person made.
_SPARSE_FROM = 2_000_000
_FEWEST_FILLED = 0.02

_LONGEST_NAME = 31


def shortened(name: str) -> str:
    """Return the name as a sentence can show it: no longer than a sheet's name may be, no personal data in it."""
    name = masked(name)
    return name if len(name) <= _LONGEST_NAME else name[: _LONGEST_NAME - 1] + "…"


def check_extent(sheet: str, row: int, column: int) -> None:
    """Refuse the file where a filled cell at this place (counted from 0) would make the sheet's rectangle too large.

    Raises FileRefusedError `too_far` with the sheet and the cell.
    """
    if row >= MOST_ROWS or column >= MOST_COLUMNS or (row + 1) * (column + 1) > LARGEST_RECTANGLE:
        raise too_far(sheet, address(row, min(column, MOST_COLUMNS)))


def too_far(sheet: str, cell: str) -> FileRefusedError:
    """Return the refusal that names the far cell of the sheet."""
    return FileRefusedError("too_far", sheet=shortened(sheet), cell=shortened(cell))


def check_filled(sheet: str, filled: int) -> None:
    """Refuse the file where the sheet has more filled cells than are read.

    Raises FileRefusedError `too_many_cells` with the sheet and the limit.
    """
    if filled > MOST_FILLED:
        raise too_many_cells(sheet, MOST_FILLED)


def check_sparse(sheet: str, filled: int, height: int, width: int) -> None:
    """Refuse the file where a large rectangle of so many rows and columns is next to empty.

    Raises FileRefusedError `too_far` with the sheet and its last cell.
    """
    if height * width > _SPARSE_FROM and filled < _FEWEST_FILLED * height * width:
        raise too_far(sheet, address(height - 1, width - 1))


def too_many_cells(sheet: str, limit: int) -> FileRefusedError:
    """Return the refusal that says how many cells of a sheet are read."""
    return FileRefusedError("too_many_cells", sheet=shortened(sheet), limit=grouped(limit))


def grouped(number: int) -> str:
    """Return a whole number as sentences show it, its thousands apart."""
    return f"{number:,}".replace(",", " ")
