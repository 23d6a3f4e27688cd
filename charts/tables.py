"""Tables as an annual report sets them: quiet rules, figures to the right, the caption above."""

from collections.abc import Sequence
from typing import Literal

from charts.markup import tidy
from charts.sparkline import Spark, spark_html

Align = Literal["left", "right"]
Cell = str | Spark
Sorted = tuple[int, Literal["ascending", "descending"]]


def table_html(
    headers: Sequence[str],
    rows: Sequence[Sequence[Cell]],
    *,
    align: Sequence[Align],
    caption: str,
    strong_row: int | None = None,
    sorted_by: Sorted | None = None,
) -> str:
    """Return a table of formatted texts; a cell may be a `Spark`. The first cell of a row is its heading.

    `align` has one entry per column. `strong_row` is the row of the place the page is about. `sorted_by` (column,
    direction) tells which column the rows are in order of. On a narrow screen the table scrolls inside itself, the
    first column standing still. Raises ValueError where a row or `align` has not as many cells as there are headers.
    """
    for name, cells in (("align", align), *((f"row {i}", row) for i, row in enumerate(rows))):
        if len(cells) != len(headers):
            raise ValueError(f"{name} has {len(cells)} cells for {len(headers)} headers")
    head = "".join(_header(i, text, align[i], sorted_by) for i, text in enumerate(headers))
    body = "".join(_row(row, align, strong=i == strong_row) for i, row in enumerate(rows))
    return (
        f'<div class="kp-table-frame" role="region" tabindex="0" aria-label="{tidy(caption)}">'
        f'<table class="kp-table"><caption><span>{tidy(caption)}</span></caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def _header(column: int, text: str, align: Align, sorted_by: Sorted | None) -> str:
    order = f' aria-sort="{sorted_by[1]}"' if sorted_by and sorted_by[0] == column else ""
    return f'<th scope="col" class="kp-{align}"{order}>{tidy(text)}</th>'


def _row(cells: Sequence[Cell], align: Sequence[Align], *, strong: bool) -> str:
    first, *others = (_content(cell) for cell in cells)
    inside = f'<th scope="row" class="kp-{align[0]}">{first}</th>'
    inside += "".join(f'<td class="kp-{side}">{text}</td>' for side, text in zip(align[1:], others, strict=True))
    return f'<tr class="kp-strong">{inside}</tr>' if strong else f"<tr>{inside}</tr>"


def _content(cell: Cell) -> str:
    return spark_html(cell) if isinstance(cell, Spark) else tidy(cell)
