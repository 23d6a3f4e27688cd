"""What the short codes of the sources stand for, declared in sources.toml beside this module."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Literal

Read = Literal["whole", "part", "general"]


@dataclass(frozen=True, slots=True)
class Source:
    """A publication by its full reference, and how much of it was read when the figures were defined."""

    reference: str
    read: Read


@cache
def sources() -> Mapping[str, Source]:
    """Return every declared source by its code, in the order of the codes."""
    told = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
    return MappingProxyType({code: Source(**said) for code, said in sorted(told.items())})


def sources_in(text: str) -> dict[str, Source]:
    """Return the sources whose codes stand in the text, in the order they stand there."""
    found = dict.fromkeys(_pattern().findall(text))
    return {code: sources()[code] for code in found}


@cache
def _pattern() -> re.Pattern[str]:
    longest_first = sorted(sources(), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")
