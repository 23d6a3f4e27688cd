"""The report is a PDF for everybody: tagged, in its language, with what it is about and its number on every page."""

from io import BytesIO
from pathlib import Path

import pytest
from outloud import check
from pypdf import PdfReader

from board.content import Content
from board.exports.pdf import as_pdf
from tests.board.contents import board_page
from tests.board.exports.read_back import squeezed, tables_of_pdf


@pytest.fixture(scope="module")
def page() -> Content:
    return board_page()


@pytest.fixture(scope="module")
def reader(page: Content) -> PdfReader:
    return PdfReader(BytesIO(as_pdf(page)))


def test_a_checker_of_accessibility_finds_nothing(page: Content, tmp_path: Path) -> None:
    path = tmp_path / "page.pdf"
    path.write_bytes(as_pdf(page))
    result = check(str(path))
    assert result.error is None
    assert result.stats["tagged"]
    assert (result.errors, result.warnings) == (0, 0), result.sorted_findings()


def test_it_says_that_it_is_for_everybody(reader: PdfReader) -> None:
    assert reader.xmp_metadata is not None
    assert "pdfuaid:part" in reader.xmp_metadata.rdf_root.toxml()


def test_it_has_its_title_and_language(page: Content, reader: PdfReader) -> None:
    assert reader.metadata is not None
    assert reader.metadata.title == page.title
    assert str(reader.root_object["/Lang"]) == "da"


def test_every_page_says_what_it_is_about_and_when_and_its_number(reader: PdfReader) -> None:
    texts = [page.extract_text() for page in reader.pages]
    assert len(texts) > 3
    for number, text in enumerate(texts, start=1):
        assert "Ådalen: ti huse · tal pr. 3. marts 2026" in text
        assert f"Side {number} af {len(texts)}" in text


def test_a_section_starts_on_a_new_page_where_it_was_asked_to(page: Content, reader: PdfReader) -> None:
    asked = [section.heading for section in page.sections if section.starts_on_new_page]
    starts = [text.extract_text().lstrip()[:40] for text in reader.pages]
    assert asked
    assert [heading for heading in asked if not any(start.startswith(heading) for start in starts)] == []


def test_a_figure_that_could_not_be_drawn_is_its_words_and_its_table(page: Content) -> None:
    undrawn = Content.model_validate_json(page.as_json())
    figure = undrawn.sections[2].figures[1]
    assert figure.svg == ""
    pdf = as_pdf(undrawn)
    text = squeezed("".join(one.extract_text() for one in PdfReader(BytesIO(pdf)).pages))
    assert squeezed(figure.in_words) in text
    assert [cell.text for cell in figure.table.rows[0]] in [row for rows in tables_of_pdf(pdf) for row in rows]


def test_the_same_page_is_the_same_file(page: Content) -> None:
    assert as_pdf(page) == as_pdf(Content.model_validate_json(page.as_json()))


def test_nobodys_name_stands_in_it(page: Content, reader: PdfReader) -> None:
    named = page.sections[1].tiles[0].sources[0].name_for_signed_in
    assert named
    assert named not in "".join(one.extract_text() for one in reader.pages)
