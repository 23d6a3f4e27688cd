"""Streamlit's own words: each is said in the reader's language, and what is searched for is still in its pages."""

from pathlib import Path

import pytest
import streamlit

from frame.widget_words import widget_words_html
from locales import DANISH, ENGLISH

SAID_BY_STREAMLIT = ("Press Enter to ", "No results", "Drag and drop a file here", "per file", "Record screen")
FOUND_BY = (
    "InputInstructions", "stTextArea", "stFileUploaderDropzone", "stFileChip", "stTooltipErrorContent",
    "stMainMenuItem-", "stMainMenuItemLabel", "recordScreencast",
)  # fmt: skip


@pytest.fixture(scope="module")
def bundles() -> str:
    """Everything that Streamlit's own pages are made of."""
    folder = Path(streamlit.__file__).parent / "static" / "static" / "js"
    return "".join(path.read_text("utf-8") for path in folder.glob("*.js"))


def test_the_words_are_said_in_the_language_of_the_reader() -> None:
    danish = widget_words_html(DANISH)
    for words in (
        "højst 25 MB",
        "højst 1 MB",
        "Slip filen her",
        "Tryk Enter for at bekræfte",
        "Intet at vælge her",
        "Lys",
    ):
        assert f'content: "{words}"' in danish
    assert 'content: "Drop the file here"' in widget_words_html(ENGLISH)


def test_the_limit_of_a_mapping_is_said_after_the_one_of_a_file_and_so_holds() -> None:
    danish = widget_words_html(DANISH)
    assert danish.index("højst 25 MB") < danish.index("højst 1 MB")


def test_what_is_replaced_is_still_what_streamlit_writes(bundles: str) -> None:
    assert [words for words in (*SAID_BY_STREAMLIT, *FOUND_BY) if words not in bundles] == []
