"""An untidy file: revenue as Danish Excel saves CSV, with semicolons, decimal commas and cp1252 letters."""

import csv
from collections.abc import Hashable, Mapping
from pathlib import Path
from typing import Any

import pandas as pd

from data.sample.region import Region, declared
from locales import DANISH
from warehouse.schema import datasets


def write_revenue_csv(path: Path, region: Region, revenue: pd.DataFrame) -> None:
    """Write the income of the actors on the accountant's list: title, rows, total, notes; overwrites the file."""
    words = declared("workbooks")["revenue"]
    names = {actor: pattern.actor.name for actor, pattern in region.revenue.items() if pattern.workbook == "csv"}
    rows = revenue[revenue["actor_id"].isin(names)]
    years = rows["period"].str[:4]
    headers = words["headers"]
    blank = [""] * (len(headers) - 1)
    total = {"period": words["total_row"], "amount_dkk": DANISH.number(rows["amount_dkk"].sum(), 2)}
    with path.open("w", encoding="cp1252", newline="") as file:
        writer = csv.writer(file, delimiter=";")
        writer.writerow([words["title"].format(first=years.min(), last=years.max(), region=region.name), *blank])
        writer.writerow(["", *blank])
        writer.writerow(headers.values())
        for row in rows.to_dict("records"):
            cells = _as_excel_saves(row) | {"actor_id": names[row["actor_id"]]}
            writer.writerow([cells[column] for column in headers])
        writer.writerow([total.get(column, "") for column in headers])
        writer.writerow(["", *blank])
        writer.writerows([note, *blank] for note in words["notes"])


def _as_excel_saves(row: Mapping[Hashable, Any]) -> dict[str, str]:
    year, month = row["period"].split("-")
    streams = {choice.code: choice.names["da"] for choice in datasets()["revenue"].column("stream").choices}
    return {
        "period": f"{DANISH.month(int(month), 'abbreviated')}-{year[2:]}",
        "stream": streams[row["stream"]],
        "amount_dkk": DANISH.number(row["amount_dkk"], 2),
        "transactions": "" if row["transactions"] is None else f"{row['transactions']:.0f}",
    }
