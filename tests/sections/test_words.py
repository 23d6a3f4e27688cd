"""Somebody else's words in Markdown: shown as they are."""

import pytest

from access.reader import LOCAL_ANALYST
from frame.context import Context
from locales import DANISH
from sections.words import plain_markdown, with_figures_named
from tests.answers.tables import TableData

JOINER = "\N{WORD JOINER}"


@pytest.mark.parametrize("text", ["Besøg (i alt)", "kl. 12:30", "Hvad? 5 %", "a/b, c; d.", "2024-01"])
def test_ordinary_words_are_left_as_they_are(text: str) -> None:
    assert plain_markdown(text) == text


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("**fed** _skrå_", r"\*\*fed\*\* \_skrå\_"),
        ("[a](b)", r"\[a\](b)"),
        ("# over", r"\# over"),
        ("  - punkt", r"  \- punkt"),
        ("1. punkt", r"1\. punkt"),
        ("&lt;b&gt;", r"\&lt;b\&gt;"),
        (r"a\b", r"a\\b"),
        (":red[x]", rf":{JOINER}red\[x\]"),
        (":material/delete:", f":{JOINER}material/delete:"),
        ("http://x.dk", f"http:{JOINER}//x.dk"),
        ("www.x.dk", f"www{JOINER}.x.dk"),
        ("a@b.dk", f"a@{JOINER}b.dk"),
        ("a->b", rf"a-{JOINER}\>b"),
    ],
)
def test_what_markdown_would_act_on_is_taken_apart(text: str, plain: str) -> None:
    assert plain_markdown(text) == plain


def test_the_codes_of_figures_in_a_text_are_said_by_name() -> None:
    context = Context(TableData({}), LOCAL_ANALYST, DANISH, None, None, dark=False, pages={})
    told = with_figures_named(context, "offseason_share og resident_support_share, set_af os")
    assert told == "Andel uden for højsæson og Lokal opbakning, set_af os"
