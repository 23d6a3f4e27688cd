"""What does the board get? Compose, look, send, and look after what was sent."""

import streamlit as st

from board.desk.compose import Sender, draw_composition
from board.desk.keeping import draw_keep, draw_templates
from board.desk.preview import draw_preview
from board.desk.sending import draw_new_link, draw_sending
from board.desk.sent import draw_sent
from board.pages_sent import pages_in_scope
from charts.page_parts import heading
from frame.context import Context, context
from frame.empty import draw_empty
from frame.handover import hand_over
from sections.headline import draw_headline


def board() -> None:
    """Draw the page Board."""
    asked = context()
    if not asked.reader.may_send:
        draw_headline(asked.text("Board"), asked.text("Only those who may send see what was sent."))
        return
    draw_headline(asked.text("Board"), _sentence(asked))
    if asked.place is None or asked.year is None:
        draw_empty(asked)
    else:
        _draw_desk(asked, Sender(asked.place, asked.year))
    draw_new_link(asked)
    draw_sent(asked)


def _sentence(asked: Context) -> str:
    sent = len(pages_in_scope(asked.reader))
    if not sent:
        return asked.text("The board has not been sent a page yet; compose one here and send it as a link.")
    return asked.language.plural(
        "The board has been sent {n} page; its numbers stand as they were sent.",
        "The board has been sent {n} pages; their numbers stand as they were sent.",
        sent,
    )


def _draw_desk(asked: Context, sender: Sender) -> None:
    st.html(heading(asked.text("Compose"), asked.text("What the page is of, and in which order it says it")))
    draw_templates(asked, sender.year)
    composition = draw_composition(asked, sender)
    if composition is None:
        return
    draw_keep(asked, composition)
    st.html(heading(asked.text("The page as it would be sent"), asked.text("Nothing is frozen until you press Send")))
    draw_preview(asked, composition)
    draw_sending(asked, composition)


if __name__ == "__main__":
    hand_over()
