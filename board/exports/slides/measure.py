"""How much room a table takes on a slide: PowerPoint lays text out itself, so widths and heights are estimated."""

from collections.abc import Iterator, Sequence

from board.content import Cell, Table

ROW_HEIGHT = 0.36
_NARROWEST, _WIDEST = 9, 30
_SIGN_WIDTH = 0.58 / 72
_LINE_HEIGHT = 1.25 / 72
_PADDING = 0.14
_MANY_COLUMNS = 6


def text_size(table: Table) -> int:
    """Return the size of the table's text in points: smaller where there are many columns."""
    return 10 if len(table.headers) > _MANY_COLUMNS else 13


def widths(table: Table, room: float) -> list[float]:
    """Return the widths of the columns in inches: each by its longest text, within limits, together the room."""
    longest = [max(map(len, texts)) for texts in zip(table.headers, *_texts(table), strict=True)]
    shares = [min(max(length, _NARROWEST), _WIDEST) for length in longest]
    return [room * share / sum(shares) for share in shares]


def _texts(table: Table) -> list[list[str]]:
    return [[cell.text for cell in row] for row in table.rows]


def row_height(row: Sequence[Cell], columns: Sequence[float], size: float) -> float:
    """Return about how high the row becomes, in inches, when its texts are broken into lines."""
    lines = [
        -(-len(cell.text) * size * _SIGN_WIDTH // (width - _PADDING)) for cell, width in zip(row, columns, strict=True)
    ]
    return max(ROW_HEIGHT, max(lines, default=1) * size * _LINE_HEIGHT + 0.06)


def pages_of(table: Table, *, width: float, height: float) -> Iterator[Table]:
    """Yield the table in parts that fit a slide; a table without rows has none."""
    columns, size = widths(table, width), text_size(table)
    page: list[tuple[Cell, ...]] = []
    left = height - ROW_HEIGHT
    for row in table.rows:
        needed = row_height(row, columns, size)
        if page and needed > left:
            yield table.model_copy(update={"rows": tuple(page)})
            page, left = [], height - ROW_HEIGHT
        page.append(row)
        left -= needed
    if page:
        yield table.model_copy(update={"rows": tuple(page)})
