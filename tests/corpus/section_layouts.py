"""The layouts in which a name or a market stands on its own row, above the rows it is of."""

from collections.abc import Sequence

from tests.corpus.drawing import Drawing
from tests.corpus.layouts import Shape, draw_figure
from tests.corpus.table import ALL, Cell, Table, market_word


def months_under_names(drawing: Drawing, table: Table, shape: Shape, top: int, left: int) -> None:
    """A row for each month under the row of its name; one header above all, or one below each name."""
    month_column, figure_column = shape.columns(left, 2)
    row = top - 1
    for number, name in enumerate(table.names):
        row += 1 + (shape.parts_sections and number > 0)
        heads = shape.repeats_header or not number
        name_row, header_row = (row, row + 1) if shape.repeats_header else (row + heads, row)
        drawing.write(name_row, month_column, name)
        if shape.is_merged:
            drawing.merge(name_row, month_column, name_row, figure_column)
        if heads:
            drawing.write(header_row, month_column, table.headings.month)
            drawing.write(header_row, figure_column, table.headings.figure)
            row += 1
        for month in table.months:
            row += 1
            said = table.spelling.bare_month(month) if shape.has_bare_months else table.spelling.month(month)
            period = drawing.write(row, month_column, said)
            draw_figure(drawing, table, (row, figure_column), (name, month, ALL), period)
        if shape.subtotals:
            row += 1
            cells: Sequence[Cell] = [(name, month, ALL) for month in table.months]
            drawing.write(row, month_column, table.headings.total)
            drawing.write(row, figure_column, table.written(table.total(cells)))


def names_under_markets(drawing: Drawing, table: Table, shape: Shape, top: int, left: int) -> None:
    """A row for each name under the row of its market, a column for each month."""
    name_column, *columns = range(left, left + len(table.months) + 1)
    drawing.write(top, name_column, table.headings.name)
    periods = {
        month: drawing.write(top, column, table.spelling.month(month))
        for column, month in zip(columns, table.months, strict=True)
    }
    row = top + 1
    for market in table.markets:
        drawing.write(row, name_column, market_word(market, table.spelling.code))
        if shape.is_merged:
            drawing.merge(row, name_column, row, columns[-1])
        for name in table.names:
            row += 1
            drawing.write(row, name_column, name)
            for column, month in zip(columns, table.months, strict=True):
                draw_figure(drawing, table, (row, column), (name, month, market), periods[month])
        row += 1 + shape.parts_sections
