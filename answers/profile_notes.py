"""What people have written of a place and its actors under some of the fields of a profile, with who and when."""

from collections.abc import Sequence
from dataclasses import dataclass

from answers.data import Data
from answers.places import Place, actor_names

# Seen by the house itself, by peers and by visitors.
QUALITY = ("quality", "quality_peer", "quality_visitor")
POTENTIAL = ("potential",)
ROLE_CARD = ("i_do", "i_need")
WHY = ("why",)
OWN_DEVELOPMENT = ("wish", "weakness", "improvement")


@dataclass(frozen=True)
class ProfileNote:
    """One text of a profile; `entity` is the code and `name` the name of the place or actor it is about."""

    entity: str
    name: str
    field: str
    text: str
    author: str
    written_on: str


def profile_notes(data: Data, place: Place, fields: Sequence[str]) -> tuple[ProfileNote, ...]:
    """Return what is written as it stands now: of the place, then of its actors, in the order of the fields."""
    frame = data.frame("profiles")
    known = frame["field"].isin(fields) & frame["text"].notna()
    frame = frame[known]
    names = {**actor_names(data), place.code: place.name}
    entities = (place.code, *(actor for actor in place.actors if actor != place.code))
    rows = {(str(row["entity"]), str(row["field"])): row for row in frame.to_dict("records")}
    return tuple(
        ProfileNote(
            entity,
            names.get(entity, entity),
            field,
            str(row["text"]),
            *(str(row[name]) if isinstance(row[name], str) else "" for name in ("author", "written_on")),
        )
        for entity in entities
        for field in fields
        if (row := rows.get((entity, field))) is not None
    )
