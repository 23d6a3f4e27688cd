"""Names of actors, places and areas: which id a text means, and which names are new."""

import re
from collections import Counter
from collections.abc import Mapping, Set
from dataclasses import dataclass, field, replace

from locales import plain_name
from pipelines.asking import Ask, Confirmed
from pipelines.findings import Finding
from pipelines.reading import KnownNames
from pipelines.similar_names import SAME, SimilarNames

AREA = "area"
# The answer that a name is one of its own.
NEW = "new"
# Two new names in one file that are so much alike, in percent, may be one misspelt; in longer lists too many are.
_SLIP = 92
_MOST_NEW = 200
# Of these kinds a name hardly different from a known one waits for an answer; areas are told by their codes too.
_WAITING = frozenset({"actor", "destination"})
# A file of many new names is a new list, and nobody goes through it name by name.
_FEW_NEW = 10
_CODE_AND_NAME = re.compile(r"(?P<code>\d{2,})\s*[-–—]\s*(?P<name>[^\W\d].*)")


@dataclass
class Names:
    """The names known before the file, those its own lists declare, and the new ones met on the way.

    An id never changes and names are aliases: a name that two ids share means neither of them. `answers` are the ids
    that people have said names mean, by kind and plain name; `said_whole` are the names they gave whole tables.
    """

    known: dict[str, dict[str, str]] = field(default_factory=dict)
    declared: set[tuple[str, str]] = field(default_factory=set)
    answers: Mapping[tuple[str, str], str] = field(default_factory=dict)
    said_whole: Set[str] = field(default_factory=frozenset)
    _new: dict[tuple[str, str], Finding] = field(default_factory=dict)
    _shared: set[tuple[str, str]] = field(default_factory=set)
    _similar: dict[str, tuple[int, SimilarNames]] = field(default_factory=dict)

    @classmethod
    def from_known(cls, known: KnownNames | None, confirmed: Confirmed | None = None) -> "Names":
        """Return the names known before the file is read, and what people have said of others."""
        answers = {
            (ask.subject.partition(":")[0], ask.subject.partition(":")[2]): answer
            for ask, answer in (confirmed or {}).items()
            if ask.kind == "name"
        }
        whole = {plain_name(answer) for ask, answer in (confirmed or {}).items() if ask.kind == "which_name"}
        return cls({kind: dict(names) for kind, names in (known or {}).items()}, answers=answers, said_whole=whole)

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
        """Return the id a name is known to mean, or a person has said it means; None where neither is."""
        plain = plain_name(name)
        answer = self.answers.get((kind, plain))
        if answer and answer != NEW and (answer in self.ids(kind) or (kind, plain_name(answer)) in self._new):
            return answer
        return self.known.get(kind, {}).get(plain)

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
            self._new[kind, plain] = self._told(kind, name, entity, place)
        return self._new[kind, plain].values["id"]

    def waits(self, kind: str, name: str, place: str) -> bool:
        """True where a name is hardly different from a known one, and nobody has said yet whether it is that one."""
        if self.find(kind, name) is not None:
            return False
        self.resolve(kind, name, place)
        finding = self._new.get((kind, plain_name(name)))
        return finding is not None and finding.code == "near_name"

    def questions(self) -> list[Finding]:
        """Return the question about each name whose figures wait for its answer."""
        return [finding for finding in self._new.values() if finding.code == "near_name"]

    def like(self, kind: str, name: str) -> list[tuple[str, int]]:
        """Return the ids of the known names most like that one, each with how many percent they are alike."""
        known = self.known.get(kind, {})
        count, similar = self._similar.get(kind, (-1, SimilarNames(())))
        if count != len(known):
            similar = SimilarNames(known)
            self._similar[kind] = len(known), similar
        found: dict[str, int] = {}
        for plain, share in similar.like(plain_name(name)):
            found.setdefault(known[plain], share)
        return list(found.items()) or self._like_new(kind, name)

    def _like_new(self, kind: str, name: str) -> list[tuple[str, int]]:
        """Return the new name met before in the same file that this one is hardly different from."""
        met = {plain: finding.values["id"] for (of, plain), finding in self._new.items() if of == kind}
        if kind == AREA or len(met) > _MOST_NEW:
            return []
        return [(met[plain], share) for plain, share in SimilarNames(met).like(plain_name(name)) if share >= _SLIP][:1]

    def _told(self, kind: str, name: str, entity: str, place: str) -> Finding:
        """Return what is to be said of a new name: a question where a known one is like it."""
        said = {"id": entity}
        alike = [] if self.answers.get((kind, plain_name(name))) == NEW else self.like(kind, name)
        if not alike:
            return Finding("unknown_name", place, name, said)
        suggestion, share = alike[0]
        options = (*(one for one, _ in alike), NEW)
        code = "same_core" if share == SAME else "similar_name"
        if kind in _WAITING and share >= _SLIP and suggestion in self.ids(kind):
            code = "near_name"
        return Finding(
            code, place, name, {**said, "suggestion": suggestion, "share": str(share)}, _ask_of(kind, name), options
        )

    def warnings(self, stored: Set[str]) -> list[Finding]:
        """Return a warning for each new name, once, if its id is among those stored and nobody has said it is new."""
        found = [
            (kind, finding)
            for (kind, _), finding in self._new.items()
            if finding.values["id"] in stored
            and finding.code != "near_name"
            and self.answers.get((kind, plain_name(finding.value))) != NEW
        ]
        plain = Counter(kind for kind, finding in found if finding.ask is None)
        return [self._asked(kind, finding) if plain[kind] <= _FEW_NEW else finding for kind, finding in found]

    def _asked(self, kind: str, finding: Finding) -> Finding:
        """Let it be said which known name a new one means, where any is known and nobody asks yet."""
        said = plain_name(finding.value) in self.said_whole
        if finding.ask is not None or said or not self.knows_any(kind):
            return finding
        options = (NEW, *sorted(self.ids(kind))[:_MOST_NEW])
        return replace(finding, ask=_ask_of(kind, finding.value), options=options)


def _ask_of(kind: str, name: str) -> Ask:
    return Ask("name", "", f"{kind}:{plain_name(name)}")


def code_and_name(text: str) -> tuple[str, str] | None:
    """Return the parts of an area written as "25016 - Cortina d'Ampezzo", or None."""
    found = _CODE_AND_NAME.fullmatch(text)
    return (found["code"], found["name"].strip()) if found else None
