"""What a workbook holds that does not come back with it, found by looking into its parts, in plain words."""

import re
from pathlib import Path
from zipfile import ZipFile

from olefile import OleFileIO

from locales import mark
from pipelines.guard import Content
from pipelines.package import CONTENT_TYPES, Package

MACROS = mark("The macros were taken out, because a workbook of the kind xlsx cannot hold them.")
SIGNATURE = mark("The workbook's digital signature was taken out, because it does not hold for a changed workbook.")
THREADS = mark(
    "Where a painted cell has a conversation, our comment may not be shown; the reason stands on this sheet."
)

REBUILT = mark(
    "The file came as {format} and comes back as xlsx with its values, dates, sheet names and merged cells; "
    "colours and column widths are not those of the file."
)
FORMULAS = mark("Formulas were replaced by their results.")
_REBUILT_XLSX = mark(
    "This workbook is built in a way we could not paint, so it was written anew with its values, dates, sheet names "
    "and merged cells; colours and column widths are not those of the file."
)

# What is lost where a workbook is written anew: the path of a part that shows it -> how it is said.
_PARTS = (
    (r"xl/charts/|xl/chartsheets/|Object \d+/content\.xml$", mark("Charts are left out.")),
    (r"xl/media/|Pictures/", mark("Pictures are left out.")),
    (r"xl/(threaded)?comments", mark("Comments are left out.")),
    (r"xl/pivot(Tables|Cache)", mark("Pivot tables are left out as such; their figures stand as values.")),
    (r"xl/slicers/|xl/timelines/", mark("Slicers are left out.")),
    (r"xl/vbaProject|xl/macrosheets|Basic/|Scripts/", mark("Macros are left out.")),
    (r"xl/externalLinks/", mark("Links to other workbooks are left out.")),
)
# The same by what stands inside a sheet's part.
_INSIDE = (
    (rb"sparkline", mark("Sparklines are left out.")),
    (rb"<(?:\w+:)?conditionalFormatting", mark("Conditional formats are left out.")),
    (rb"<(?:\w+:)?dataValidation", mark("Rules for what cells may hold are left out.")),
    (rb"<(?:\w+:)?f[ >]|table:formula=", FORMULAS),
    (rb"<draw:frame", mark("Pictures and charts on the sheets are left out.")),
    (rb"<office:annotation", mark("Comments are left out.")),
)
# What a workbook with macros, and a template, is declared as; changed, it is a plain workbook.
_OTHER_TYPES = re.compile(
    rb"application/vnd\.ms-excel\.(?:sheet|template|addin)\.macroEnabled\.main\+xml"
    rb"|application/vnd\.openxmlformats-officedocument\.spreadsheetml\.template\.main\+xml"
)
_PLAIN_TYPE = b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
_SHEETS = re.compile(r"xl/worksheets/[^/]+\.(xml|bin)$|content\.xml$")


def take_out_what_cannot_stay(package: Package) -> list[str]:
    """Take out of a workbook what must not stand in a changed xlsx; return the sentences that say so."""
    package.put(CONTENT_TYPES, _OTHER_TYPES.sub(_PLAIN_TYPE, package.read(CONTENT_TYPES)))
    said = []
    macros = [name for name in package.names if re.match(r"xl/vba\w*\.(bin|xml)$", name)]
    if macros:
        said.append(MACROS)
    signatures = [name for name in package.names if name.startswith("_xmlsignatures/")]
    if signatures:
        said.append(SIGNATURE)
    for name in (*macros, *signatures):
        package.drop(name)
    for part in ("", package.workbook, *macros):
        for relation in package.relations(part):
            if relation.target in (*macros, *signatures):
                package.unrelate(part, relation.target)
    if any(name.startswith("xl/threadedComments/") for name in package.names):
        said.append(THREADS)
    return said


def lost_when_written_anew(path: Path, content: Content) -> list[str]:
    """Return the sentences that say what a file loses when it is written anew as a plain xlsx."""
    if content in (Content.XLSX, Content.XLSB, Content.ODS):
        first = _REBUILT_XLSX if content is Content.XLSX else REBUILT
        return list(dict.fromkeys([first, *_lost_of_zip(path)]))
    if content is Content.XLS:
        return [REBUILT, FORMULAS, mark("Charts, pictures and comments are left out."), *_macros_of_xls(path)]
    return []


def _lost_of_zip(path: Path) -> list[str]:
    with ZipFile(path) as archive:
        names = archive.namelist()
        inside = b"".join(archive.read(name) for name in names if _SHEETS.search(name))
    binary = [FORMULAS] if any(name.endswith(".bin") for name in names if "worksheets/" in name) else []
    return [
        *(said for pattern, said in _PARTS if any(re.match(pattern, name) for name in names)),
        *(said for pattern, said in _INSIDE if re.search(pattern, inside)),
        *binary,
    ]


def _macros_of_xls(path: Path) -> list[str]:
    with OleFileIO(path) as container:
        return [mark("Macros are left out.")] if container.exists("_VBA_PROJECT_CUR") else []
