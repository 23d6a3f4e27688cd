"""What gets better because guests come?"""

import streamlit as st

from answers.regenerative import regenerative as answer_regenerative
from answers.sentences.regenerative import regenerative_sentence
from answers.targets import band_board
from frame.context import context
from frame.empty import draw_empty
from frame.handover import hand_over
from sections.answers import draw_answers_table, draw_tiles
from sections.headline import draw_headline
from sections.method import draw_method_note
from sections.regenerative_figures import draw_actions, draw_regenerative_figures

MORE_GOOD = ("regen_evidence_ladder", "nature_care", "resident_support_share")
LESS_HARM = ("resource_per_visit", "local_procurement_share", "seasonal_job_share")


def regenerative() -> None:
    """Draw the page Regenerative."""
    asked = context()
    if asked.place is None or asked.year is None:
        draw_headline(asked.text("Regenerative"), asked.text("There are no figures yet."))
        draw_empty(asked)
        return
    answered = answer_regenerative(asked.data, asked.place, asked.year, asked.reader)
    board = band_board(asked.data, asked.place, asked.year, asked.reader)
    draw_headline(asked.text("Regenerative"), regenerative_sentence(answered, asked.language))
    draw_tiles(asked, answered.answers, (*MORE_GOOD, *LESS_HARM), "visits")
    st.caption(
        asked.text(
            "The first three are what gets better, the last three what it costs. They are never netted into one number."
        )
    )
    draw_regenerative_figures(asked, answered)
    draw_actions(asked, answered)
    st.subheader(asked.text("The figures"))
    answers = {**answered.answers, board.id: board}
    draw_answers_table(asked, answers, "visits", "regenerative")
    draw_method_note(asked, answers)


if __name__ == "__main__":
    hand_over()
