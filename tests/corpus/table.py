"""A table before it is laid out: names by months, every figure known, and how it is to be written."""

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from pipelines.grid import CellValue
from tests.corpus.drawing import Key
from tests.corpus.spelling import PLAIN, Spelling
from tests.corpus.subjects import MARKETS, Subject

# From here up a figure has two groups of thousands, which proves how its column is written.
PROOF = 1_000_000
ALL = "all"

# Name, month, market or "all".
Cell = tuple[str, str, str]


@dataclass(frozen=True)
class Headings:
    """The wordings chosen for one table."""

    name: str
    month: str
    figure: str
    title: str
    total: str


NO_HEADINGS = Headings("", "", "", "", "")


@dataclass(frozen=True)
class Table:
    """Figures by name, month and market, in the order they are drawn in; None where nothing was reported."""

    subject: Subject
    names: Sequence[str]
    months: Sequence[str]
    markets: Sequence[str]
    figures: Mapping[Cell, float | None]
    spelling: Spelling = PLAIN
    headings: Headings = NO_HEADINGS

    @property
    def years(self) -> list[str]:
        """The years of its months."""
        return list(dict.fromkeys(month[:4] for month in self.months))

    def key(self, name: str, month: str, market: str = ALL) -> Key:
        """Return what a figure is stored under."""
        return Key(self.subject.dataset, self.subject.measure, name, month, market)

    def written(self, value: float | None) -> CellValue:
        """Return a figure as it stands in its cell."""
        return self.spelling.number(value, self.subject.decimals)

    def total(self, cells: Sequence[Cell]) -> float | None:
        """Return the sum of some figures, None where all are blank."""
        known = [value for cell in cells if (value := self.figures[cell]) is not None]
        return round(sum(known), self.subject.decimals) if known else None

    def is_proof(self, value: float | None) -> bool:
        """True for a figure that must stay, because it shows how the others are written."""
        return self.spelling.numbers != "number" and value is not None and value >= PROOF

    def part(self, *, names: Sequence[str] | None = None, months: Sequence[str] | None = None) -> "Table":
        """Return the table of only those names or months."""
        return replace(self, names=names or self.names, months=months or self.months)


def made_figures(
    chance: random.Random, subject: Subject, names: Sequence[str], months: Sequence[str], markets: Sequence[str]
) -> dict[Cell, float | None]:
    """Return figures, a tenth of them blank; the first month of each year holds one that proves its spelling."""
    first = {month[:4]: month for month in reversed(months)}.values()
    found: dict[Cell, float | None] = {}
    for name in names:
        for month in months:
            for market in markets or (ALL,):
                value: float | None = chance.choice((0, chance.randint(1, 999), chance.randint(1000, 400_000)))
                if month in first:
                    value = chance.randint(PROOF, 2 * PROOF)
                elif chance.random() < 0.1:
                    value = None
                if value is not None and subject.decimals:
                    value = round(value + chance.randint(0, 99) / 100, 2)
                found[name, month, market] = value
    return found


def market_word(market: str, code: str) -> str:
    """Return a market as it is written in that language."""
    return MARKETS[market][code]
