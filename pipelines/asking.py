"""What can be asked of a person about a file, and what was answered: so that a question is put once for each layout."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from locales import plain_name
from warehouse.asked import Ask as Ask

_YEARS = re.compile(r"(?<!\d)(?:19|20)\d{2}(?:\s?/\s?\d{2,4})?(?!\d)")

# What may be answered: kind -> the answers, or () where the finding's `options` or a free text say it.
KINDS: Mapping[str, tuple[str, ...]] = {
    "decimal": (",", "."),
    "dash": ("zero", "missing"),
    "scale": ("1", "1000", "1000000"),
    "unit": ("same", "skip"),
    "which_year": (),  # a year
    "which_name": (),  # an id, or a new name
    "which_measure": (),  # "dataset.column"
    "column": (),  # the id of a column of the dataset, or "skip"
    "name": (),  # an id, or "new"
}

Confirmed = Mapping[Ask, str]


def subject_of(header: str) -> str:
    """Return a header as the subject of a question: in plain spelling, without its years."""
    return plain_name(_YEARS.sub(" ", header)) or plain_name(header)


@dataclass(frozen=True)
class TableAnswers:
    """What a person has answered of the tables with one layout."""

    layout: str = ""
    confirmed: Confirmed = field(default_factory=dict)

    def ask(self, kind: str, subject: str = "") -> Ask:
        """Return the question of that kind about this layout."""
        return Ask(kind, self.layout, subject)

    def to(self, kind: str, *subjects: str) -> str | None:
        """Return the answer to a question about any of the subjects; None without one, or where it cannot be one."""
        for subject in subjects or ("",):
            answer = self.confirmed.get(self.ask(kind, subject))
            if answer is not None and (not KINDS[kind] or answer in KINDS[kind]):
                return answer
        return None
