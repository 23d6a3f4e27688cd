"""The measure of speed: what an analyst would write with pandas and openpyxl for exactly these files.

`python -m benchmarks.plain FILE...` prints the yearly sums of visits, nights and revenue as JSON. It knows the layout
of every file beforehand, checks nothing and stores nothing.
"""

import json
import re
import sys
from pathlib import Path

import pandas as pd

from warehouse.schema import datasets

Years = dict[str, float]
_CSV_MONTH = r"^\w{3}-(\d\d)$"


def yearly_sums(paths: list[Path]) -> dict[str, Years]:
    """Return dataset -> year -> sum over all the files."""
    sums: dict[str, Years] = {"visits": {}, "nights": {}, "revenue": {}}
    names: set[str] = set()
    for path in paths:
        if path.suffix == ".csv":
            _add(sums["revenue"], _revenue_csv(path))
            continue
        sheets = pd.read_excel(path, sheet_name=None, header=None, engine="openpyxl")
        tidy = {
            dataset.id: sheets[dataset.name["da"]] for dataset in datasets().values() if dataset.name["da"] in sheets
        }
        if "visits" in tidy:
            names |= set(_with_header(tidy["actors"]).iloc[:, 1].astype(str))
            _add(sums["visits"], _tidy(tidy["visits"], "visits", "visits"))
            if "revenue" in tidy:
                _add(sums["revenue"], _tidy(tidy["revenue"], "revenue", "amount_dkk"))
            continue
        for name, sheet in sheets.items():
            if re.fullmatch(r"\d{4}", name):
                _add(sums["nights"], {name: _nights(sheet)})
            elif len(sheets) == 1:
                _add(sums["visits"], _year_blocks(sheet, names))
    return sums


def _add(sums: Years, more: Years) -> None:
    for year, total in more.items():
        sums[year] = sums.get(year, 0) + total


def _with_header(sheet: pd.DataFrame) -> pd.DataFrame:
    return sheet.iloc[1:].set_axis(sheet.iloc[0].astype(str), axis=1)


def _tidy(sheet: pd.DataFrame, dataset_id: str, measure: str) -> Years:
    """A row for each key; where a market "all" is given it is the sum of the others."""
    headers = {column.id: column.header["da"] for column in datasets()[dataset_id].columns}
    frame = _with_header(sheet)
    if headers.get("market") in frame:
        everybody = datasets()[dataset_id].column("market").choices[0].names["da"]
        given = frame[frame[headers["market"]] == everybody]
        frame = given if len(given) else frame
    years = frame[headers["period"]].astype(str).str[:4]
    return {str(year): float(total) for year, total in frame.groupby(years)[headers[measure]].sum().items()}


def _nights(sheet: pd.DataFrame) -> float:
    """The rows of a place for all markets, twelve months from the third column."""
    everybody = datasets()["nights"].column("market").choices[0].names["da"]
    rows = sheet[(sheet[1] == everybody) & sheet[0].astype(str).str.contains(r"\d")]
    return float(rows.iloc[:, 2:14].apply(pd.to_numeric, errors="coerce").sum().sum())


def _year_blocks(sheet: pd.DataFrame, names: set[str]) -> Years:
    """Blocks under a line that ends with the year, a row for each museum, twelve months from the second column."""
    found: Years = {}
    year = ""
    for row in sheet.itertuples(index=False):
        if block := re.fullmatch(r"\D+(\d{4})", str(row[0])):
            year = block[1]
        elif row[0] in names:
            _add(found, {year: sum(float(str(count)) for count in row[1:13] if not pd.isna(count))})
    return found


def _revenue_csv(path: Path) -> Years:
    frame = pd.read_csv(path, sep=";", encoding="cp1252", header=2, decimal=",", thousands=".")
    years = "20" + frame.iloc[:, 0].astype(str).str.extract(_CSV_MONTH)[0]
    amounts = frame.iloc[:, 3].groupby(years).sum()
    return {str(year): float(total) for year, total in amounts.items()}


if __name__ == "__main__":
    json.dump(yearly_sums([Path(name) for name in sys.argv[1:]]), sys.stdout)
