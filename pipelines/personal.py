"""Personal data in a text: CPR numbers and e-mail addresses, and the masks that stand for them everywhere."""

import re
from calendar import monthrange

from pipelines.grid import ErrorCell

CPR_NUMBER, EMAIL_ADDRESS = "cpr_number", "email_address"
MASKS = {CPR_NUMBER: "••••••-••••", EMAIL_ADDRESS: "•••@•••"}
# No shorter text holds a CPR number.
SHORTEST_CPR = 10

# A hyphen as typed, or as a word processor writes it.
_HYPHEN = "[‐‑–−-]"
_CPR = re.compile(rf"(?<!\d)(?<!\d{_HYPHEN})(\d\d)(\d\d)(\d\d) ?{_HYPHEN} ?\d{{4}}(?!\d|{_HYPHEN}\d)")
# Ten digits that are a word of their own: no part of an address on the web, of an amount or of a longer number.
_DIGITS = re.compile(r"(?<![^\W_])(?<![/=+])(?<!\d[.,-])(\d\d)(\d\d)(\d\d)\d{4}(?![^\W_]|[/=-]|[.,]\d)")
# Lengths are bounded as the standard for addresses bounds them; that also keeps a long text from costing its square.
_CPR_HEADER = re.compile(r"\b(cpr|personnumm?er)", re.IGNORECASE)
_EMAIL = re.compile(r"[\w.%+'-]{1,64}@(?:[\w-]{1,63}\.){1,8}[^\W\d_]{2,63}")


class PersonalCell(ErrorCell):
    """Stands in the place of a cell whose value nobody may see; `code` says what it was."""

    def __str__(self) -> str:
        return MASKS[self.code]


def personal_code(text: str) -> str | None:
    """Return what personal data a text surely holds, whatever column it stands in: the code of its refusal, or None."""
    if "@" in text and _EMAIL.search(text):
        return EMAIL_ADDRESS
    return CPR_NUMBER if any(map(_is_day, _CPR.finditer(text))) else None


def personal_parts(text: str) -> dict[str, str]:
    """Return the e-mail addresses and hyphenated CPR numbers in a text, each with the mask that stands for it."""
    numbers = {match[0]: MASKS[CPR_NUMBER] for match in _CPR.finditer(text) if _is_day(match)}
    return numbers | dict.fromkeys(_EMAIL.findall(text), MASKS[EMAIL_ADDRESS])


def has_ten_digits(text: str) -> bool:
    """True where ten digits in the text begin with a valid date: a CPR number, unless they count something."""
    return any(map(_is_day, _DIGITS.finditer(text)))


def names_cpr(header: str) -> bool:
    """True for a header that says CPR numbers stand below."""
    return bool(_CPR_HEADER.search(header))


def masked(text: str) -> str:
    """Return a name of a file or a sheet with its personal data masked."""
    for pattern in (_CPR, _DIGITS):
        text = pattern.sub(lambda match: MASKS[CPR_NUMBER] if _is_day(match) else match[0], text)
    return _EMAIL.sub(MASKS[EMAIL_ADDRESS], text)


def _is_day(match: re.Match[str]) -> bool:
    """True where the match begins with a day, a month and a year of two digits, in whichever century."""
    day, month, year = (int(part) for part in match.groups())
    return 1 <= month <= 12 and 1 <= day <= monthrange(2000 + year, month)[1]
