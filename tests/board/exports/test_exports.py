"""Every format can be made of a page, under a name that any file system and header can carry."""

import pytest

from board.exports import FORMATS, MEDIA_TYPES, file_name
from tests.board.contents import board_page

SIGNATURES = {"pdf": b"%PDF-", "pptx": b"PK\x03\x04", "xlsx": b"PK\x03\x04", "csv": b"\xef\xbb\xbf",
              "csv_international": b"\xef\xbb\xbf"}  # fmt: skip


@pytest.mark.parametrize("name", FORMATS)
def test_a_page_can_be_had_in_every_format(name: str) -> None:
    assert FORMATS[name](board_page()).startswith(SIGNATURES[name])


@pytest.mark.parametrize("name", FORMATS)
def test_a_page_without_sections_can_be_had_too(name: str) -> None:
    empty = board_page().model_copy(update={"sections": (), "definitions": ()})
    assert FORMATS[name](empty).startswith(SIGNATURES[name])


def test_every_format_has_a_media_type() -> None:
    assert set(MEDIA_TYPES) == set(FORMATS)


def test_a_file_is_named_after_the_page_and_its_day() -> None:
    page = board_page().model_copy(update={"title": 'Ådalen \r\n"i" 2025; ../x'})
    assert file_name(page, "pdf") == "kulturpuls-aadaleni2025x-2026-03-03.pdf"
    assert file_name(page, "csv_international") == "kulturpuls-aadaleni2025x-2026-03-03.csv"
    assert file_name(page.model_copy(update={"title": "中文"}), "xlsx") == "kulturpuls-2026-03-03.xlsx"
