"""The journal is written in English and UTC; people read it in their language and by the clocks of Denmark."""

import pytest

from locales import DANISH
from records.journal import Entry, Outcome
from sections.journal_words import said, who


@pytest.mark.parametrize(
    ("written", "danish"),
    [
        ("link 3 to page 2", "link 3 til side 2"),
        ("until 2027-02-01", "til 1. februar 2027"),
        ("2026-07-01T12:05+00:00", "1. juli 2026 14:05, dansk tid"),
        (
            "besøg: 2026.xlsx: 1200 new, 3 changed, 0 erased",
            "besøg: 2026.xlsx: 1.200 nye felter, 3 ændrede, 0 fjernede",
        ),
        ("besøg: a: 1 new, 1 changed, 1 erased", "besøg: a: 1 nyt felt, 1 ændret, 1 fjernet"),
        ("upload 3, 1 erased", "indlæsning 3, 1 fjernet"),
        ("needs the right to send", "kræver ret til at sende bestyrelsessider"),
        ("what nobody has foreseen", "what nobody has foreseen"),
    ],
)
def test_what_a_line_is_about_is_said_in_the_readers_language(written: str, danish: str) -> None:
    assert said(written, DANISH) == danish


@pytest.mark.parametrize(
    ("by", "role", "outcome", "danish"),
    [
        ("Anna", "admin", "done", "Anna (admin)"),
        ("unknown", "link", "done", "en læser med linket"),
        ("unknown", "link", "refused", "en uden et link, der viser noget"),
        ("unknown", "none", "refused", "en ukendt"),
    ],
)
def test_who_is_not_known_by_name_is_named_in_the_readers_language(
    by: str, role: str, outcome: Outcome, danish: str
) -> None:
    assert who(Entry("open", by, role, "link 3", outcome), DANISH) == danish
