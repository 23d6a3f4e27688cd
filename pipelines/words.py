"""The words a workbook is read by, from data/schema/_words.toml: totals, marks for missing, flags, units, scales."""

import itertools
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from locales import plain_name
from warehouse.schema import SCHEMA_FOLDER

_YEAR = re.compile(r"\b(?:19|20)\d{2}(?:/\d{2,4})?\b")
_FOOTNOTE = re.compile(r"(?:\s*\[[^\]]{0,12}\]|[*†‡§¹²³⁰⁴-⁹]+|\s*\((?:\d{1,2}|note \d{1,2})\))+\s*$", re.IGNORECASE)
# The last are the flags of Eurostat: a break, confidential, estimated, provisional, revised, unreliable.
_BRACKET = re.compile(
    r"(?:\s*\[[^\[\]]{1,12}\]|\s*\([rpe]\)|(?<=\d)[¹²³⁰⁴-⁹]+|(?<=[\d:])\s[bcepru]{1,2})+\s*$", re.IGNORECASE
)
_NOTE_MARK = re.compile(r"(?:\s*\[(?:note )?\w{1,3}\]|\s?[*†‡§¹²³⁰⁴-⁹])+\s*$", re.IGNORECASE)
_BLANKS = re.compile(r"\s+")
_PARENTHESIS = re.compile(r"\(([^()]*)\)")
_TOKEN = re.compile(r"[^\W\d_]+|\d+|[£€$]")
_FOREIGN_MONEY = frozenset({"euro", "dollar", "pound"})
# The one age we count apart ourselves.
_OF_AGE = "18"
# The numbers of notes behind the label of a total: "Total6, 7".
_NOTE_NUMBERS = re.compile(r"(?<=[^\W\d_])\d{1,2}(?:\s?,\s?\d{1,2})*$")
_NOT_A_LABEL = re.compile(r"\d{3}")


@dataclass(frozen=True)
class Words:
    """The word lists; those of labels are in the plain spelling, marks and units in lower case as written."""

    months: Mapping[str, int]
    quarters: frozenset[str]
    half_years: frozenset[str]
    year_headers: frozenset[str]
    totals: frozenset[str]
    whole_year: frozenset[str]
    computed: frozenset[str]
    missing: frozenset[str]
    not_known: frozenset[str]
    withheld: frozenset[str]
    closed: tuple[str, ...]
    dashes: frozenset[str]
    flags: Mapping[str, int]
    scales: frozenset[str]
    units: Mapping[str, str]
    multiples: Mapping[str, int]
    unit_headers: frozenset[str]
    common: frozenset[str]
    unit_lines: tuple[str, ...]
    name_endings: tuple[str, ...]
    header_fillers: frozenset[str]
    qualifiers: frozenset[str]
    ages: frozenset[str]


@cache
def words() -> Words:
    """Return the word lists, read once."""
    said = tomllib.loads((SCHEMA_FOLDER / "_words.toml").read_text("utf-8"))
    return Words(
        months={plain_name(name): int(month) for month, names in said["months"].items() for name in names},
        quarters=_plain(said["quarters"]["words"]),
        half_years=_plain(said["half_years"]["words"]),
        year_headers=_plain(said["year"]["headers"]),
        totals=_plain(said["totals"]["words"]),
        whole_year=_plain(said["whole_year"]["words"]),
        computed=_plain(said["computed"]["words"]),
        missing=frozenset(said["missing"]["marks"]),
        not_known=frozenset(said["not_known"]["words"]),
        withheld=frozenset(said["withheld"]["words"]),
        closed=tuple(said["closed"]["words"]),
        dashes=frozenset(said["dashes"]["marks"]),
        flags={name: int(meaning == "yes") for meaning in ("yes", "no") for name in said["flags"][meaning]},
        scales=frozenset(said["scales"]["words"]),
        units=said["units"],
        multiples={name: int(times) for times, names in said["multiples"].items() for name in names},
        unit_headers=_plain(said["unit_headers"]["words"]),
        common=_plain(said["common"]["words"]),
        unit_lines=tuple(said["unit_lines"]["words"]),
        header_fillers=_plain(said["header_fillers"]["words"]),
        name_endings=tuple(sorted(_plain(said["name_endings"]["words"]), key=lambda name: (-len(name), name))),
        qualifiers=frozenset(said["qualifiers"]["words"]),
        ages=frozenset(said["qualifiers"]["ages"]),
    )


def _plain(names: list[str]) -> frozenset[str]:
    return frozenset(plain_name(name) for name in names)


def collapse(text: str) -> str:
    """Return the text with its blanks, line breaks and no-break spaces reduced to single spaces."""
    return _BLANKS.sub(" ", text).strip()


def without_footnote(text: str) -> str:
    """Return the text without the footnote marks at its end, such as "*", "¹", "[note 3]" or "(2)"."""
    return _FOOTNOTE.sub("", text).strip()


def without_bracket(text: str) -> str:
    """Return a figure without the marks behind it, such as "[r]", "(p)" for provisional, " b" or a small "¹"."""
    return _BRACKET.sub("", text)


def without_note_mark(text: str) -> str:
    """Return a name without the marks of notes behind it: "Museum of the Home [note 3]", "Skagen*"."""
    return _NOTE_MARK.sub("", text).strip() or text


def without_parenthesis(text: str) -> tuple[str, str]:
    """Return the text without what stands in round brackets, and what stood there."""
    inside = " ".join(_PARENTHESIS.findall(text))
    return collapse(_PARENTHESIS.sub(" ", text)), collapse(inside)


def is_missing_mark(text: str) -> bool:
    """True for a mark that says "not known", such as ".."."""
    return text.strip().casefold() in words().missing


def is_dash(text: str) -> bool:
    """True for a lone dash, which could say none or not known."""
    return text.strip() in words().dashes


@lru_cache(maxsize=50_000)
def is_total(text: str) -> bool:
    """True for the label of a total, such as "I alt", "Total 2023" or "Museer i alt"."""
    return _is_labelled(text, words().totals, by_part=True)


@lru_cache(maxsize=50_000)
def is_plain_total(text: str) -> bool:
    """True for the label of a total of everything, such as "I alt" or "Total 2023", and not of something named."""
    return _is_labelled(text, words().totals, by_part=False)


@lru_cache(maxsize=50_000)
def is_computed(text: str) -> bool:
    """True for the label of figures computed from others, such as "Gennemsnit" or "Ændring i %"."""
    return _is_labelled(text.replace("%", " pct"), words().computed, by_part=False)


def _is_labelled(text: str, labels: frozenset[str], *, by_part: bool) -> bool:
    if len(text) > 60:
        return False
    label = _NOTE_NUMBERS.sub("", collapse(_YEAR.sub(" ", without_footnote(collapse(text)))))
    if not label or _NOT_A_LABEL.search(label):
        return False
    if plain_name(label) in labels:
        return True
    parts = label.split(" ")
    ends = {plain_name(" ".join(part)) for part in (parts[:1], parts[:2], parts[-1:], parts[-2:])}
    return by_part and len(parts) > 1 and bool(ends & labels)


_IN = frozenset({"i", "in"})


def find_scale(text: str) -> str | None:
    """Return the words of a unit that say thousands or millions ("1.000 kr."), or None."""
    said = text.casefold().strip()
    if not said:
        return None
    scales, units = words().scales, words().units
    tokens = [token.strip(" :;") for token in said.split(" ")]
    bare = [token.rstrip(".") for token in tokens]
    scaled = [token for token, naked in zip(tokens, bare, strict=True) if token in scales or naked in scales]
    if not scaled:
        return None
    said_else = {*scales, *units, *_IN}
    rest = [token for token, naked in zip(tokens, bare, strict=True) if not {token, naked} & said_else]
    is_last = tokens[-1] == scaled[-1] and not scaled[-1].replace(".", "").isdecimal()
    return text.strip() if len(rest) <= 1 or is_last else None


def without_scale(text: str) -> str:
    """Return the text without its words for thousands, millions and units ("Omsætning t.kr." becomes "Omsætning")."""
    scales, units = words().scales, words().units
    kept = [
        token for token in text.split(" ") if not {token.casefold(), token.casefold().rstrip(".")} & {*scales, *units}
    ]
    return " ".join(token for token in kept if token.casefold() not in ("i", "in"))


def scale_of_line(text: str) -> str | None:
    """Return the scale that a line above a table gives its figures ("Enhed: 1.000 kr."), or None."""
    inside = without_parenthesis(text)[1]
    if inside and (scale := find_scale(inside)):
        return scale
    said = text.casefold().replace(":", " ")
    for opening in words().unit_lines:
        if said.startswith(f"{opening} "):
            return find_scale(collapse(said[len(opening) :]))
    return _scale_after_in(said)


def _scale_after_in(said: str) -> str | None:
    """Return the scale that follows an "in": "alle beløb i t.kr.", "i 1.000 kr."; a bare number may count anything."""
    tokens = [token.strip(" ,;)") for token in said.split()]
    for first, second, third in zip(tokens, tokens[1:], [*tokens[2:], ""], strict=False):
        bare = second.rstrip(".")
        if first not in _IN or bare not in words().scales:
            continue
        if not bare.replace(".", "").isdecimal():
            return second
        if third in words().units:
            return f"{second} {third}"
    return None


def is_qualified(text: str) -> bool:
    """True for a title that names something else beside a measure of ours: "unique website visits", "under 16"."""
    tokens = _TOKEN.findall(text.casefold())
    if words().qualifiers & set(tokens) or _FOREIGN_MONEY & {words().units.get(token) for token in tokens}:
        return True
    return any(
        first in words().ages and second.isdecimal() and second != _OF_AGE
        for first, second in itertools.pairwise(tokens)
    )
