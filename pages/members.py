"""Who has access?"""

import streamlit as st

from frame.context import context
from frame.handover import hand_over
from sections.headline import draw_headline
from sections.members import draw_members, members_sentence


def members() -> None:
    """Draw the page Access, for administrators only."""
    asked = context()
    if not asked.reader.may_administer:
        st.write(asked.text("Only administrators say who has access."))
        return
    draw_headline(asked.text("Access"), members_sentence(asked))
    draw_members(asked)


if __name__ == "__main__":
    hand_over()
