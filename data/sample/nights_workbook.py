"""An untidy workbook: nights, a sheet a year with a title, two header rows, totals, footnotes, and a hidden sheet."""

from collections.abc import Mapping, Sequence
from itertools import chain
from pathlib import Path
from typing import Any

import pandas as pd
import xlsxwriter

from data.sample.region import Region, declared
from locales import DANISH
from warehouse.schema import datasets

MEASURES = ("nights", "arrivals")
MARKETS = ("all", "DK", "foreign")
KEYS = ("area_code", "market")
HEADER_ROW = 3
MONTHS_OF_YEAR = range(1, 13)

# A month's cell: a figure, the mark for one that is not published, or nothing where the month is still to come.
Cell = int | str | None


def write_nights_workbook(path: Path, region: Region, nights: pd.DataFrame) -> None:
    """Write the nights and arrivals of every area and market; overwrites the file."""
    words = declared("workbooks")["nights"]
    areas = "; ".join(f"{place.area_code} {place.name}" for place in region.places)
    with xlsxwriter.Workbook(path) as workbook:
        workbook.set_properties({"title": words["file_title"].format(region=region.name), "comments": words["lead"]})
        for year, in_year in nights.groupby(nights["period"].str[:4]):
            sheet = workbook.add_worksheet(str(year))
            sheet.write(0, 0, words["title"].format(year=year, region=region.name), workbook.add_format({"bold": True}))
            sheet.write(1, 0, words["lead"])
            _write_headers(workbook, sheet, words["total_column"])
            lines = _lines(in_year, words)
            for row, line in enumerate(lines, start=HEADER_ROW + 2):
                sheet.write_row(row, 0, line, workbook.add_format({"num_format": "#,##0"}))
            sheet.write_column(HEADER_ROW + 3 + len(lines), 0, [*words["notes"], words["areas"].format(areas=areas)])
        scratch = workbook.add_worksheet(words["scratch_sheet"])
        for row, line in enumerate(words["scratch"]):
            scratch.write_row(row, 0, line)
        scratch.hide()


def _write_headers(workbook: Any, sheet: Any, total_column: str) -> None:
    head = workbook.add_format({"bold": True, "align": "center", "border": 1})
    names = [*(DANISH.month(month, "abbreviated") for month in MONTHS_OF_YEAR), total_column]
    for left, key in enumerate(KEYS):
        sheet.merge_range(HEADER_ROW, left, HEADER_ROW + 1, left, _header(key), head)
    for block, measure in enumerate(MEASURES):
        left = len(KEYS) + block * len(names)
        sheet.merge_range(HEADER_ROW, left, HEADER_ROW, left + len(names) - 1, _header(measure), head)
        sheet.write_row(HEADER_ROW + 1, left, names, head)


def _header(column: str) -> str:
    return datasets()["nights"].column(column).header["da"]


def _lines(in_year: pd.DataFrame, words: Mapping[str, str]) -> list[list[Cell]]:
    """Return the rows under the headers: every area and market, and below them the total of all areas."""
    figures = in_year.set_index(["area_code", "market", "period"])[list(MEASURES)].to_dict("index")
    periods = sorted(in_year["period"].unique())
    unpublished = dict.fromkeys(MEASURES, words["missing"])
    market_names = {choice.code: choice.names["da"] for choice in datasets()["nights"].column("market").choices}
    lines: list[list[Cell]] = []
    for area in in_year["area_code"].unique():
        for market in MARKETS:
            months = [figures.get((area, market, period), unpublished) for period in periods]
            blocks = [_block([month[measure] for month in months], words["missing"]) for measure in MEASURES]
            lines.append([area, market_names[market], *chain(*blocks)])
    sums = in_year[in_year["market"] == "all"].groupby("period")[list(MEASURES)].sum()
    blocks = [_block(list(sums[measure]), words["missing"]) for measure in MEASURES]
    return [*lines, [words["total_row"], market_names["all"], *chain(*blocks)]]


def _block(months: Sequence[int | str], missing: str) -> list[Cell]:
    """Return a year's twelve cells and its total, which is not published where a month of it is not."""
    known = [int(value) for value in months if value != missing]
    to_come = [None] * (len(MONTHS_OF_YEAR) - len(months))
    return [*months, *to_come, sum(known) if len(known) == len(months) else missing]
