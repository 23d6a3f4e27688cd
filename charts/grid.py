"""A part of a sheet drawn as a grid of cells, each in the look of what it was read as."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from openpyxl.utils import get_column_letter

from charts.markup import tidy


class GridRow(NamedTuple):
    """One row of a sheet: its number, and for each cell its text and its role."""

    number: int
    texts: Sequence[str]
    roles: Sequence[str]


def grid_html(rows: Sequence[GridRow], roles: Mapping[str, str], caption: str) -> str:
    """Return the rows under the letters of their columns; `roles` says in words what each role is, in the key's order.

    Roles differ in colour, in the weight or slant of the text and in a sign, and are said to those who cannot see.
    Rows that are left out between two that are shown leave a line of dots.
    """
    width = max((len(row.texts) for row in rows), default=0)
    letters = "".join(f'<th scope="col">{get_column_letter(column + 1)}</th>' for column in range(width))
    body, before = "", None
    for row in rows:
        if before is not None and row.number > before + 1:
            body += f'<tr class="kp-grid-gap"><th></th><td colspan="{width}">⋯</td></tr>'
        body += _row(row, roles)
        before = row.number
    key = "".join(f'<li><span class="kp-cell-{role}">{tidy(words)}</span></li>' for role, words in roles.items())
    return (
        f'<ul class="kp-grid-key">{key}</ul>'
        f'<div class="kp-grid-frame" role="region" tabindex="0" aria-label="{tidy(caption)}">'
        f'<table class="kp-grid"><caption class="kp-hidden">{tidy(caption)}</caption>'
        f"<thead><tr><td></td>{letters}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def _row(row: GridRow, roles: Mapping[str, str]) -> str:
    cells = "".join(_cell(text, role, roles) for text, role in zip(row.texts, row.roles, strict=True))
    return f'<tr><th scope="row">{row.number}</th>{cells}</tr>'


def _cell(text: str, role: str, roles: Mapping[str, str]) -> str:
    if not role:
        return "<td></td>"
    return f'<td class="kp-cell-{role}">{tidy(text)}<span class="kp-hidden"> ({tidy(roles[role])})</span></td>'
