"""The slides: a title and what they are about on each, descriptions of what is drawn, notes, nothing off a slide."""

from collections.abc import Iterator
from io import BytesIO

import pytest
from pptx import Presentation
from pptx.presentation import Presentation as Slides
from pptx.shapes.base import BaseShape
from pptx.shapes.graphfrm import GraphicFrame
from pptx.slide import Slide

from board.content import Content
from board.exports.slides import as_slides
from tests.board.contents import board_page
from tests.board.exports.read_back import notes_of_slides, texts_of_slides


@pytest.fixture(scope="module")
def page() -> Content:
    return board_page()


@pytest.fixture(scope="module")
def made(page: Content) -> bytes:
    return as_slides(page)


@pytest.fixture(scope="module")
def slides(made: bytes) -> Slides:
    return Presentation(BytesIO(made))


def titles(slides: Slides) -> list[str]:
    return [slide.shapes.title.text_frame.text for slide in slides.slides if slide.shapes.title]


def shapes(slides: Slides) -> Iterator[tuple[Slide, BaseShape]]:
    return ((slide, shape) for slide in slides.slides for shape in slide.shapes)


def test_every_slide_has_a_title_and_every_sentence_is_one(page: Content, slides: Slides) -> None:
    found = titles(slides)
    assert len(found) == len(slides.slides)
    assert all(found)
    assert {section.sentence for section in page.sections} <= set(found)


def test_the_first_slide_says_what_the_page_is_about(page: Content, slides: Slides) -> None:
    told = [shape.text_frame.text for shape in slides.slides[0].shapes if shape.has_text_frame]
    assert told[0] == page.title
    for said in ("Omfang: Ådalen: ti huse", "Fastholdt: 3. marts 2026 09.15", "Tallene er opdigtede"):
        assert any(said in text for text in told)


def test_every_slide_says_its_scope_and_day(slides: Slides, made: bytes) -> None:
    told = texts_of_slides(made).count("Ådalen: ti huse · tal pr. 3. marts 2026")
    assert told == len(slides.slides)


def test_every_chart_and_table_is_described(slides: Slides) -> None:
    frames = [shape for _, shape in shapes(slides) if isinstance(shape, GraphicFrame)]
    assert len(frames) > 5
    assert all(frame._element.nvGraphicFramePr.cNvPr.get("descr") for frame in frames)


def test_nothing_reaches_beyond_its_slide(slides: Slides) -> None:
    width, height = slides.slide_width or 0, slides.slide_height or 0
    assert [
        shape.name
        for _, shape in shapes(slides)
        if shape.left < 0 or shape.top < 0 or shape.left + shape.width > width or shape.top + shape.height > height
    ] == []


def test_the_notes_say_what_a_figure_means_and_where_it_is_from(page: Content, made: bytes) -> None:
    notes = "\n".join(notes_of_slides(made))
    assert page.definitions[0].parts[0][1] in notes
    assert "Besøg: besøg_2025.xlsx, Juni!F3:F14 (14. januar 2026 af analytiker, Destination Ådalen)" in notes
    assert page.sections[1].comment in notes
    assert page.sections[1].tiles[0].sources[0].name_for_signed_in not in notes


def test_the_tiles_of_each_place_have_a_slide_of_their_own(page: Content) -> None:
    tiles = page.sections[1].tiles
    of_another = tuple(tile.model_copy(update={"place": "Klydø"}) for tile in (*tiles, *tiles))
    section = page.sections[1].model_copy(update={"tiles": (*tiles, *of_another)})
    slides = Presentation(BytesIO(as_slides(page.model_copy(update={"sections": (section,)}))))
    counts = [sum(shape.name == "Besøg" for shape in slide.shapes) for slide in slides.slides]
    assert counts[1:4] == [1, 1, 1]


def test_a_long_sentence_is_a_title_and_the_rest_below_it(page: Content) -> None:
    long = "Ådalen fik flere besøg. " + "Det gik også godt på de andre steder i området. " * 5
    section = page.sections[5].model_copy(update={"sentence": long, "comment": ""})
    made = as_slides(page.model_copy(update={"sections": (section,)}))
    texts = texts_of_slides(made)
    assert "Ådalen fik flere besøg." in texts
    assert any(text.startswith("Det gik også godt") for text in texts)
