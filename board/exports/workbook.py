"""A sent page as a workbook: what it is, every figure, each table, where the figures come from and what they mean."""

from collections.abc import Iterator

import pandas as pd

from answers.downloads import Sheet, as_workbook
from board.content import Cell, Content, Source, Table
from board.exports.about import about, loaded
from board.exports.figures import figures_table, shown_figures, tables_of
from board.exports.patterns import is_number, patterned
from locales import Language, language, mark

_WIDE = 80
_SOURCE_COLUMNS = (mark("Figure"), mark("Place"), mark("Period"), mark("File"), mark("Sheet"), mark("Cells"),
                   mark("Upload"), mark("Loaded"))  # fmt: skip
_DEFINITION_COLUMNS = (mark("Definition"), mark("Name"), mark("Version"), mark("Part"), mark("Text"))


def as_figures_workbook(content: Content) -> bytes:
    """Return the page as an Excel workbook; figures are numbers, nothing in it is a formula."""
    return as_workbook(list(_sheets(content)))


def _sheets(content: Content) -> Iterator[Sheet]:
    say = language(content.language)
    yield Sheet(say.text("About"), _about(content, say), _WIDE)
    yield Sheet(say.text("Figures"), _figures(content, say))
    for section in content.sections:
        for table in tables_of(section):
            yield Sheet(table.title, _table(table, say))
    yield Sheet(say.text("Texts"), _texts(content, say), _WIDE)
    yield Sheet(say.text("Provenance"), _provenance(content, say))
    yield Sheet(say.text("Definitions"), _definitions(content, say), _WIDE)


def _about(content: Content, say: Language) -> pd.DataFrame:
    rows = [(say.text("Title"), content.title), *about(content)]
    return pd.DataFrame(rows, columns=[say.text("What"), say.text("Is")])


def _figures(content: Content, say: Language) -> pd.DataFrame:
    table = figures_table(content)
    values = [patterned(shown.cell, say) for shown in shown_figures(content)]
    table[say.text("Value")] = pd.Series(values, dtype=object)
    return table


def _table(table: Table, say: Language) -> pd.DataFrame:
    rows = [[_written(cell, say) for cell in row] for row in table.rows]
    return pd.DataFrame(rows, columns=list(table.headers), dtype=object)


def _written(cell: Cell, say: Language) -> object:
    """A figure as a number where it was written as one; a step's "planned" stays a word, its number is with all."""
    return patterned(cell, say) if is_number(cell, say) else cell.text


def _texts(content: Content, say: Language) -> pd.DataFrame:
    rows: list[tuple[str, str, str]] = []
    for section in content.sections:
        rows += [(section.heading, say.text("Sentence"), section.sentence)]
        rows += [(section.heading, say.text("Comment"), section.comment)]
        rows += [(section.heading, figure.title, figure.in_words) for figure in section.figures]
    columns = [say.text("Section"), say.text("What"), say.text("Text")]
    return pd.DataFrame([row for row in rows if row[-1]], columns=columns)


def _provenance(content: Content, say: Language) -> pd.DataFrame:
    rows = [
        (tile.label, tile.place, tile.period, *_where(source, say))
        for section in content.sections
        for tile in section.tiles
        for source in tile.sources
    ]
    return pd.DataFrame(rows, columns=[say.text(column) for column in _SOURCE_COLUMNS])


def _where(source: Source, say: Language) -> tuple[str, str, str, int, str]:
    return source.file, source.sheet, source.cells, source.upload, loaded(source, say)


def _definitions(content: Content, say: Language) -> pd.DataFrame:
    rows = [
        (definition.kpi, definition.name, definition.version, heading, text)
        for definition in content.definitions
        for heading, text in definition.parts
    ]
    return pd.DataFrame(rows, columns=[say.text(column) for column in _DEFINITION_COLUMNS])
