"""The index sheet of a workbook given back: how it is told from the user's own sheets."""

from locales import LANGUAGES, mark
from pipelines.grid import Sheet

# Stands in the first cell of the sheet; by it the sheet is known again when the workbook is uploaded.
TITLE = mark("Kulturpuls: what was read of this workbook")


def is_index_sheet(sheet: Sheet) -> bool:
    """True where the sheet is one we wrote ourselves into a workbook given back, in whichever language."""
    first = sheet.rows[0][0] if sheet.rows and sheet.rows[0] else None
    return isinstance(first, str) and first in {language.text(TITLE) for language in LANGUAGES.values()}
