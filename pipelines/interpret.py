"""From an opened workbook to facts and an account of every filled cell."""

from collections.abc import Sequence
from dataclasses import astuple, dataclass, replace

from pipelines.asking import Confirmed
from pipelines.blanks import find_blanks
from pipelines.cells import SheetCells
from pipelines.confirming import confirm_tables
from pipelines.doubts import doubts
from pipelines.facts import Facts, entities_in
from pipelines.find_personal import cover_digits, refuse_personal, screened
from pipelines.find_tables import TableArea, find_tables
from pipelines.findings import Finding
from pipelines.grid import Workbook
from pipelines.header_search import Understand
from pipelines.headers import Headers
from pipelines.learn_names import learn_names
from pipelines.left_out_figures import figures_left_out
from pipelines.mapped_tables import find_mapped_tables
from pipelines.mapping_parts import Mapping as LayoutMapping
from pipelines.mark_rest import leave_out_hidden, leave_out_index, leave_out_rest
from pipelines.mark_table import accept_stored, mark_table
from pipelines.marks import SheetMarks
from pipelines.names import Names
from pipelines.number_gaps import check_number_gaps
from pipelines.own_sheets import own_sheet
from pipelines.part_checks import check_parts
from pipelines.picture import picture_of
from pipelines.read_table import TableRead, read_table
from pipelines.reading import CellCount, Interpretation, KnownNames
from pipelines.recognise import recognise
from pipelines.similar_columns import add_similar_columns, is_certain, resemblances
from pipelines.similar_headers import SimilarHeaders
from pipelines.split_areas import add_split_areas
from pipelines.title_checks import check_titles
from pipelines.total_checks import check_totals
from pipelines.unplaced_tables import recognise_unplaced

# What is none of our measures, and so may be one of them under a header spelled otherwise.
REFERENCE = "reference"
_MOST_PICTURES = 40


def interpret(
    workbook: Workbook,
    mapping: LayoutMapping | None = None,
    known: KnownNames | None = None,
    confirmed: Confirmed | None = None,
) -> Interpretation:
    """Return the facts of a workbook, and for every filled cell whether it was accepted, refused or left out.

    `mapping` says what a foreign layout means; sheets it does not fit are read by their headers. `known` are the names
    of actors, places and areas met before; `confirmed` is what a person has answered. Never raises for what a
    workbook holds.
    """
    names = Names.from_known(known, confirmed)
    sheets = [screened(sheet) for sheet in workbook.sheets]
    shown = [cells for cells in sheets if not (cells.sheet.hidden or own_sheet(cells.sheet))]
    finder = _Finder(names, mapping, confirmed or {}, name_tells=workbook.format != "csv")
    by_sheet = _find_all(shown, names, finder)
    if _covers_digits(sheets, by_sheet):
        names = Names.from_known(known, confirmed)
        by_sheet = _find_all(shown, names, replace(finder, names=names))
    facts = Facts()
    reads = [read_table(cells, table, names, facts) for cells, tables in by_sheet for table in tables]
    found = _account(sheets, by_sheet, reads, names, facts)
    renamed = [
        Finding("personal_name", cells.sheet.name)
        for cells, sheet in zip(sheets, workbook.sheets, strict=True)
        if cells.sheet.name != sheet.name
    ]
    found = replace(found, warnings=[*renamed, *found.warnings])
    if mapping and not any(read.table.by_mapping for read in reads):
        return replace(found, warnings=[Finding("mapping_unused"), *found.warnings])
    return found


@dataclass(frozen=True)
class _Finder:
    """Finds the tables of a sheet: those the mapping describes, or those its headers tell of, as a person confirmed."""

    names: Names
    mapping: LayoutMapping | None
    confirmed: Confirmed
    name_tells: bool

    def tables(self, cells: SheetCells) -> list[TableArea]:
        headers, similar = Headers(self.names), SimilarHeaders(self.names)
        mapped = find_mapped_tables(cells, headers, self.mapping) if self.mapping else []
        found = mapped or self._by_headers(cells, headers, similar)
        found = [add_similar_columns(cells, table, similar) for table in found]
        return confirm_tables(cells, found, headers, self.confirmed)

    def _by_headers(self, cells: SheetCells, headers: Headers, similar: Headers) -> list[TableArea]:
        """Find tables by their headers; where these name no dataset of ours, by what they resemble.

        On a sheet without any there may be figures of a place that only a person can say.
        """
        found = self._found(cells, headers)
        if not all(table.layout.dataset.id == REFERENCE for table in found):
            return found
        alike = [table for table in self._found(cells, similar) if is_certain(table)]
        if any(table.layout.dataset.id != REFERENCE for table in alike):
            return alike
        return found or self._found(cells, headers, recognise_unplaced)

    def _found(self, cells: SheetCells, headers: Headers, understand: Understand = recognise) -> list[TableArea]:
        return find_tables(cells, headers, self.names, understand, name_tells=self.name_tells)


def _covers_digits(sheets: Sequence[SheetCells], by_sheet: Sequence[tuple[SheetCells, list[TableArea]]]) -> bool:
    """Cover the CPR numbers that only the tables tell from figures; True where there were any."""
    tables = {id(cells): areas for cells, areas in by_sheet}
    covered = [cover_digits(cells, tables.get(id(cells), ())) for cells in sheets]
    return any(covered)


def _find_all(sheets: Sequence[SheetCells], names: Names, finder: _Finder) -> list[tuple[SheetCells, list[TableArea]]]:
    """Find the tables of all sheets; where lists of places or actors teach new names, look again knowing them."""
    found = [(cells, finder.tables(cells)) for cells in sheets]
    before = names.count
    for cells, tables in found:
        for table in tables:
            learn_names(cells, table, names)
    if names.count == before:
        return found
    return [(cells, finder.tables(cells)) for cells in sheets]


def _account(
    sheets: Sequence[SheetCells],
    by_sheet: Sequence[tuple[SheetCells, Sequence[TableArea]]],
    reads: Sequence[TableRead],
    names: Names,
    facts: Facts,
) -> Interpretation:
    """Settle what is stored, and mark every cell."""
    facts.settle()
    add_split_areas(reads, names, facts)
    tables = {id(cells): areas for cells, areas in by_sheet}
    marks = {id(cells): SheetMarks(cells) for cells in sheets}
    for cells in sheets:
        refuse_personal(cells, marks[id(cells)])
        leave_out_index(cells, marks[id(cells)])
    warnings = [finding for cells in sheets for finding in leave_out_hidden(cells, marks[id(cells)])]
    for read in reads:
        accept_stored(read, marks[id(read.cells)])
    for read in reads:
        mark_table(read, marks[id(read.cells)])
        warnings += [
            *read.warnings,
            *resemblances(read.cells, read.table),
            *figures_left_out(read, Headers(names)),
            *check_totals(read),
            *check_titles(read, names),
            *check_number_gaps(read),
        ]
    for cells in sheets:
        leave_out_rest(cells, tables.get(id(cells), ()), marks[id(cells)])
    tables_of_facts = facts.tables()
    counts = [of_sheet.count() for of_sheet in marks.values()]
    return Interpretation(
        cells=CellCount(*(sum(parts) for parts in zip(*map(astuple, counts), strict=True))) if counts else CellCount(),
        tables=[read.told() for read in reads if not read.table.layout.questions],
        waiting=[read.told() for read in reads if read.table.layout.questions],
        refused=[finding for of_sheet in marks.values() for finding in of_sheet.refused()],
        ignored=[finding for of_sheet in marks.values() for finding in of_sheet.left_out()],
        questions=[*names.questions(), *(finding for read in reads for finding in read.questions)],
        warnings=[
            *warnings,
            *check_parts(tables_of_facts),
            *doubts(tables_of_facts),
            *names.warnings(entities_in(tables_of_facts)),
        ],
        rows=facts.rows(),
        facts=tables_of_facts,
        blanks=find_blanks(reads, names, facts),
        pictures=[
            picture_of(cells, marks[id(cells)], [read for read in reads if read.cells is cells])
            for cells in sheets[:_MOST_PICTURES]
            if cells.width and not cells.sheet.hidden
        ],
    )
