"""What the index sheet of a workbook given back says, and its XML."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import quoteattr

from locales import Language, mark
from pipelines.faults import Fault, Kind
from pipelines.own_sheets import TITLE
from pipelines.paint_styles import COLOURS, HEADER_COLOUR, Styles
from pipelines.reading import Reading
from pipelines.xml_spots import as_text

_HEADERS = (mark("Kind"), mark("Where"), mark("Value"), mark("Reason"), mark("What to do"))
_WIDTHS = (16, 26, 30, 70, 70)
_EXPLAINED = {
    Kind.REFUSED: mark("Painted cells of this colour were refused; their figures are not loaded."),
    Kind.QUESTION: mark("Painted cells of this colour need an answer before they can be read."),
    Kind.WARNING: mark("Painted cells of this colour were read, but look at them once more."),
}
# A spreadsheet program takes no more links on one sheet.
MOST_LINKS = 65_000
_MOST_ROWS = 1_000_000
_LONGEST_TEXT = 32_000


@dataclass(frozen=True)
class Formats:
    """The numbers of the cell formats that the index sheet uses."""

    title: str
    text: str
    header: str
    link: str
    kinds: dict[Kind, str]

    @classmethod
    def added_to(cls, styles: Styles) -> "Formats":
        """Add the formats to a workbook's styles."""
        plain = '<{p}sz val="11"/>'
        return cls(
            title=styles.written(font='<{p}b/><{p}sz val="16"/>'),
            text=styles.written(font=plain),
            header=styles.written(font='<{p}b/><{p}sz val="11"/><{p}color rgb="FFFFFFFF"/>', colour=HEADER_COLOUR),
            link=styles.written(font='<{p}u/><{p}sz val="11"/><{p}color rgb="FF12463F"/>'),
            kinds={kind: styles.written(font=plain, colour=colour) for kind, colour in COLOURS.items()},
        )


@dataclass(frozen=True)
class Line:
    """One row of the index sheet: texts with their formats, and the cell that a link in the second column leads to."""

    cells: Sequence[tuple[str, str]]
    link: str = ""


def index_lines(
    reading: Reading, faults: Sequence[Fault], notes: Sequence[str], language: Language, formats: Formats
) -> list[Line]:
    """Return the rows: what the file is, how much of it was read, what the colours mean, what is not as it was, faults.

    `notes` are sentences about the workbook as a whole.
    """
    return [
        *_head(reading, faults, notes, language, formats),
        Line([(language.text(header), formats.header) for header in _HEADERS]),
        *(_line(fault, language, formats) for fault in faults[:_MOST_ROWS]),
    ]


def _head(
    reading: Reading, faults: Sequence[Fault], notes: Sequence[str], language: Language, formats: Formats
) -> Iterator[Line]:
    count = reading.cells
    said = language.plural(
        "{file}: {n} filled cell: {accepted} read, {refused} refused, {ignored} left out.",
        "{file}: {n} filled cells: {accepted} read, {refused} refused, {ignored} left out.",
        count.non_empty,
        file=reading.file,
        accepted=language.number(count.accepted),
        refused=language.number(count.refused),
        ignored=language.number(count.ignored),
    )
    yield Line([(language.text(TITLE), formats.title)])
    yield Line([(said, formats.text)])
    if all(fault.kind is Kind.LEFT_OUT for fault in faults):
        yield Line([(language.text("There is nothing to correct."), formats.text)])
    else:
        what = language.text(
            "Correct the painted cells, save the workbook, and upload it again; this sheet is not read."
        )
        yield Line([(what, formats.text)])
        for kind, explained in _EXPLAINED.items():
            yield Line([(kind.named(language), formats.kinds[kind]), (language.text(explained), formats.text)])
    for note in notes:
        yield Line([(note, formats.text)])
    yield Line([])


def _line(fault: Fault, language: Language, formats: Formats) -> Line:
    where = "!".join(filter(None, (fault.sheet, fault.cells)))
    kind = formats.kinds.get(fault.kind, formats.text)
    texts = ((fault.value, formats.text), (fault.reason, formats.text), (fault.suggestion, formats.text))
    link = f"'{fault.sheet.replace(chr(39), chr(39) * 2)}'!{fault.cells}" if fault.sheet and fault.cells else ""
    place = (where, formats.link if link else formats.text)
    return Line([(fault.kind.named(language), kind), place, *texts], link)


def sheet_xml(lines: Sequence[Line], namespace: str) -> bytes:
    """Return the sheet's XML; every text is a text, whatever it looks like."""
    header = next(n for n, line in enumerate(lines, start=1) if len(line.cells) == len(_HEADERS))
    view = '<sheetView showGridLines="0" tabSelected="1" workbookViewId="0">'
    pane = f'<pane ySplit="{header}" topLeftCell="A{header + 1}" activePane="bottomLeft" state="frozen"/></sheetView>'
    columns = "".join(
        f'<col min="{n}" max="{n}" width="{width}" customWidth="1"/>' for n, width in enumerate(_WIDTHS, start=1)
    )
    rows = "".join(_row(number, line) for number, line in enumerate(lines, start=1))
    wide = [number for number, line in enumerate(lines, start=1) if len(line.cells) == 1]
    explained = [number for number, line in enumerate(lines, start=1) if len(line.cells) == 2]
    merges = [f'<mergeCell ref="A{n}:E{n}"/>' for n in wide] + [f'<mergeCell ref="B{n}:E{n}"/>' for n in explained]
    links = [
        f'<hyperlink ref="B{number}" location={quoteattr(line.link)}/>'
        for number, line in enumerate(lines, start=1)
        if line.link
    ][:MOST_LINKS]
    linked = f"<hyperlinks>{''.join(links)}</hyperlinks>" if links else ""
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="{namespace}">'
        f"<sheetViews>{view}{pane}</sheetViews><cols>{columns}</cols><sheetData>{rows}</sheetData>"
        f'<mergeCells count="{len(merges)}">{"".join(merges)}</mergeCells>{linked}</worksheet>'
    ).encode()


def _row(number: int, line: Line) -> str:
    cells = "".join(
        f'<c r="{letter}{number}" s="{style}" t="inlineStr">'
        f'<is><t xml:space="preserve">{as_text(text[:_LONGEST_TEXT])}</t></is></c>'
        for letter, (text, style) in zip("ABCDE", line.cells, strict=False)
        if text
    )
    return f'<row r="{number}">{cells}</row>'
