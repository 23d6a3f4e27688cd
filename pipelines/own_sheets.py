"""The sheets that we write ourselves into workbooks: how they are told from the user's own when they come back."""

from locales import LANGUAGES, mark
from pipelines.grid import Sheet

# Stands in the first cell of the list of what to correct, in a workbook given back.
TITLE = mark("Kulturpuls: what was read of this workbook")
# The headers of the guide in a template.
GUIDE = (mark("Sheet"), mark("Column"), mark("Meaning"), mark("Allowed values"))


def own_sheet(sheet: Sheet) -> str | None:
    """Return why a sheet of ours is left out, in whichever language it is written; None for the user's own."""
    first = list(sheet.rows[0][: len(GUIDE)]) if sheet.rows else []
    for language in LANGUAGES.values():
        if first and first[0] == language.text(TITLE):
            return "index_sheet"
        if first == [language.text(header) for header in GUIDE]:
            return "guide_sheet"
    return None
