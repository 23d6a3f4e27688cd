"""The form for some fields of the profiles of a place and its actors: of whom, which field, the words, who and when."""

from collections.abc import Sequence
from dataclasses import dataclass

from answers.places import Place, actor_names
from answers.profile_notes import ProfileNote
from frame.context import Context
from sections.collaboration_words import choice_names
from sections.editor import draw_editor
from sections.row_form import RowForm

_ASKED = ("text", "author", "written_on")
_NEEDED = ("text", "author")


@dataclass(frozen=True)
class ProfileForm:
    """A form for profiles: its name on the page and in the history, its title, and the fields it is for."""

    key: str
    name: str
    title: str
    fields: Sequence[str]


def draw_profile_form(context: Context, place: Place, found: Sequence[ProfileNote], asked: ProfileForm) -> None:
    """Draw the form for what was found and for new ones of the place and its actors."""
    fields, names = choice_names(context, "profiles", "field"), actor_names(context.data)
    rows = {f"{one.entity} {one.field}": f"{one.name}: {fields[one.field]}" for one in found}
    entities = {place.code: place.name, **{actor: names.get(actor, actor) for actor in place.actors}}
    labels = {"entity": entities, "field": {one: fields[one] for one in asked.fields}}

    def form_of(chosen: str | None) -> RowForm:
        if chosen:
            entity, field = chosen.rsplit(" ", 1)
            return RowForm(asked.name, "profiles", {"entity": entity, "field": field}, _ASKED, _NEEDED)
        if len(asked.fields) == 1:
            settled = {"field": asked.fields[0]}
            return RowForm(asked.name, "profiles", settled, ("entity", *_ASKED), _NEEDED, labels=labels)
        return RowForm(asked.name, "profiles", {}, ("entity", "field", *_ASKED), _NEEDED, labels=labels)

    draw_editor(context, asked.title, rows, form_of, asked.key)
