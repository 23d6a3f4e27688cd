"""The tidy workbook: the sheets of the template, named and headed as data/schema declares."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd
import xlsxwriter

from data.sample.region import Region, declared
from warehouse.schema import Column, Dataset, datasets

ELSEWHERE = "nights"


def write_template_workbook(path: Path, region: Region, truth: Mapping[str, pd.DataFrame]) -> None:
    """Write the datasets of the template, of visits and revenue only the actors that use it; overwrites the file."""
    words = declared("workbooks")["template"]
    text = [line.format(region=region.name) for line in words["text"]]
    with xlsxwriter.Workbook(path, {"strings_to_urls": False}) as workbook:
        workbook.set_properties({"title": text[0], "comments": text[1]})
        about = workbook.add_worksheet(words["sheet"])
        about.write_column(0, 0, text)
        for name in (name for name in datasets() if name != ELSEWHERE):
            _write_sheet(workbook, datasets()[name], _rows_here(region, name, truth[name]))


def _rows_here(region: Region, name: str, rows: pd.DataFrame) -> pd.DataFrame:
    patterns: Mapping[str, Any] = {"visits": region.visits, "revenue": region.revenue}.get(name, {})
    elsewhere = [actor for actor, pattern in patterns.items() if pattern.workbook != "template"]
    return rows[~rows["actor_id"].isin(elsewhere)] if elsewhere else rows


def _write_sheet(workbook: Any, dataset: Dataset, rows: pd.DataFrame) -> None:
    bold = workbook.add_format({"bold": True, "bottom": 1})
    day = workbook.add_format({"num_format": "dd-mm-yyyy"})
    sheet = workbook.add_worksheet(dataset.name["da"])
    sheet.freeze_panes(1, 0)
    for place, column in enumerate(dataset.columns):
        sheet.set_column(place, place, max(12, len(column.header["da"]) + 2))
        sheet.write(0, place, column.header["da"], bold)
        for row, value in enumerate(rows[column.id], start=1):
            sheet.write(row, place, _as_written(column, value), day if column.kind == "date" else None)


def _as_written(column: Column, value: Any) -> Any:
    if value is None:
        return None
    if column.kind == "choice":
        return next(choice.names["da"] for choice in column.choices if choice.code == value)
    if column.kind == "date":
        return date.fromisoformat(value)
    if column.kind == "period" and value.isdigit():
        return int(value)
    return None if column.default == value and column.kind == "text" else value
