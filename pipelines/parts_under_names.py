"""A column taken for names that return below each label: the labels are the names, and these are only parts."""

from dataclasses import replace

from pipelines.cells import SheetCells
from pipelines.layout import Layout
from pipelines.names import Names
from pipelines.section_rows import Body
from warehouse.schema import ENTITY_KINDS

_SEVERAL = 2


def with_parts_under_names(layout: Layout, cells: SheetCells, body: Body, names: Names) -> Layout:
    """Return the understanding without a column of names that are said anew below several labels and none is known.

    Whose figures they are is then a question, until the labels answer it; what the column says is another.
    """
    column = next((key for key in layout.keys if key.header.index == body.column), None)
    if column is None or column.key.kind not in ENTITY_KINDS or _few(body):
        return layout
    said = [cells.value(int(row), body.column) for row in body.data]
    told = [text for text in said if isinstance(text, str)]
    others = [key for key in layout.keys if key is not column]
    if others or len(told) < len(said) or any(names.find(column.key.kind, text) for text in told):
        return layout
    if any(told.count(text) < _SEVERAL for text in told):
        return layout
    is_told = column.key.id in layout.constants or not column.key.required
    return replace(
        layout,
        keys=(),
        left_out={**layout.left_out, body.column: "unknown_column"},
        questions=layout.questions if is_told else tuple(dict.fromkeys((*layout.questions, "which_name"))),
    )


def _few(body: Body) -> bool:
    return len({label.value for label in body.labels}) < _SEVERAL
