"""What a question to a person is known by; apart from the store, because the process that reads a file has none."""

from typing import NamedTuple


class Ask(NamedTuple):
    """One question by what it is about, so that the same answer serves the next file of the same layout.

    `kind` is one of `pipelines.asking.KINDS`; `layout` the fingerprint of the table's headers ("" where a name is
    asked for); `subject` the column's header in plain spelling, "kind of entity:plain name" for a name, or "" for the
    whole table.
    """

    kind: str
    layout: str
    subject: str = ""
