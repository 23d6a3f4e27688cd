"""A column taken for names that return below each label: the labels are the names, and these are only parts."""

from dataclasses import replace

from locales import plain_name
from pipelines.cells import SheetCells
from pipelines.layout import Layout
from pipelines.names import Names
from pipelines.section_rows import Body, could_name
from warehouse.schema import ENTITY_KINDS, Dataset

_SEVERAL = 2


def with_parts_under_names(layout: Layout, cells: SheetCells, body: Body, names: Names) -> Layout:
    """Return the understanding without a column nobody heads, of names none is known of and all are said below labels.

    Whose figures they are is then a question, until the labels answer it; what the column says is another.
    """
    column = next((key for key in layout.keys if key.header.index == body.column), None)
    if column is None or column.header.parts or column.key.kind not in ENTITY_KINDS:
        return layout
    if not _could_be_names(body, layout.dataset):
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


def _could_be_names(body: Body, dataset: Dataset) -> bool:
    """True for several different labels none of which is a choice of a key, such as a market, or a period."""
    labels = {plain_name(str(label.value)) for label in body.labels}
    choices = {code for key in dataset.keys if key.kind == "choice" for code in key.choice_codes}
    return len(labels) >= _SEVERAL and labels.isdisjoint(choices) and all(could_name(one.value) for one in body.labels)
