"""An untidy workbook: visits with months as columns, a block a year under a title, totals, and notes below."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pandas as pd
import xlsxwriter
from xlsxwriter.utility import xl_range

from data.sample.region import Region, declared
from data.sample.visits import whole_counts
from locales import DANISH

MONTHS = range(1, 13)
TOTAL_COLUMN = len(MONTHS) + 1


def write_museums_workbook(path: Path, region: Region, visits: pd.DataFrame) -> None:
    """Write the visits of the museums that send a plain table; a figure nobody reported is an empty cell."""
    museums = [pattern.actor for pattern in region.visits.values() if pattern.workbook == "museums"]
    totals = whole_counts(visits).set_index(["actor_id", "period"])["visits"].to_dict()
    years = sorted({period[:4] for period in visits["period"]})
    words = declared("workbooks")["museums"]
    title = words["title"].format(first=years[0], last=years[-1], region=region.name)
    with xlsxwriter.Workbook(path) as workbook:
        workbook.set_properties({"title": title, "comments": words["lead"]})
        sheet = workbook.add_worksheet(words["sheet"])
        sheet.set_column(0, 0, 30)
        bold = workbook.add_format({"bold": True})
        sheet.write(0, 0, title, bold)
        sheet.write(1, 0, words["lead"])
        row = 3
        for year in years:
            figures = [(one.name, [totals.get((one.id, f"{year}-{month:02}")) for month in MONTHS]) for one in museums]
            row = _write_year(workbook, sheet, row, words | {"block": words["block"].format(year=year)}, figures) + 2
        sheet.write_column(row, 0, words["notes"])


def _write_year(
    workbook: Any, sheet: Any, row: int, words: Mapping[str, Any], figures: Sequence[tuple[str, list[int | None]]]
) -> int:
    """Write one block from that row on; return the row of its totals."""
    bold = workbook.add_format({"bold": True})
    head = workbook.add_format({"bold": True, "bottom": 1, "align": "right"})
    number = workbook.add_format({"num_format": "#,##0"})
    total = workbook.add_format({"bold": True, "top": 1, "num_format": "#,##0"})
    sheet.write(row, 0, words["block"], bold)
    names = [DANISH.month(month, "abbreviated").capitalize() for month in MONTHS]
    sheet.write_row(row + 1, 0, [words["corner"], *names, words["total_column"]], head)
    first = row + 2
    for line, (name, values) in enumerate(figures, start=first):
        sheet.write(line, 0, name)
        sheet.write_row(line, 1, values, number)
        _write_sum(sheet, (line, TOTAL_COLUMN), xl_range(line, 1, line, TOTAL_COLUMN - 1), values, total)
    last = first + len(figures)
    sheet.write(last, 0, words["total_row"], total)
    for column in MONTHS:
        values = [row_values[column - 1] for _, row_values in figures]
        _write_sum(sheet, (last, column), xl_range(first, column, last - 1, column), values, total)
    everything = [value for _, values in figures for value in values]
    _write_sum(sheet, (last, TOTAL_COLUMN), xl_range(last, 1, last, TOTAL_COLUMN - 1), everything, total)
    return last


def _write_sum(sheet: Any, cell: tuple[int, int], summed: str, values: Sequence[int | None], style: Any) -> None:
    known = [value for value in values if value is not None]
    if known:
        sheet.write_formula(*cell, f"=SUM({summed})", style, sum(known))
