"""What stands around a table: titles above it and the sheet's name say the measure, the year, the place, the unit."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby

from locales import plain_name
from pipelines.names import Names
from pipelines.periods import PeriodPart, read_period
from pipelines.words import collapse, is_qualified, scale_of_line, words
from warehouse.schema import Dataset, datasets

_WORD = re.compile(r"[^\W\d_]+|\d+")
_YEAR = re.compile(r"(?<![\d.,])(?:19|20)\d{2}(?:/\d{2,4})?(?![\d]|[.,]\d)")
_DATE = re.compile(r"\d{1,2}[.\-/]\s?\d{1,2}[.\-/]\s?\d{2,4}|\d{4}-\d{2}-\d{2}")
# A point before a capital begins a sentence; one in "m.m. efter" does not.
_NEXT_SENTENCE = re.compile(r"[.!?]\s+[A-ZÆØÅ]")
_LONGEST = 3
_LONGEST_NAME = 6
_LONGEST_CLUE = 200
_LONGEST_TITLE = 60
_SHORTEST_MONTH = 4

Cell = tuple[int, int]


@dataclass(frozen=True)
class Clue:
    """One text near a table; `cell` is None for the sheet's name."""

    text: str
    cell: Cell | None = None


@dataclass(frozen=True)
class Evidence:
    """The texts near a table, the nearest first, and the questions they answer."""

    clues: Sequence[Clue]
    names: Names

    def measure(self, dataset: Dataset) -> tuple[str, Clue] | None:
        """Return the value column of the dataset that the nearest telling text names, or None.

        A nearer text that names only other datasets contradicts, and then there is none; so does one that names
        something else beside, such as "unique website visits".
        """
        for clue in self.clues:
            named = {} if _is_prose(clue.text) else measures_named(clue.text)
            if named and is_qualified(clue.text):
                return None
            if len(named.get(dataset.id, ())) == 1:
                return next(iter(named[dataset.id])), clue
            if named and dataset.id not in named:
                return None
        return None

    def datasets(self) -> set[str]:
        """Return every dataset a value of which is named in any of the texts."""
        return {dataset for clue in self.clues for dataset in measures_named(clue.text)}

    @property
    def is_qualified(self) -> bool:
        """True where the title says that the figures are something else than a measure of ours."""
        titles = [clue for clue in self.clues if clue.cell]
        telling = [clue for clue in titles if measures_named(clue.text) and not _is_prose(clue.text)]
        return any(is_qualified(clue.text) for clue in telling) or (
            bool(titles) and is_qualified(min(titles, key=lambda clue: clue.cell or (0, 0)).text)
        )

    def names_dataset(self, dataset: Dataset) -> bool:
        """True where any of the texts names the dataset or one of its values."""
        return any(dataset.id in measures_named(clue.text) or _names_dataset(clue.text, dataset) for clue in self.clues)

    def period(self) -> tuple[PeriodPart, Clue] | None:
        """Return the one period the nearest telling text names, or None."""
        return self._first(period_in)

    def year(self) -> tuple[PeriodPart, Clue] | None:
        """Return the one year the nearest telling text names, or None; months named beside it do not count."""
        return self._first(year_in)

    def _first(self, read: Callable[[str], PeriodPart | None]) -> tuple[PeriodPart, Clue] | None:
        """Return what the nearest telling line says; a line that says two things says nothing."""
        for _, line in groupby(self.clues, key=lambda clue: clue.cell and clue.cell[0]):
            said = {found: clue for clue in line if (found := read(clue.text))}
            if said:
                return next(iter(said.items())) if len(said) == 1 else None
        return None

    def entity(self, kind: str) -> tuple[str, Clue] | None:
        """Return the id of the one known name of that kind in the nearest telling text, or None."""
        for clue in self.clues:
            found = {entity for text in runs_of_words(clue.text) if (entity := self.names.find(kind, text))}
            if len(found) == 1:
                return found.pop(), clue
        return None

    def scale(self) -> str | None:
        """Return the scale that a line above gives the figures, such as "1.000 kr.", or None."""
        return next((scale for clue in self.clues if clue.cell and (scale := scale_of_line(clue.text))), None)


def _is_prose(text: str) -> bool:
    """True for sentences, which explain a table and do not name it."""
    said = text.strip()
    return len(said) > _LONGEST_TITLE and (said.endswith(".") or bool(_NEXT_SENTENCE.search(said)))


def year_in(text: str) -> PeriodPart | None:
    """Return the one calendar or fiscal year that a text names, or None for none or several."""
    years = set(years_in(text))
    return read_period(years.pop()) if len(years) == 1 else None


def years_in(text: str) -> list[str]:
    """Return the calendar and fiscal years that a text names, those within dates left out."""
    return _YEAR.findall(_DATE.sub(" ", collapse(text)))


def period_in(text: str) -> PeriodPart | None:
    """Return the one period that a title names ("Besøg juli 2023", "Overnatninger 2023"); None for none or several."""
    said = collapse(text)
    whole = read_period(said)
    if whole and whole.year:
        return whole
    year = year_in(said)
    named = [words().months.get(plain_name(word)) for word in _WORD.findall(said) if len(word) >= _SHORTEST_MONTH]
    months = {month for month in named if month}
    if year is None or len(months) > 1:
        return None
    return year.joined(PeriodPart(month=months.pop())) if months else year


@cache
def _measure_spellings() -> Mapping[str, Mapping[str, frozenset[str]]]:
    """Return plain spelling -> dataset -> value columns; a dataset's own name stands for its principal value."""
    found: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for dataset in datasets().values():
        if dataset.principal:
            for spelling in dataset.spellings:
                found[spelling][dataset.id].add(dataset.principal.id)
        for column in dataset.measures:
            if column.role == "measure":
                for spelling in column.spellings - words().common:
                    found[spelling][dataset.id] = {column.id}
    return {spelling: {name: frozenset(ids) for name, ids in named.items()} for spelling, named in found.items()}


@cache
def measures_named(text: str) -> Mapping[str, frozenset[str]]:
    """Return dataset -> value columns that a text names, the longest wording first."""
    tokens = _WORD.findall(text[:_LONGEST_CLUE])
    found: dict[str, set[str]] = defaultdict(set)
    start = 0
    while start < len(tokens):
        for size in range(_LONGEST, 0, -1):
            named = _measure_spellings().get(plain_name(" ".join(tokens[start : start + size])))
            if named and start + size <= len(tokens):
                for dataset, columns in named.items():
                    found[dataset] |= columns
                start += size
                break
        else:
            start += 1
    return {dataset: frozenset(columns) for dataset, columns in found.items()}


def _names_dataset(text: str, dataset: Dataset) -> bool:
    return any(plain_name(part) in dataset.spellings for part in runs_of_words(text[:_LONGEST_CLUE]))


def runs_of_words(text: str) -> Iterator[str]:
    """Give the whole text and every run of up to six of its words."""
    yield text
    tokens = _WORD.findall(text[:_LONGEST_CLUE])
    for size in range(min(_LONGEST_NAME, len(tokens)), 0, -1):
        for start in range(len(tokens) - size + 1):
            yield " ".join(tokens[start : start + size])
