"""Where elements stand in the bytes of an XML part, so that some can be changed and all else stays as it is.

Parsing a part into a tree and writing it again would lose what the tree does not hold: prefixes that other attributes
name, the order of attributes, spaces.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import NamedTuple
from xml.parsers import expat
from xml.sax.saxutils import escape, quoteattr

from pipelines.safe_xml import feed, safe_parser

Attributes = dict[str, str]
# Called with an element's name without prefix, its attributes and its depth (0 is the root): True to remember it.
Keep = Callable[[str, Attributes, int], bool]

_TAG = re.compile(rb"""<[^>"']*(?:"[^"]*"[^>"']*|'[^']*'[^>"']*)*>""")
# What no XML may hold, however it is written.
_FORBIDDEN = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")


@dataclass
class Spot:
    """One element in the bytes of its part.

    `prefix` includes its colon. The start tag reaches from `start` to `inside`, the end tag from `close` to `end`;
    in an empty element all but the first are the same.
    """

    name: str
    prefix: str
    attributes: Attributes
    depth: int
    start: int
    inside: int = 0
    close: int = 0
    end: int = 0

    @property
    def is_empty(self) -> bool:
        """True where the element has no end tag of its own."""
        return self.close == self.end


class Edit(NamedTuple):
    """Bytes to stand in the place of those from `start` to `end`."""

    start: int
    end: int
    content: bytes


def spots(xml: bytes, keep: Keep) -> list[Spot]:
    """Return the elements to remember, in the order they begin.

    Raises FileRefusedError `broken` or `unsafe`, as `safe_xml.feed` does.
    """
    parser = safe_parser()
    finder = _Finder(parser, xml, keep)
    parser.StartElementHandler = finder.start
    parser.EndElementHandler = finder.end
    feed(parser, [xml])
    return finder.found


class _Finder:
    """The state of one pass over a part."""

    def __init__(self, parser: expat.XMLParserType, xml: bytes, keep: Keep) -> None:
        self.found: list[Spot] = []
        self._parser = parser
        self._xml = xml
        self._keep = keep
        self._depth = -1
        self._open: list[Spot] = []

    def start(self, name: str, attributes: Attributes) -> None:
        """Take in the start of an element."""
        self._depth += 1
        prefix, colon, local = name.rpartition(":")
        if self._keep(local, attributes, self._depth):
            spot = Spot(local, prefix + colon, attributes, self._depth, self._parser.CurrentByteIndex)
            self.found.append(spot)
            self._open.append(spot)

    def end(self, _name: str) -> None:
        """Take in the end of an element."""
        if self._open and self._open[-1].depth == self._depth:
            spot = self._open.pop()
            spot.inside = _end_of_tag(self._xml, spot.start)
            if self._xml[spot.inside - 2 : spot.inside] == b"/>":
                spot.close = spot.end = spot.inside
            else:
                spot.close = self._parser.CurrentByteIndex
                spot.end = _end_of_tag(self._xml, spot.close)
        self._depth -= 1


def _end_of_tag(xml: bytes, start: int) -> int:
    match = _TAG.match(xml, start)
    return match.end() if match else start


def spliced(xml: bytes, edits: Iterable[Edit]) -> bytes:
    """Return the bytes with the edits made; edits must not overlap, those at one place stand in the order given."""
    pieces = []
    at = 0
    for edit in sorted(edits, key=lambda one: (one.start, one.end)):
        pieces += [xml[at : edit.start], edit.content]
        at = edit.end
    return b"".join([*pieces, xml[at:]])


def with_attribute(tag: bytes, name: str, value: str) -> bytes:
    """Return a start tag with the attribute set to the value, the others as they are."""
    said = f"{name}={quoteattr(value)}".encode()
    there = re.compile(rb"""(?<=\s)%s\s*=\s*(?:"[^"]*"|'[^']*')""" % name.encode())
    if there.search(tag):
        return there.sub(lambda _: said, tag, count=1)
    end = len(tag) - (2 if tag.endswith(b"/>") else 1)
    return tag[:end].rstrip() + b" " + said + tag[end:]


def within(xml: bytes, spot: Spot, content: bytes, **attributes: str) -> Edit:
    """Return the edit that puts content at the end of an element and sets attributes of it."""
    tag = xml[spot.start : spot.inside]
    for name, value in attributes.items():
        tag = with_attribute(tag, name, value)
    if spot.is_empty:
        end = f"</{spot.prefix}{spot.name}>".encode()
        return Edit(spot.start, spot.end, tag[:-2].rstrip() + b">" + content + end)
    return Edit(spot.start, spot.close, tag + xml[spot.inside : spot.close] + content)


def as_text(text: str) -> str:
    """Return the text as it may stand between tags; what XML cannot hold becomes a replacement mark."""
    return escape(_FORBIDDEN.sub("\ufffd", text))
