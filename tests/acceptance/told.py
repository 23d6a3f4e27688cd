"""What the command line tells of a view, written as people read it."""

import json
from collections.abc import Mapping
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from access.reader import LOCAL_ANALYST, Reader
from answers.answer import Answer
from answers.panel import Measure
from answers.wording import measured_in
from answers.written import written
from kpis.__main__ import main
from kpis.catalogue import catalogue
from kpis.result import Result, Undefined, Value
from locales import Language
from sections.beside import beside

Plain = Mapping[str, Any]


@dataclass(frozen=True)
class Told:
    """What `kpis show --view ... --json` prints of one place and year: its name and every KPI."""

    place: str
    year: int
    name: str
    values: Mapping[str, Plain]

    def answer(self, kpi: str) -> Answer:
        """Return one KPI as far as the command line tells it."""
        plain = self.values[kpi]
        interval = tuple(plain["interval"]) if plain["interval"] else None
        known: Result = Value(plain["value"], n=plain["n"], interval=interval)
        return Answer(kpi, known if plain["reason"] is None else Undefined(plain["reason"]), plain["period"])

    def number(self, kpi: str) -> float | None:
        """Return one KPI as a number, None where it has none."""
        return self.answer(kpi).number

    def written(self, kpi: str, language: Language) -> str:
        """Return one KPI as a tile writes it."""
        return even(written(self.answer(kpi), language))

    def interval(self, kpi: str, language: Language) -> str:
        """Return the interval of one KPI in words, "" where it has none."""
        return even(" ".join(one.words for one in beside(self.answer(kpi), language)))

    def unit(self, kpi: str, language: Language) -> str:
        """Return the unit of one KPI as a table writes it, or what it is a share of; nights where they are counted."""
        measure: Measure = "nights" if self.values["visits_total"]["unit"] == "nights" else "visits"
        passport, unit = catalogue()[kpi], self.values[kpi]["unit"]
        return (
            even(measured_in(passport, measure, language, self.number(kpi)))
            if unit in (passport.unit, measure)
            else str(unit)
        )

    def period(self, kpi: str, language: Language) -> str:
        """Return the period of one KPI as people write it."""
        return even(" – ".join(language.period(part) for part in self.values[kpi]["period"].split("/")))


def even(text: str) -> str:
    """Return a text with plain blanks, as a browser's text is read here."""
    return text.replace("\u00a0", " ").replace("\u202f", " ").strip()


class CommandLine:
    """The command line on one store, asked once for each view; it keeps the forecast that a page then reads."""

    def __init__(self, store: Path) -> None:
        self.store = store
        self._told: dict[tuple[str, int, Reader], Told | None] = {}

    def told(self, place: str, year: int, reader: Reader = LOCAL_ANALYST) -> Told | None:
        """Return what a reader is told of a place and year, None where there is nothing to tell."""
        if (place, year, reader) not in self._told:
            self._told[place, year, reader] = _asked(self.store, place, year, reader)
        return self._told[place, year, reader]


def _asked(store: Path, place: str, year: int, reader: Reader) -> Told | None:
    printed = StringIO()
    with redirect_stdout(printed), redirect_stderr(StringIO()), pytest.MonkeyPatch.context() as patch:
        patch.setenv("KULTURPULS_STORE", str(store))
        patch.setattr("kpis.__main__.LOCAL_ANALYST", reader)
        if main(["show", "--view", f"place={place}&year={year}", "--json"]):
            return None
    said = json.loads(printed.getvalue())
    return Told(place, year, said["meta"]["name"], {value["id"]: value for value in said["values"]})
