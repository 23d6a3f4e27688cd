import gettext
import io
import string
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import read_mo, write_mo
from babel.messages.pofile import read_po

from kpis.labels import LABELS
from kpis.texts import texts

FOLDER = Path(__file__).resolve().parents[2] / "locales" / "da" / "LC_MESSAGES"


@pytest.fixture(scope="module")
def danish() -> Catalog:
    with (FOLDER / "kpis.po").open("rb") as file:
        return read_po(file, locale="da", domain="kpis")


def _fields(text: str) -> set[str]:
    return {field for _, field, _, _ in string.Formatter().parse(text) if field}


def test_every_text_of_the_kpis_has_a_danish_one(danish: Catalog) -> None:
    missing = [where for where, text in texts() if not (text in danish and danish[text].string)]
    assert missing == []


def test_no_danish_text_is_left_over_or_uncertain(danish: Catalog) -> None:
    english = {text for _, text in texts()}
    assert [message.id for message in danish if message.id and message.id not in english] == []
    assert [message.id for message in danish if message.id and message.fuzzy] == []
    assert danish.obsolete == {}


def test_the_danish_sentences_have_the_same_placeholders(danish: Catalog) -> None:
    sentences = [text for where, text in texts() if where.startswith("reason.")]
    assert [text for text in sentences if _fields(str(danish[text].string)) != _fields(text)] == []


def test_a_method_note_has_as_many_paragraphs_in_danish(danish: Catalog) -> None:
    notes = [text for where, text in texts() if where.endswith(".method")]
    assert [note for note in notes if str(danish[note].string).count("\n\n") != note.count("\n\n")] == []


def test_labels_are_words_and_not_codes() -> None:
    assert [words for words in LABELS.values() if "_" in words] == []


def _strings(catalogue: Catalog) -> dict[object, object]:
    return {message.id: message.string for message in catalogue if message.id}


def test_the_compiled_file_is_made_from_the_texts_as_they_are(danish: Catalog) -> None:
    compiled_now = io.BytesIO()
    write_mo(compiled_now, danish)
    compiled_now.seek(0)
    with (FOLDER / "kpis.mo").open("rb") as file:
        assert _strings(read_mo(file)) == _strings(read_mo(compiled_now))


def test_gettext_finds_the_danish_name() -> None:
    danish = gettext.translation("kpis", FOLDER.parents[1], ["da"])
    assert danish.gettext("Room to grow without building") == "Ledig kapacitet"
