"""Names of actors, places and areas: which id a text means, and which names are new."""

import re
from collections.abc import Set
from dataclasses import dataclass, field

from rapidfuzz import fuzz, process

from locales import plain_name
from pipelines.findings import Finding
from pipelines.reading import KnownNames

AREA = "area"
CLOSE = 82
_CODE_AND_NAME = re.compile(r"(?P<code>\d{2,})\s*[-–—]\s*(?P<name>[^\W\d].*)")


@dataclass
class Names:
    """The names known before the file, those its own lists declare, and the new ones met on the way.

    An id never changes and names are aliases: a name that two ids share means neither of them.
    """

    known: dict[str, dict[str, str]] = field(default_factory=dict)
    declared: set[tuple[str, str]] = field(default_factory=set)
    _new: dict[tuple[str, str], Finding] = field(default_factory=dict)
    _shared: set[tuple[str, str]] = field(default_factory=set)

    @classmethod
    def from_known(cls, known: KnownNames | None) -> "Names":
        """Return the names known before the file is read."""
        return cls({kind: dict(names) for kind, names in (known or {}).items()})

    @property
    def count(self) -> int:
        """How many names are known."""
        return sum(len(names) for names in self.known.values())

    def knows_any(self, kind: str) -> bool:
        """True where any name of this kind is known."""
        return bool(self.known.get(kind))

    def ids(self, kind: str) -> set[str]:
        """Return every known id of this kind."""
        return set(self.known.get(kind, {}).values())

    def learn(self, kind: str, name: str, entity: str) -> None:
        """Remember that the name means that id."""
        names, plain = self.known.setdefault(kind, {}), plain_name(name)
        if not plain or (kind, plain) in self._shared:
            return
        if names.get(plain, entity) != entity and plain != plain_name(entity):
            self._shared.add((kind, plain))
            del names[plain]
        else:
            names[plain] = entity

    def declare(self, kind: str, entity: str) -> None:
        """Remember that the file itself lists that actor or place."""
        self.declared.add((kind, entity))

    def find(self, kind: str, name: str) -> str | None:
        """Return the id a name is known to mean, or None."""
        return self.known.get(kind, {}).get(plain_name(name))

    def resolve(self, kind: str, name: str, place: str) -> str:
        """Return the id a name means; one not known is its own id, and remembered as new with the place it stands at.

        An area written with its code in front is its code.
        """
        found = self.find(kind, name)
        if found is not None:
            return found
        split = code_and_name(name) if kind == AREA else None
        if split and (known := self.find(kind, split[0])):
            return known
        entity = split[0] if split else name
        plain = plain_name(entity)
        if (kind, plain) not in self._new:
            self._new[kind, plain] = Finding("unknown_name", place, name, {"id": entity, **self._closest(kind, plain)})
        return self._new[kind, plain].values["id"]

    def _closest(self, kind: str, plain: str) -> dict[str, str]:
        known = self.known.get(kind, {})
        found = process.extractOne(plain, known.keys(), scorer=fuzz.ratio, score_cutoff=CLOSE)
        return {"suggestion": known[found[0]]} if found else {}

    def warnings(self, stored: Set[str]) -> list[Finding]:
        """Return a warning for each new name, once, if its id is among those stored."""
        return [finding for finding in self._new.values() if finding.values["id"] in stored]


def code_and_name(text: str) -> tuple[str, str] | None:
    """Return the parts of an area written as "25016 - Cortina d'Ampezzo", or None."""
    found = _CODE_AND_NAME.fullmatch(text)
    return (found["code"], found["name"].strip()) if found else None
