"""Titles that say a part of the whole ("Udenlandske overnatninger") over figures that no column says it of."""

from collections.abc import Iterator

from pipelines.evidence import runs_of_words
from pipelines.findings import Finding
from pipelines.grid import address
from pipelines.headers import Headers
from pipelines.names import Names
from pipelines.read_table import TableRead
from warehouse.schema import ALL, Column

_NEAREST = 4
_SHORTEST = 4


def check_titles(read: TableRead, names: Names) -> list[Finding]:
    """Return a warning where a text near a table names one value of a dimension that the table does not have.

    Several values of one dimension are a list of what is in it, and no warning; nor is the name of a place.
    """
    layout = read.table.layout
    told = {key.key.id for key in layout.keys} | set(layout.constants)
    told |= {key for value in layout.values for key in value.fixed}
    open_keys = [key for key in layout.dataset.keys if key.default == ALL and key.choices and key.id not in told]
    headers = Headers(names)
    return [finding for key in open_keys for finding in _check(read, key, headers)]


def _check(read: TableRead, key: Column, headers: Headers) -> Iterator[Finding]:
    for clue in read.table.layout.nearby[:_NEAREST]:
        found: dict[str, str] = {}
        for words in runs_of_words(clue.text):
            meaning = headers.meaning(words)
            code = meaning.choices.get((read.table.layout.dataset.id, key.id)) if meaning else None
            if meaning and code not in (None, ALL) and not (meaning.columns or meaning.entities):
                found[str(code)] = words
        if len(found) == 1 and len(next(iter(found.values()))) >= _SHORTEST:
            place = f"{read.cells.sheet.name}!{address(*clue.cell)}" if clue.cell else read.cells.sheet.name
            yield Finding("title_says_part", place, next(iter(found.values())))
