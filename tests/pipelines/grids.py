"""Tiny workbooks drawn as text, and what was read of them as plain rows."""

import re
from collections.abc import Mapping

from pipelines.asking import Confirmed
from pipelines.grid import CellValue, Sheet, Workbook
from pipelines.interpret import interpret
from pipelines.mapping import parse_mapping
from pipelines.reading import Interpretation, KnownNames
from warehouse.schema import datasets

Rows = list[list[CellValue]]


def rows(text: str) -> Rows:
    """Return the rows of a drawn table: cells parted by "|", blank lines blank rows, 5 a number and "5" a text."""
    lines = text.strip("\n").split("\n")
    return [[_cell(part.strip()) for part in line.split("|")] if line.strip() else [] for line in lines]


def _cell(text: str) -> CellValue:
    if re.fullmatch(r"-?\d+", text):
        return int(text)
    if re.fullmatch(r"-?\d+\.\d+", text):
        return float(text)
    return text.strip('"') or None


def sheet(text: str, name: str = "Ark1", **more: object) -> Sheet:
    """Return a drawn sheet."""
    return Sheet(name, rows(text), **more)  # type: ignore[arg-type]


def read(
    *sheets: Sheet, mapping: str | None = None, known: KnownNames | None = None, confirmed: Confirmed | None = None
) -> Interpretation:
    """Interpret a workbook of these sheets."""
    return interpret(Workbook("xlsx", sheets), parse_mapping(mapping) if mapping else None, known, confirmed)


def facts(reading: Interpretation, dataset_id: str) -> dict[tuple[str, ...], float | str]:
    """Return the facts of a dataset: the keys that say something beside "all", and the measure -> the value."""
    if dataset_id not in reading.facts:
        return {}
    keys = [key.id for key in datasets()[dataset_id].keys]
    return {
        (*(row[key] for key in keys if row[key] != "all"), row["measure"]): (
            row["text"] if row["number"] is None else row["number"]
        )
        for row in reading.facts[dataset_id].to_pylist()
    }


def visits(reading: Interpretation) -> dict[tuple[str, ...], float | str]:
    """Return the visits: (actor, period, ...) -> number, where nothing but visits was read."""
    return {key[:-1]: value for key, value in facts(reading, "visits").items() if key[-1] == "visits"}


def refused(reading: Interpretation) -> dict[str, str]:
    """Return cell -> code of what was refused."""
    return {finding.place.partition("!")[2]: finding.code for finding in reading.refused}


def left_out(reading: Interpretation) -> dict[str, str]:
    """Return range -> why of what was left out."""
    return {finding.place.partition("!")[2]: finding.code for finding in reading.ignored}


def warned(reading: Interpretation, code: str) -> dict[str, Mapping[str, str]]:
    """Return cell -> values of the warnings with that code."""
    return {
        finding.place.partition("!")[2]: {"value": finding.value, **finding.values}
        for finding in reading.warnings
        if finding.code == code
    }


def asked(reading: Interpretation) -> dict[str, str]:
    """Return place -> code of the questions."""
    return {finding.place.partition("!")[2]: finding.code for finding in reading.questions}


def is_accounted(reading: Interpretation) -> bool:
    """True where every filled cell is accepted, refused or left out, and every refused one is listed."""
    cells = reading.cells
    parts = cells.accepted + cells.refused + cells.ignored
    return parts == cells.non_empty and cells.refused == len(reading.refused)
