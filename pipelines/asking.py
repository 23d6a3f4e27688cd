"""What can be asked of a person about a file, and what was answered: so that a question is put once for each layout."""

from collections.abc import Mapping
from typing import NamedTuple


class Ask(NamedTuple):
    """One question by what it is about, so that the same answer serves the next file of the same layout.

    `kind` is one of KINDS; `layout` the fingerprint of the table's headers ("" where a name is asked for);
    `subject` the column's header in plain spelling, "kind of entity:plain name" for a name, or "" for the whole table.
    """

    kind: str
    layout: str
    subject: str = ""


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
