"""What is said of a file that was read: one object for other programs, or lines for people."""

from collections.abc import Iterator
from typing import Any

from locales import Language
from pipelines.account import totals
from pipelines.findings import Finding
from pipelines.reading import Reading
from warehouse.compare import Difference

SHOWN_FINDINGS = 20


def as_object(reading: Reading, language: Language, difference: Difference | None = None) -> dict[str, Any]:
    """Return the report of one file as plain values for JSON; codes never change with the language."""
    overall, by_year = totals(reading)
    told: dict[str, Any] = {
        "file": reading.file,
        "sha256": reading.sha256,
        "format": reading.format,
        "seconds": round(reading.seconds, 3),
        "cells": {
            "non_empty": reading.cells.non_empty,
            "accepted": reading.cells.accepted,
            "refused": reading.cells.refused,
            "ignored": reading.cells.ignored,
        },
        "tables": [
            {"sheet": table.sheet, "range": table.range, "dataset": table.dataset, "columns": dict(table.columns)}
            for table in reading.tables
        ],
        "refused": [_finding(finding, language, "cell") for finding in reading.refused],
        "ignored": [
            {"range": finding.place, "why": finding.code, "reason": finding.reason(language)}
            for finding in reading.ignored
        ],
        "questions": [_finding(finding, language, "cell") for finding in reading.questions],
        "warnings": [_finding(finding, language, "cell") for finding in reading.warnings],
        "rows": dict(reading.rows),
        "totals": overall,
        "by_year": by_year,
    }
    if refusal := reading.refusal:
        told["problem"] = {"code": refusal.code, "reason": refusal.reason(language)}
    if difference is not None:
        told["diff"] = {"new": difference.new, "changed": difference.changed, "same": difference.same}
    return told


def _finding(finding: Finding, language: Language, place: str) -> dict[str, Any]:
    told = {
        place: finding.place,
        "value": finding.value,
        "code": finding.code,
        "reason": finding.reason(language),
        "suggestion": finding.suggestion(language),
    }
    return told if finding.ask is None else {**told, "ask": finding.ask._asdict(), "options": list(finding.options)}


def as_lines(reading: Reading, language: Language, difference: Difference | None = None) -> Iterator[str]:
    """Give the report of one file as lines for people."""
    if reading.problem:
        yield f"{reading.file}: {reading.problem.reason(language)}"
        return
    cells = reading.cells
    yield language.plural(
        "{file}: {n} filled cell: {accepted} read, {refused} refused, {ignored} left out.",
        "{file}: {n} filled cells: {accepted} read, {refused} refused, {ignored} left out.",
        cells.non_empty,
        file=reading.file,
        accepted=language.number(cells.accepted),
        refused=language.number(cells.refused),
        ignored=language.number(cells.ignored),
    )
    for table in reading.tables:
        yield f"  {table.sheet}!{table.range}: {table.dataset}"
    for dataset, columns in totals(reading)[0].items():
        for column, total in columns.items():
            yield f"  {dataset}.{column}: {language.number(total)}"
    if reading.refusal:
        yield "  " + reading.refusal.reason(language)
    elif difference is not None:
        yield "  " + said_of(difference, language)
    for finding in (*reading.questions, *reading.refused)[:SHOWN_FINDINGS]:
        yield f"  {finding.place}: {finding.reason(language)} {finding.suggestion(language)}".rstrip()
    hidden = len(reading.questions) + len(reading.refused) - SHOWN_FINDINGS
    if hidden > 0:
        yield "  " + language.plural("and {n} more cell", "and {n} more cells", hidden)


def said_of(difference: Difference, language: Language) -> str:
    """Return what a load does in one sentence."""
    return language.text(
        "New figures: {new}, changed: {changed}, known already: {same}.",
        new=language.number(difference.new),
        changed=language.number(difference.changed),
        same=language.number(difference.same),
    )
