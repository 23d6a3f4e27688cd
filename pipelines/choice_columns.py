"""Columns that their cells say are a choice key, whatever their header: "Gæster" over Voksne and Børn is their age."""

from pipelines.draft import Draft
from pipelines.layout import KeyColumn
from pipelines.missing_keys import choices_said
from pipelines.roles import Role
from warehouse.schema import ALL, Column

_SEVERAL = 2


def take_choices(draft: Draft) -> None:
    """Take each column whose cells are choices of a key that nothing else says for that key.

    Under a header of figures, texts can be nothing else. Under one we do not know, one choice alone may be about
    something else, as the country a museum lies in.
    """
    for role in (role for role in draft.roles if role.header.parts and _is_open(role)):
        fewest = 1 if role.value else _SEVERAL
        key = next((key for key in _unsaid(draft) if _is_said(draft, key, role, fewest)), None)
        if key:
            role.key, role.value = key, None
            draft.keys.append(KeyColumn(role.header, key))


def _is_open(role: Role) -> bool:
    """True where the header is one of figures, or names nothing of the dataset."""
    if role.key or role.is_wide or role.is_total or role.is_computed:
        return False
    return role.value.is_number if role.value else not any(part.meaning.period for part in role.header.parts)


def _unsaid(draft: Draft) -> list[Column]:
    choices = (key for key in draft.dataset.keys if key.kind == "choice")
    fixed = {key for role in draft.roles for key in role.fixed}
    return [key for key in choices if not draft.has_key(key.id) and key.id not in fixed]


def _is_said(draft: Draft, key: Column, role: Role, fewest: int) -> bool:
    codes = choices_said(key, draft.peek(role.header.index))
    return len(codes) >= fewest and codes != {ALL}
