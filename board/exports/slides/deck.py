"""The frame of the slides: title, scope, date and number on each, text in the page's language, notes."""

from collections.abc import Iterable
from datetime import datetime
from io import BytesIO

from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.lang import MSO_LANGUAGE_ID
from pptx.enum.text import PP_ALIGN
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.slide import Slide
from pptx.text.text import TextFrame, _Paragraph
from pptx.util import Inches, Length, Pt

from charts.palette import LIGHT
from locales import Language, legible

WIDTH, HEIGHT, MARGIN = 13.333, 7.5, 0.65
BODY_WIDTH = WIDTH - 2 * MARGIN
BODY_TOP, BODY_BOTTOM = 2.15, 6.85
_TITLE_FACE = "Georgia"
_TITLE_ONLY = 5
LONGEST_TITLE = 160
_SLIDE_NUMBER = (
    f'<a:fld {nsdecls("a")} id="{{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}}" type="slidenum">'
    '<a:rPr sz="1000"/><a:t>‹#›</a:t></a:fld>'
)


class Deck:
    """Slides under way; what is drawn goes on the newest one."""

    def __init__(self, footer: str, language: Language) -> None:
        self.language = language
        self._footer = footer
        self._presentation = Presentation()
        self._presentation.slide_width, self._presentation.slide_height = Inches(WIDTH), Inches(HEIGHT)
        self._speaks = MSO_LANGUAGE_ID.DANISH if language.code == "da" else MSO_LANGUAGE_ID.ENGLISH_UK

    def describe(self, title: str, author: str, made_at: datetime) -> None:
        """Name the file: what it is, whose, and when it was made."""
        properties = self._presentation.core_properties
        properties.title, properties.author = legible(title)[:255], legible(author)[:255]
        properties.language = self.language.code
        properties.created = properties.modified = made_at.replace(tzinfo=None)

    def new_front(self, title: str, lines: Iterable[str]) -> None:
        """Begin the first slide: the title and what the page is about."""
        self._begin(title, top=1.7, height=1.5, size=40)
        background = self.slide.background.fill
        background.solid()
        background.fore_color.rgb = rgb(LIGHT.place_soft)
        self.write("\n".join(lines), top=3.6, size=16)

    def new_slide(self, title: str, above: str = "") -> None:
        """Begin a slide; `above` stands over its title in small letters."""
        self._begin(title, top=0.75, height=1.0, size=26 if len(title) <= 100 else 20)
        if above:
            self.write(above, top=0.4, size=12, colour=LIGHT.place)

    def _begin(self, title: str, *, top: float, height: float, size: int) -> None:
        presentation = self._presentation
        self._slide: Slide = presentation.slides.add_slide(presentation.slide_layouts[_TITLE_ONLY])
        shape = self.slide.shapes.title
        assert shape is not None
        shape.left, shape.top = Inches(MARGIN), Inches(top)
        shape.width, shape.height = Inches(BODY_WIDTH), Inches(height)
        self.fill(shape.text_frame, _short(title), size=size, colour=LIGHT.ink, face=_TITLE_FACE)
        if len(title) > LONGEST_TITLE:
            self.note([title])
        self._draw_footer()

    def _draw_footer(self) -> None:
        self.write(_short(self._footer), top=7.0, size=10, colour=LIGHT.ink, width=BODY_WIDTH - 1)
        number = self.slide.shapes.add_textbox(*box(WIDTH - MARGIN - 1, 7.0, 1, 0.3)).text_frame.paragraphs[0]
        _append_slide_number(number)

    @property
    def slide(self) -> Slide:
        """The newest slide."""
        return self._slide

    def write(self, text: str, *, top: float, size: float, colour: str = LIGHT.ink, width: float = BODY_WIDTH) -> None:
        """Write the text from the left margin, `top` inches from the top of the slide."""
        shape = self.slide.shapes.add_textbox(*box(MARGIN, top, width, size / 45))
        self.fill(shape.text_frame, text, size=size, colour=colour)

    def fill(self, frame: TextFrame, text: str, *, size: float, colour: str, face: str = "") -> None:
        """Fill an empty frame with the text, a paragraph for each line."""
        frame.word_wrap = True
        frame.margin_left = frame.margin_right = Inches(0)
        for number, line in enumerate(legible(text).split("\n")):
            paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
            self.say(paragraph, line, size=size, colour=colour, face=face)

    def say(self, paragraph: _Paragraph, text: str, *, size: float, colour: str, face: str = "") -> None:
        """Add the text to the paragraph, in the page's language."""
        run = paragraph.add_run()
        run.text = legible(text)
        run.font.size, run.font.language_id = Pt(size), self._speaks
        run.font.color.rgb = rgb(colour)
        if face:
            run.font.name = face
            paragraph.alignment = PP_ALIGN.LEFT

    def note(self, lines: Iterable[str]) -> None:
        """Add the lines to the speaker's notes of the newest slide."""
        frame = self.slide.notes_slide.notes_text_frame
        assert frame is not None
        written = [frame.text, *(legible(line) for line in lines)]
        frame.text = "\n".join(filter(None, written))

    def as_bytes(self) -> bytes:
        """Return the slides as a PowerPoint file."""
        buffer = BytesIO()
        self._presentation.save(buffer)
        return buffer.getvalue()


def box(left: float, top: float, width: float, height: float) -> tuple[Length, Length, Length, Length]:
    """Return a place on the slide, given in inches."""
    return Inches(left), Inches(top), Inches(width), Inches(height)


def rgb(colour: str) -> RGBColor:
    """Return "#rrggbb" as slides want it."""
    return RGBColor(*bytes.fromhex(colour.lstrip("#")))


def _short(text: str) -> str:
    plain = legible(text)
    return plain if len(plain) <= LONGEST_TITLE else plain[: LONGEST_TITLE - 1] + "…"


def _append_slide_number(paragraph: _Paragraph) -> None:
    """Add the field that counts the slides, so that it stays right when slides are moved."""
    paragraph.alignment = PP_ALIGN.RIGHT
    paragraph._p.append(parse_xml(_SLIDE_NUMBER))
