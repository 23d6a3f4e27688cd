"""What the cells of an xlsx workbook share: their texts, and the styles that surely show no date."""

import re
from functools import cached_property
from sys import intern
from xml.etree.ElementTree import ParseError
from xml.sax.saxutils import unescape
from zipfile import ZipFile

import numpy as np
import numpy.typing as npt
from defusedxml import ElementTree

_TEXTS, _STYLES = "xl/sharedStrings.xml", "xl/styles.xml"
_ITEM = re.compile(r'<si><t(?: xml:space="preserve")?>([^<>]*)</t></si>')
_ITEMS = re.compile(r"<sst\b[^<>]*>(.*)</sst>\s*", re.DOTALL)
# Characters that only a reader of XML, or of this format, knows the meaning of.
_SPECIAL = re.compile(r"&#|\r|_x[0-9A-Fa-f]{4}_|<!|\]\]>")
_QUOTES = {"&quot;": '"', "&apos;": "'"}
_PLAIN_FORMATS = frozenset({*range(14), *range(37, 41), 48, 49})
_PLAIN_CODE = re.compile(
    r"""(?:General|[#0?.,;%() /@$€+-]|"[^"]*"|[\\_*][^A-Za-z]|E[+-]|\[(?![hms]+\])[^\[\]]*\])*""", re.IGNORECASE
)


class SharedTexts:
    """The shared texts of one workbook, and its styles, each read when first asked for."""

    def __init__(self, archive: ZipFile) -> None:
        self._archive = archive

    @cached_property
    def texts(self) -> npt.NDArray[np.object_]:
        """The shared texts, None for no text; none at all where one of them is more than plain or formatted text."""
        xml = self._part(_TEXTS)
        items = _ITEMS.search(xml.decode("utf-8", "replace"))
        found = _texts(items[1], xml) if items and not _SPECIAL.search(items[1]) else []
        texts = np.empty(len(found), dtype=object)
        texts[:] = [intern(text) or None for text in found]
        return texts

    @cached_property
    def plain_styles(self) -> frozenset[int]:
        """The styles under which a number is surely shown as a number."""
        try:
            styles = ElementTree.fromstring(self._part(_STYLES), forbid_dtd=True)
        except (ParseError, ValueError):
            return frozenset()
        formats = set(_PLAIN_FORMATS)
        for one in styles.iterfind("{*}numFmts/{*}numFmt"):
            if one.get("numFmtId", "").isdecimal():
                is_plain = _PLAIN_CODE.fullmatch(one.get("formatCode", "y"))
                (formats.add if is_plain else formats.discard)(int(one.get("numFmtId", "")))
        listed = enumerate(styles.iterfind("{*}cellXfs/{*}xf"))
        return frozenset(number for number, style in listed if style.get("numFmtId", "0") in map(str, formats))

    def _part(self, name: str) -> bytes:
        try:
            return self._archive.read(name)
        except KeyError:
            return b""


def _texts(items: str, xml: bytes) -> list[str]:
    """Return the text of each item; what is formatted in parts is parsed, which takes longer."""
    if not _ITEM.sub("", items).strip():
        return [unescape(text, _QUOTES) for text in _ITEM.findall(items)]
    try:
        listed = ElementTree.fromstring(xml, forbid_dtd=True)
    except (ParseError, ValueError):
        return []
    return [
        "".join(part.text or "" for part in [*item.iterfind("{*}t"), *item.iterfind("{*}r/{*}t")])
        for item in listed.iterfind("{*}si")
    ]
