"""What gets better because guests come?"""

import streamlit as st

from answers.regenerative import LESS_HARM, MORE_GOOD
from answers.regenerative import regenerative as answer_regenerative
from answers.sentences.regenerative import regenerative_sentence
from answers.targets import band_board, targets
from charts.page_parts import heading
from frame.context import context
from frame.empty import draw_empty
from frame.handover import hand_over
from sections.answers import draw_answers_table, draw_tiles
from sections.bands import draw_bands, draw_horizon
from sections.comments import draw_comments
from sections.events import draw_events
from sections.headline import draw_headline
from sections.method import draw_method_note
from sections.regenerative_actions import draw_actions
from sections.regenerative_figures import draw_regenerative_figures
from sections.responsibility import draw_responsibility
from sections.saving import draw_saved
from sections.targets import draw_targets


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
    draw_saved(asked)
    found = targets(asked.data, asked.place, asked.year, asked.reader)
    st.html(heading(asked.text("More good"), asked.text("What gets better because guests come")))
    draw_tiles(asked, answered.answers, MORE_GOOD, "visits")
    st.html(heading(asked.text("Less harm"), asked.text("What a visit costs; never set off against the good")))
    draw_tiles(asked, answered.answers, LESS_HARM, "visits")
    draw_bands(asked, found)
    draw_horizon(asked, found, answered)
    draw_regenerative_figures(asked, answered)
    draw_actions(asked, answered)
    draw_responsibility(asked, answered)
    draw_events(asked, asked.place, asked.year)
    draw_targets(asked)
    st.subheader(asked.text("The figures"))
    answers = {**answered.answers, board.id: board}
    draw_answers_table(asked, answers, "visits", "regenerative")
    draw_comments(asked, "regenerative")
    draw_method_note(asked, answers)


if __name__ == "__main__":
    hand_over()
