"""Who did what, and what was refused?"""

import streamlit as st

from frame.context import context
from frame.handover import hand_over
from records.journal import entries, verify
from sections.headline import draw_headline
from sections.journal import draw_journal, draw_seal, journal_sentence


def journal() -> None:
    """Draw the page Journal, for administrators only."""
    asked = context()
    if not asked.reader.may_administer:
        st.write(asked.text("Only administrators read the journal."))
        return
    lines, wrong = entries(), verify()
    draw_headline(asked.text("Journal"), journal_sentence(asked, lines, wrong))
    draw_journal(asked, lines)
    draw_seal(asked)


if __name__ == "__main__":
    hand_over()
