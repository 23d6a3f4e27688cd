"""Opens any file that may hold figures, by what it is and not by what it is called."""

from pathlib import Path

from pipelines.findings import FileRefusedError
from pipelines.grid import Sheet, Workbook
from pipelines.guard import Content, recognise
from pipelines.ods_scan import scan_ods
from pipelines.open_calamine import open_calamine
from pipelines.open_csv import open_csv
from pipelines.open_xlsx import open_xlsx
from pipelines.xls_scan import scan_xls
from pipelines.xlsb_scan import scan_xlsb


def open_workbook(path: Path, name: str | None = None, encoding: str | None = None) -> Workbook:
    """Return the file's sheets with every cell at its address; `name` is what people call the file, if not `path`.

    `encoding` is that of a text file, where a person has said it.

    Call it in a child process with limits: some small files kill their reader. Raises FileRefusedError where the whole
    file cannot be used, with the one finding that says why.
    """
    content = recognise(path)
    sheets = _sheets(path, content, name or path.name, encoding)
    if not sheets:
        raise FileRefusedError("no_sheets")
    if not any(sheet.rows for sheet in sheets):
        raise FileRefusedError("no_cells")
    return Workbook(format=content.value, sheets=tuple(sheets))


def _sheets(path: Path, content: Content, name: str, encoding: str | None) -> list[Sheet]:
    match content:
        case Content.XLSX:
            return open_xlsx(path)
        case Content.XLS:
            return open_calamine(path, scan_xls(path))
        case Content.ODS:
            return open_calamine(path, scan_ods(path))
        case Content.XLSB:
            return open_calamine(path, scan_xlsb(path))
        case Content.CSV:
            return [open_csv(path, Path(name).stem, encoding)]
