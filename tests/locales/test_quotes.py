"""The Danish texts quote as Danish does, and nothing else."""

import re

import pytest
from babel.messages.pofile import read_po

from locales.__main__ import FOLDER

OTHER_MARKS = re.compile('[“”„"‘’]')


@pytest.mark.parametrize("domain", ["kulturpuls", "kpis"])
def test_a_danish_text_quotes_in_danish(domain: str) -> None:
    with (FOLDER / "da" / "LC_MESSAGES" / f"{domain}.po").open("rb") as file:
        texts = [str(message.string) if message.id else "" for message in read_po(file, locale="da", domain=domain)]
    assert any("»" in text for text in texts)
    assert [text for text in texts if OTHER_MARKS.search(text)] == []
