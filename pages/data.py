"""What have we, and can we trust it?"""

import streamlit as st

from board.desk.foreseen import told_of_sent_pages
from frame.context import context
from frame.empty import draw_empty, draw_template_button
from frame.handover import hand_over
from sections.headline import draw_headline
from sections.history import draw_history
from sections.holdings import data_sentence, draw_holdings
from sections.notes import draw_notes
from sections.quality import draw_quality
from sections.remembered import draw_remembered
from sections.reporting import draw_reporting
from sections.saving import draw_saved
from sections.upload import draw_upload


def data() -> None:
    """Draw the page Data."""
    asked = context()
    draw_headline(asked.text("Data"), data_sentence(asked))
    if told := st.session_state.pop("_told", None):
        st.success(told)
    if asked.data.is_empty:
        draw_empty(asked)
    draw_saved(asked)
    draw_upload(asked, lambda after: told_of_sent_pages(asked, after))
    draw_template_button(asked, "data")
    draw_history(asked)
    draw_remembered(asked)
    if not asked.data.is_empty:
        draw_notes(asked)
        draw_reporting(asked)
        draw_holdings(asked)
        draw_quality(asked)


if __name__ == "__main__":
    hand_over()
