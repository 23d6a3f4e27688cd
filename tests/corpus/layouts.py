"""The layouts a table can be drawn in. Each draws one table into a sheet, its header in the given row and column."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tests.corpus.drawing import Drawing, Figure, Key, Place
from tests.corpus.subjects import MARKET_HEADERS, SECTIONS, YEAR_HEADERS
from tests.corpus.table import ALL, Cell, Table, market_word


@dataclass(frozen=True)
class Shape:
    """What varies within a layout; a layout takes what it knows of.

    `labels` is how a name stands over its rows: repeated, once, or merged. `blank_before` are the columns (of those
    drawn, counted from 0) that a blank one stands before; `parts_sections` puts a blank row between sections.
    """

    labels: str = "repeated"
    is_split: bool = False
    has_bare_months: bool = False
    years_above: bool = False
    measure_above: bool = False
    is_merged: bool = False
    total_row: bool = False
    total_column: bool = False
    subtotals: bool = False
    sections: bool = False
    repeats_header: bool = False
    parts_sections: bool = False
    order: Sequence[int] = (0, 1, 2, 3, 4)
    blank_before: frozenset[int] = frozenset()

    def columns(self, left: int, count: int) -> list[int]:
        """Return where so many columns stand, blank ones between them."""
        return [left + at + sum(blank <= at for blank in self.blank_before) for at in range(count)]


def draw_figure(drawing: Drawing, table: Table, place: tuple[int, int], cell: Cell, *periods: Place) -> None:
    """Write a figure and keep its truth."""
    tell(drawing, table, place, table.key(*cell), table.figures[cell], *periods)


def tell(
    drawing: Drawing, table: Table, place: tuple[int, int], key: Key, value: float | None, *periods: Place
) -> None:
    """Write a figure and what it says; a blank says nothing."""
    at = drawing.write(*place, table.written(value))
    if value is not None:
        drawing.figures.append(Figure(at, key, value, periods, table.spelling))
    if table.is_proof(value):
        drawing.fixed.add(at)


def long(drawing: Drawing, table: Table, shape: Shape, top: int, left: int) -> None:
    """A row for each figure: name, month (or year and month), market, figure."""
    code, headings = table.spelling.code, table.headings
    headers = {"name": headings.name, "month": headings.month, "figure": headings.figure}
    if shape.is_split:
        headers = {
            "name": headings.name,
            "year": YEAR_HEADERS[code],
            "month": headings.month,
            "figure": headings.figure,
        }
    if table.markets:
        headers["market"] = MARKET_HEADERS[code]
    ordered = [list(headers)[at] for at in shape.order if at < len(headers)]
    at = dict(zip(ordered, shape.columns(left, len(ordered)), strict=True))
    for column, header in headers.items():
        drawing.write(top, at[column], header)
    row = top
    for name in table.names:
        first, year = row + 1, ""
        for month in table.months:
            for market in table.markets or (ALL,):
                row += 1
                if row == first or shape.labels == "repeated":
                    drawing.write(row, at["name"], name)
                if shape.is_split and (year != month[:4] or shape.labels == "repeated"):
                    drawing.write(row, at["year"], int(month[:4]))
                    year = month[:4]
                said = table.spelling.bare_month(month) if shape.is_split else table.spelling.month(month)
                period = drawing.write(row, at["month"], said)
                if table.markets:
                    drawing.write(row, at["market"], market_word(market, code))
                draw_figure(drawing, table, (row, at["figure"]), (name, month, market), period)
        if shape.labels == "merged":
            drawing.merge(first, at["name"], row, at["name"])
        if shape.subtotals:
            row += 1
            _write_total(drawing, table, (row, at["name"]), {at["figure"]: _cells(table, names=[name])})
    if shape.total_row:
        _write_total(drawing, table, (row + 1, at["name"]), {at["figure"]: _cells(table)})


def months_across(drawing: Drawing, table: Table, shape: Shape, top: int, left: int) -> None:
    """A row for each name, a column for each month, under its year where it does not say it itself."""
    headers = _month_columns(table, shape)
    name_column, *columns = shape.columns(left, len(headers) + 1)
    bottom = top + shape.measure_above + shape.years_above
    if shape.measure_above:
        drawing.write(top, columns[0], table.headings.figure)
        drawing.merge(top, columns[0], top, columns[-1])
    if shape.years_above:
        _write_years(drawing, table, shape, bottom - 1, dict(zip(columns, headers, strict=True)))
    drawing.write(top if shape.is_merged else bottom, name_column, table.headings.name)
    if shape.is_merged:
        drawing.merge(top, name_column, bottom, name_column)
    bare = shape.years_above or shape.has_bare_months
    says: dict[str, Place] = {}
    for column, (_, month) in zip(columns, headers, strict=True):
        if month:
            said = table.spelling.bare_month(month) if bare else table.spelling.month(month)
            says[month] = drawing.write(bottom, column, said)
        else:
            drawing.write(bottom, column, table.headings.total)
    row = bottom
    for number, name in enumerate(table.names):
        if shape.sections and number in (0, 2):
            row += 1
            drawing.write(row, name_column, SECTIONS[table.spelling.code][number > 0])
        row += 1
        drawing.write(row, name_column, name)
        for column, (year, month) in zip(columns, headers, strict=True):
            if month:
                draw_figure(drawing, table, (row, column), (name, month, ALL), says[month])
            else:
                drawing.write(row, column, table.written(table.total(_cells(table, names=[name], year=year))))
    if shape.total_row:
        sums = {
            column: _cells(table, months=[month]) if month else _cells(table, year=year)
            for column, (year, month) in zip(columns, headers, strict=True)
        }
        _write_total(drawing, table, (row + 1, name_column), sums)


def names_across(drawing: Drawing, table: Table, shape: Shape, top: int, left: int) -> None:
    """A row for each month, a column for each name."""
    month_column, *columns = shape.columns(left, len(table.names) + 1 + shape.total_column)
    drawing.write(top, month_column, table.headings.month)
    for column, name in zip(columns, table.names, strict=False):
        drawing.write(top, column, name)
    if shape.total_column:
        drawing.write(top, columns[-1], table.headings.total)
    for row, month in enumerate(table.months, start=top + 1):
        said = table.spelling.bare_month(month) if shape.has_bare_months else table.spelling.month(month)
        period = drawing.write(row, month_column, said)
        for column, name in zip(columns, table.names, strict=False):
            draw_figure(drawing, table, (row, column), (name, month, ALL), period)
        if shape.total_column:
            drawing.write(row, columns[-1], table.written(table.total(_cells(table, months=[month]))))
    if shape.total_row:
        sums = {column: _cells(table, names=[name]) for column, name in zip(columns, table.names, strict=False)}
        sums |= {columns[-1]: _cells(table)} if shape.total_column else {}
        _write_total(drawing, table, (top + len(table.months) + 1, month_column), sums)


def markets_across(drawing: Drawing, table: Table, shape: Shape, top: int, left: int) -> None:
    """A row for each name and month, a column for each market; their total is the figure of all markets."""
    name_column, month_column, *columns = shape.columns(left, len(table.markets) + 2 + shape.total_column)
    drawing.write(top, name_column, table.headings.name)
    drawing.write(top, month_column, table.headings.month)
    for column, market in zip(columns, table.markets, strict=False):
        drawing.write(top, column, market_word(market, table.spelling.code))
    if shape.total_column:
        drawing.write(top, columns[-1], table.headings.total)
    row = top
    for name in table.names:
        for month in table.months:
            row += 1
            drawing.write(row, name_column, name)
            period = drawing.write(row, month_column, table.spelling.month(month))
            for column, market in zip(columns, table.markets, strict=False):
                draw_figure(drawing, table, (row, column), (name, month, market), period)
            if shape.total_column:
                value = table.total(_cells(table, names=[name], months=[month]))
                tell(drawing, table, (row, columns[-1]), table.key(name, month), value, period)


def one_name(drawing: Drawing, table: Table, shape: Shape, top: int, left: int) -> None:
    """A row for each month and one column of figures; the sheet's name says whose they are."""
    month_column, figure_column = shape.columns(left, 2)
    drawing.write(top, month_column, table.headings.month)
    drawing.write(top, figure_column, table.headings.figure)
    for row, month in enumerate(table.months, start=top + 1):
        period = drawing.write(row, month_column, table.spelling.month(month))
        draw_figure(drawing, table, (row, figure_column), (table.names[0], month, ALL), period)
    if shape.total_row:
        _write_total(drawing, table, (top + len(table.months) + 1, month_column), {figure_column: _cells(table)})


Layout = Callable[[Drawing, Table, Shape, int, int], None]


def _cells(table: Table, *, names: Sequence[str] = (), months: Sequence[str] = (), year: str = "") -> list[Cell]:
    wanted = [month for month in months or table.months if month.startswith(year)]
    return [
        (name, month, market) for name in names or table.names for month in wanted for market in table.markets or (ALL,)
    ]


def _month_columns(table: Table, shape: Shape) -> list[tuple[str, str]]:
    """Return year and month of each column; a column without a month is the total of its year, or of all."""
    if shape.years_above and shape.total_column:
        by_year = [(year, [month for month in table.months if month[:4] == year]) for year in table.years]
        return [(year, month) for year, months in by_year for month in (*months, "")]
    columns = [(month[:4], month) for month in table.months]
    return [*columns, ("", "")] if shape.total_column else columns


def _write_years(drawing: Drawing, table: Table, shape: Shape, row: int, headers: dict[int, tuple[str, str]]) -> None:
    for year in table.years:
        columns = [column for column, (said, _) in headers.items() if said == year]
        drawing.write(row, columns[0], int(year))
        if shape.is_merged:
            drawing.merge(row, columns[0], row, columns[-1])


def _write_total(drawing: Drawing, table: Table, label: tuple[int, int], sums: dict[int, list[Cell]]) -> None:
    drawing.write(*label, table.headings.total)
    for column, cells in sums.items():
        drawing.write(label[0], column, table.written(table.total(cells)))
