"""Known names that a new one may be: the same but for a code in front or a word such as "Kommune", or spelled alike."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from rapidfuzz import fuzz, process

from pipelines.words import words

CLOSE = 82
# Alike but for a code in front, or an ending such as "Kommune".
SAME = 100
_MOST = 3
_SHORTEST_CORE = 3
_CODE = re.compile(r"^\d{2,}(?=[^\W\d])")
_NOT_DIGITS = re.compile(r"\D")


class Similar(NamedTuple):
    """A known name in its plain spelling, and how much the two are alike, in percent."""

    plain: str
    share: int


class SimilarNames:
    """The known names of one kind, in plain spelling, to compare new ones with."""

    def __init__(self, known: Iterable[str]) -> None:
        self._known = list(known)
        self._cores: Mapping[str, list[str]] | None = None

    def like(self, plain: str) -> list[Similar]:
        """Return the known names most like that one, the most alike first; none whose numbers differ from its own."""
        alike = [Similar(known, SAME) for known in self._same_core(plain)]
        found = process.extract(plain, self._known, scorer=fuzz.ratio, score_cutoff=CLOSE, limit=_MOST)
        alike += [
            Similar(known, min(round(share), SAME - 1))
            for known, share, _ in found
            if _numbers(known) == _numbers(plain)
        ]
        first = {similar.plain: similar for similar in reversed(alike)}
        return sorted(first.values(), key=lambda similar: -similar.share)[:_MOST]

    def _same_core(self, plain: str) -> list[str]:
        if self._cores is None:
            cores: dict[str, list[str]] = defaultdict(list)
            for known in self._known:
                cores[core_of(known)].append(known)
            self._cores = cores
        return self._cores.get(core_of(plain), [])


def core_of(plain: str) -> str:
    """Return a plain name without a code in front and without what only says what kind of thing it names."""
    bare = _CODE.sub("", plain)
    for ending in words().name_endings:
        if bare.endswith(ending) and len(bare) - len(ending) >= _SHORTEST_CORE:
            return bare.removesuffix(ending)
    return bare


def _numbers(plain: str) -> str:
    return _NOT_DIGITS.sub("", plain)
