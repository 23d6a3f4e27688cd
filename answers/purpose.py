"""Why the actors of a place are there, in the words that somebody answers for."""

from dataclasses import dataclass
from datetime import date

from answers.data import Data
from answers.places import Place, actor_names

WHY = "why"


@dataclass(frozen=True)
class Purpose:
    """One WHY: whose it is, the text, and who wrote it when, None where nobody has said so."""

    whose: str
    text: str
    author: str | None
    written_on: date | None


def purposes_of(data: Data, place: Place) -> tuple[Purpose, ...]:
    """Return the WHY of the place itself first, then those of its actors."""
    frame = data.frame("profiles")
    written = frame[(frame["field"] == WHY) & frame["text"].notna()].set_index("entity")
    names = {place.code: place.name, **{actor: actor_names(data).get(actor, actor) for actor in place.actors}}
    return tuple(
        Purpose(name, str(row["text"]), _text(row["author"]), _day(row["written_on"]))
        for entity, name in names.items()
        if entity in written.index and (row := written.loc[entity]) is not None
    )


def _text(value: object) -> str | None:
    return str(value) if isinstance(value, str) and value else None


def _day(value: object) -> date | None:
    return date.fromisoformat(value[:10]) if isinstance(value, str) and value else None
