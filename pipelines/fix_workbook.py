"""The user's own workbook with its faults painted, explained and listed; called in a child process only.

An xlsx is changed in place: only the bytes of painted cells, styles and comments change, so formulas with their
results, charts, sparklines and rules stay. Any other file is written anew as a plain xlsx first.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from io import BytesIO
from pathlib import Path
from zipfile import BadZipFile

from locales import Language, mark
from pipelines.comment_parts import AUTHOR, put_comments
from pipelines.faults import Fault, Kind, faults_of
from pipelines.findings import FileRefusedError
from pipelines.grid import Workbook
from pipelines.guard import Content, recognise
from pipelines.index_rows import Formats, index_lines, sheet_xml
from pipelines.lost_parts import lost_when_written_anew, take_out_what_cannot_stay
from pipelines.mask_values import (
    forget_order_of_formulas,
    mask_everywhere,
    mask_shared_texts,
    masked_names,
    masks_of,
    personal_texts,
)
from pipelines.open_workbook import open_workbook
from pipelines.package import Package
from pipelines.paint_sheet import cell_edits, deselected, shapes_edit, shared_texts, sheet_spots
from pipelines.paint_styles import EMPTY_STYLES, CannotPaintError, Styles
from pipelines.personal import masked
from pipelines.plain_xlsx import free_name, plain_xlsx, without_time
from pipelines.reading import Reading
from pipelines.workbook_part import add_sheet, listed_sheets, show_first, styles_part
from pipelines.xml_spots import spliced

SHEET_NAME = mark("Kulturpuls index")
# Spreadsheet programs become slow with more.
MOST_COMMENTS = 5_000
_TOO_MANY = mark("Only the first {most} cells have a comment; all are painted and listed here.")
_CUT = mark("Texts longer than a cell can hold were cut: {cells}.")
_SHOWN_CUT = 5
_PROPERTIES = "docProps/core.xml"


@dataclass
class _OnSheet:
    """What is to be done on one sheet: cells to paint, comments to write, values to mask."""

    kinds: dict[str, Kind] = field(default_factory=dict)
    comments: dict[str, str] = field(default_factory=dict)
    masks: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class _Work:
    """All that is to be done in a workbook: faults to show, cells and texts to mask, sentences about the whole.

    `index` is the sheet that lists the faults from an earlier time, or "".
    """

    reading: Reading
    language: Language
    faults: Sequence[Fault]
    masks: Mapping[tuple[str, str], str]
    texts: Mapping[str, str] = field(default_factory=dict)
    index: str = ""
    notes: Sequence[str] = ()


def fix_workbook(path: Path, reading: Reading, language: Language, encoding: str | None = None) -> bytes:
    """Return the file as an xlsx workbook with every fault of its reading painted, explained and listed.

    `encoding` is that of a text file, where its mapping says it. Raises FileRefusedError as `open_workbook` does.
    """
    content = recognise(path)
    index = next((one.place.rpartition("!")[0] for one in reading.ignored if one.code == "index_sheet"), "")
    work = _Work(reading, language, faults_of(reading, language), masks_of(reading), index=index)
    if content is Content.XLSX:
        with suppress(CannotPaintError, FileRefusedError, BadZipFile, KeyError):
            return _in_place(path, work)
    return _written_anew(path, content, work, encoding)


def _in_place(path: Path, work: _Work) -> bytes:
    if work.masks:
        work = replace(work, texts=personal_texts(_opened(path, work.reading), work.masks))
    with path.open("rb") as file:
        package = Package(file)
        notes = [work.language.text(message) for message in take_out_what_cannot_stay(package)]
        return _fixed(package, replace(work, notes=notes))


def _opened(path: Path, reading: Reading, encoding: str | None = None) -> Workbook:
    """Return the file as opened, its sheets by the names the reading calls them."""
    workbook = open_workbook(path, reading.file, encoding)
    return replace(workbook, sheets=[replace(sheet, name=masked(sheet.name)) for sheet in workbook.sheets])


def _written_anew(path: Path, content: Content, work: _Work, encoding: str | None) -> bytes:
    workbook = _opened(path, work.reading, encoding)
    plain = plain_xlsx(workbook, work.language.text("Sheet1"))
    package = Package(BytesIO(plain.content))
    package.put(_PROPERTIES, without_time(package.read(_PROPERTIES)))
    language, names = work.language, plain.names
    notes = [language.text(said, format=content.value) for said in lost_when_written_anew(path, content)]
    if plain.cut:
        notes.append(language.text(_CUT, cells=language.listed(plain.cut[:_SHOWN_CUT])))
    renamed = replace(
        work,
        faults=[replace(fault, sheet=names.get(fault.sheet, fault.sheet)) for fault in work.faults],
        masks={(names[sheet], cell): mask for (sheet, cell), mask in work.masks.items()},
        texts=personal_texts(workbook, work.masks),
        index=names.get(work.index, ""),
        notes=notes,
    )
    return _fixed(package, renamed)


def _fixed(package: Package, work: _Work) -> bytes:
    sheets = listed_sheets(package)
    path_of_styles = styles_part(package, EMPTY_STYLES)
    styles = Styles(package.read(path_of_styles))
    to_do = _by_sheet(work)
    shared: dict[int, str] = {}
    for sheet in sheets:
        package.put(sheet.path, deselected(package.read(sheet.path)))
        if sheet.has_cells and sheet.name != work.index:
            shared |= _paint(package, sheet.path, to_do[masked(sheet.name)], styles)
    _list(package, work, styles)
    package.put(path_of_styles, styles.result())
    if work.masks:
        mask_shared_texts(package, shared)
        forget_order_of_formulas(package)
    names = masked_names([sheet.name for sheet in sheets])
    mask_everywhere(package, {**work.texts, **names})
    return package.written()


def _by_sheet(work: _Work) -> dict[str, _OnSheet]:
    """Return what is to be done on each sheet; the gravest fault of a cell gives it its colour."""
    found: defaultdict[str, _OnSheet] = defaultdict(_OnSheet)
    commented = 0
    for fault in work.faults:
        sheet = found[fault.sheet]
        for cell in fault.painted():
            sheet.kinds[cell] = max(fault.kind, sheet.kinds.get(cell, fault.kind))
        if fault.kind is Kind.LEFT_OUT or not fault.cells or commented >= MOST_COMMENTS:
            continue
        said = f"{fault.kind.named(work.language)}: {fault.reason} {fault.suggestion}".strip()
        before = sheet.comments.get(fault.first_cell)
        sheet.comments[fault.first_cell] = f"{before}\n{said}" if before else said
        commented += not before
    for (name, cell), mask in work.masks.items():
        found[name].masks[cell] = mask
    return found


def _paint(package: Package, path: str, to_do: _OnSheet, styles: Styles) -> dict[int, str]:
    """Paint one sheet; return the shared texts to be masked."""
    xml = package.read(path)
    had_ours = any(one.kind == "comments" and _is_ours(package, one.target) for one in package.relations(path))
    if not (to_do.kinds or styles.ours or had_ours):
        return {}
    found = sheet_spots(xml, to_do.kinds, styles.ours)
    shapes = put_comments(package, path, found.shapes_id, to_do.comments)
    edits = cell_edits(xml, found, lambda cell, style: styles.painted(style, to_do.kinds.get(cell)), to_do.masks)
    edits += shapes_edit(found, package.relation_types, shapes)
    package.put(path, spliced(xml, edits))
    return shared_texts(xml, found, to_do.masks)


def _is_ours(package: Package, comments: str) -> bool:
    return comments in package and AUTHOR.encode() in package.read(comments)


def _list(package: Package, work: _Work, styles: Styles) -> None:
    """Write the index sheet: in the place of the one from before, or after the last sheet."""
    language = work.language
    notes = list(work.notes)
    if sum(fault.kind is not Kind.LEFT_OUT for fault in work.faults) > MOST_COMMENTS:
        notes.append(language.text(_TOO_MANY, most=language.number(MOST_COMMENTS)))
    lines = index_lines(work.reading, work.faults, notes, language, Formats.added_to(styles))
    xml = sheet_xml(lines, package.main)
    sheets = listed_sheets(package)
    for number, sheet in enumerate(sheets):
        if sheet.name == work.index and sheet.has_cells:
            package.put(sheet.path, xml)
            show_first(package, number)
            return
    taken = {sheet.name.casefold() for sheet in sheets}
    add_sheet(package, free_name(language.text(SHEET_NAME), taken), xml)
    show_first(package, len(sheets))
