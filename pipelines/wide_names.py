"""Names of actors or areas standing as columns: the unknown among known ones, or all where nothing else fits."""

from collections.abc import Sequence

from pipelines.cell_fits import is_figure
from pipelines.draft import Draft
from pipelines.layout import HeaderColumn
from pipelines.roles import Role, wide_levels
from warehouse.schema import ENTITY_KINDS, Column

_FEWEST = 2


def name_entities(draft: Draft, columns: Sequence[HeaderColumn]) -> None:
    """Take unknown headers over figures for new names where known names stand beside them.

    Where no known name stands, they are names only if a title says what the figures are and no header does; and where
    names of that kind are known, but none of these, it is a question.
    """
    levels = wide_levels(draft.dataset, columns)
    named = [(level, key) for level, key in levels.items() if key.kind in ENTITY_KINDS]
    for level, key in named:
        _name(key, _unknown_over_figures(draft, level))
    if not named and not levels and draft.evidence.measure(draft.dataset):
        _name_by_elimination(draft)


def _unknown_over_figures(draft: Draft, level: int) -> list[Role]:
    return [
        role
        for role in draft.roles
        if role.is_unclear
        and any(part.level == level and not part.meaning.is_known for part in role.header.parts)
        and _holds_figures(draft, role)
    ]


def _name(key: Column, roles: Sequence[Role]) -> None:
    for role in roles:
        unknown = next(part for part in role.header.parts if not part.meaning.is_known)
        role.fixed[key.id], role.is_unclear = unknown.meaning.name or unknown.meaning.text, False


def _name_by_elimination(draft: Draft) -> None:
    missing = [key for key in draft.dataset.keys if key.required and not any(role.key is key for role in draft.roles)]
    if len(missing) != 1 or missing[0].kind not in ENTITY_KINDS or not missing[0].wide:
        return
    if any(role.value for role in draft.roles):
        return
    bottom = max((part.level for role in draft.roles for part in role.header.parts), default=0)
    roles = _unknown_over_figures(draft, bottom)
    if len(roles) >= _FEWEST and any(draft.peek(role.header.index) for role in roles):
        _name(missing[0], roles)
        if draft.evidence.names.knows_any(missing[0].kind):
            draft.questions.append("which_name")


def _holds_figures(draft: Draft, role: Role) -> bool:
    """True where most of what stands under the header are figures, or nothing does."""
    values = draft.peek(role.header.index)
    return sum(map(is_figure, values)) >= len(values) / 2
