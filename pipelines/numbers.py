"""Numbers written as text, in Danish (1.234,5) and English (1,234.5): what each can mean, and what a column proves."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Literal, NamedTuple

from pipelines.words import collapse, without_bracket, words

DecimalMark = Literal[",", "."]
Proof = Literal[",", ".", "either", "ambiguous"]

# Beyond this many decimals a multiplied figure holds only the noise of binary fractions.
_DECIMALS = 6
_GROUP_MARKS = re.compile(r"[ \u00a0\u2007\u2009\u202f'’]")
_GROUPED = re.compile(rf"(?<![\d.,])\d{{1,3}}(?:{_GROUP_MARKS.pattern}\d{{3}})+(?!\d)")
_BODY = re.compile(r"[+\-−–]?\s?[\d.,]*\d[\d.,]*")
_READINGS: dict[DecimalMark, re.Pattern[str]] = {
    ",": re.compile(r"(?P<whole>[1-9]\d{0,2}(?:\.\d{3})+|\d+)?(?:,(?P<part>\d+))?"),
    ".": re.compile(r"(?P<whole>[1-9]\d{0,2}(?:,\d{3})+|\d+)?(?:\.(?P<part>\d+))?"),
}
_AROUND = re.compile(
    r"(?P<before>[^\d.,+\-−–\s]{0,4}\.?)\s?(?P<body>[+\-−–]?\s?(?:[\d.,][\d.,\s'’]*)?\d,?)\s?(?P<after>\D{0,20})"
)
# "(5)" is the number of a note; a longer figure in brackets is below zero, its unit inside or outside.
_LONGEST_NOTE = 2
_BRACKETS = re.compile(r"(?P<before>[^\d()+\-−–]{0,6})\((?P<inside>[^()+\-−–]+)\)(?P<after>[^\d()]{0,20})")


class NumberText(NamedTuple):
    """A text that can be a number: its value with decimal comma, with decimal point (None: not so), and its unit.

    `times` is what the text itself says to multiply by ("mio."); the values are multiplied already.
    """

    comma: float | None
    point: float | None
    unit: str | None
    times: int = 1

    @property
    def may_be_whole(self) -> bool:
        """True where one of the readings is a whole number."""
        return any(reading is not None and reading.is_integer() for reading in (self.comma, self.point))

    def value(self, mark: DecimalMark) -> float | None:
        """Return the value under that decimal mark, or None where the text does not fit it."""
        return self.comma if mark == "," else self.point


@lru_cache(maxsize=100_000)
def read_number(text: str) -> NumberText | None:
    """Return what a text can mean as a number, or None where it is none under either decimal mark.

    Blanks, no-break and thin spaces and apostrophes group thousands; "kr.", "%" and currency marks around it are its
    unit, "mio." and the like multiply it; the minus may be a typographic one, or brackets around the figure. Marks
    behind it, as in "5 [r]", do not count.
    """
    said = text.strip()
    if "(" in said and (inside := _in_brackets(said)):
        return _negative(inside)
    if said.isdecimal() and len(said) <= 15:
        return NumberText(float(said), float(said), None)
    said = without_bracket(said)
    if not any(character.isdigit() for character in said) or len(said) > 60:
        return None
    body, unit, times = _split_unit(said)
    body = _GROUPED.sub(lambda found: _GROUP_MARKS.sub("", found[0]), body)
    if not _BODY.fullmatch(body):
        return None
    sign, digits = (-1, body[1:].strip()) if body[0] in "-−–" else (1, body.lstrip("+").strip())
    comma, point = _read_as(digits, ","), _read_as(digits, ".")
    if comma is None and point is None:
        return None
    return NumberText(_times(comma, sign * times), _times(point, sign * times), unit, times)


def _in_brackets(said: str) -> NumberText | None:
    """Return the figure that brackets say is below zero, still above it; None where it may be the number of a note."""
    found = _BRACKETS.fullmatch(without_bracket(said))
    if found and len(found["inside"]) <= _LONGEST_NOTE and not (found["before"] or found["after"]):
        return None
    return read_number(found["before"] + found["inside"] + found["after"]) if found else None


def _negative(number: NumberText) -> NumberText:
    return number._replace(comma=_times(number.comma, -1), point=_times(number.point, -1))


def _times(number: float | None, times: int) -> float | None:
    if number is None or times in (1, -1):
        return number if number is None else times * number
    return round(number * times, _DECIMALS)


def _split_unit(said: str) -> tuple[str, str | None, int]:
    """Return the figure, its unit, and what it is multiplied by; the whole text where something else stands in it."""
    if said[-1].isdecimal() and (said[0].isdecimal() or said[0] in "+-−–.,"):
        return said, None, 1
    found = _AROUND.fullmatch(said)
    if not found:
        return said, None, 1
    before, after = found["before"].casefold().strip(), collapse(found["after"].casefold())
    body = found["body"]
    if body.endswith(",") and after in ("-", "–"):
        body, after = body[:-1], ",-"
    behind = _unit_behind(after)
    if behind is None or (before and before not in words().units):
        return said, None, 1
    return body.strip(), behind[0] or words().units.get(before), behind[1]


def _unit_behind(after: str) -> tuple[str | None, int] | None:
    """Return the unit and the multiple that stand behind a figure ("kr.", "mio.", "t.kr."); None for other texts."""
    units = words().units
    if not after or after in units:
        return units.get(after), 1
    for word, times in words().multiples.items():
        rest = after.removeprefix(word).strip(" .")
        if after.startswith(word) and (rest in units or (not rest and word not in units)):
            return units.get(rest), times
    return None


def _read_as(digits: str, mark: DecimalMark) -> float | None:
    found = _READINGS[mark].fullmatch(digits)
    if not found or not (found["whole"] or found["part"]):
        return None
    whole = (found["whole"] or "0").replace(".", "").replace(",", "")
    return float(f"{whole}.{found['part'] or '0'}")


def decimal_mark(texts: Iterable[str]) -> Proof:
    """Return which decimal mark the number texts of a column prove.

    "either" where both readings of every text agree; "ambiguous" where they differ and nothing decides, or where some
    texts prove the comma and others the point.
    """
    proofs = {_proof(number) for text in texts if (number := read_number(text))}
    decided = proofs & {",", "."}
    if len(decided) == 1:
        return "," if "," in decided else "."
    return "ambiguous" if decided or "ambiguous" in proofs else "either"


def _proof(number: NumberText) -> Proof:
    if number.point is None:
        return ","
    if number.comma is None:
        return "."
    return "either" if number.comma == number.point else "ambiguous"
