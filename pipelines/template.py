"""Template workbooks, made from the declarations: a sheet for each dataset, headers that are always recognised."""

from collections.abc import Iterable, Mapping, Sequence
from io import BytesIO
from typing import TYPE_CHECKING

from locales import Language
from pipelines.own_sheets import GUIDE
from warehouse.schema import Column, Dataset, datasets

if TYPE_CHECKING:
    import xlsxwriter

_PREPARED_ROWS = 5000


def template(
    language: Language,
    dataset_ids: Iterable[str] = (),
    rows: Mapping[str, Sequence[Mapping[str, object]]] | None = None,
) -> bytes:
    """Return a template workbook of the datasets (all of them if none is named), with `rows` already filled in.

    `rows` maps a dataset to rows of column id -> value. Raises KeyError for an unknown dataset.
    """
    # Whoever makes no template need not wait for it.
    import xlsxwriter

    wanted = [datasets()[name] for name in dataset_ids] or list(datasets().values())
    buffer = BytesIO()
    with xlsxwriter.Workbook(
        buffer, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    ) as book:
        formats = {
            "required": book.add_format(
                {"bold": True, "bg_color": "#12463f", "font_color": "#ffffff", "text_wrap": True}
            ),
            "optional": book.add_format(
                {"bold": True, "bg_color": "#dfe9e6", "font_color": "#12302b", "text_wrap": True}
            ),
        }
        for dataset in wanted:
            _add_sheet(book, dataset, language, formats, (rows or {}).get(dataset.id, ()))
        _add_guide(book, wanted, language, formats)
    return buffer.getvalue()


def _add_sheet(
    book: "xlsxwriter.Workbook",
    dataset: Dataset,
    language: Language,
    formats: Mapping[str, object],
    rows: Sequence[Mapping[str, object]],
) -> None:
    sheet = book.add_worksheet(dataset.name[language.code])
    sheet.freeze_panes(1, 0)
    for position, column in enumerate(dataset.columns):
        header = column.header[language.code]
        sheet.write_string(0, position, header, formats["required" if column.required else "optional"])
        sheet.write_comment(0, position, _explained(column, language))
        sheet.set_column(position, position, max(12, len(header) + 2))
        if column.choices:
            names = [choice.names[language.code] for choice in column.choices]
            sheet.data_validation(1, position, _PREPARED_ROWS, position, {"validate": "list", "source": names})
        for number, row in enumerate(rows, start=1):
            if column.id in row:
                sheet.write(number, position, row[column.id])


def _explained(column: Column, language: Language) -> str:
    need = language.text("Must be filled in.") if column.required else language.text("May be left empty.")
    return f"{column.description[language.code]} {need}"


def _add_guide(
    book: "xlsxwriter.Workbook", wanted: Sequence[Dataset], language: Language, formats: Mapping[str, object]
) -> None:
    sheet = book.add_worksheet(language.text("Guide"))
    headers = [language.text(name) for name in GUIDE]
    for position, (header, width) in enumerate(zip(headers, (18, 24, 90, 60), strict=True)):
        sheet.write_string(0, position, header, formats["required"])
        sheet.set_column(position, position, width)
    described = ((dataset, column) for dataset in wanted for column in dataset.columns)
    for number, (dataset, column) in enumerate(described, start=1):
        allowed = ", ".join(choice.names[language.code] for choice in column.choices)
        texts = (dataset.name[language.code], column.header[language.code], _explained(column, language), allowed)
        for position, text in enumerate(texts):
            sheet.write_string(number, position, text)
