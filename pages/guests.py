"""Do guests like it, and do they buy?"""

import streamlit as st

from answers.guests import guests as answer_guests
from answers.sentences.guests import guests_sentence
from frame.context import context
from frame.empty import draw_empty
from frame.handover import hand_over
from sections.answers import draw_answers_table, draw_tiles
from sections.comments import draw_comments
from sections.forecast import draw_forecast
from sections.guests_figures import draw_answered, draw_bought
from sections.guests_tables import draw_answered_tables, draw_bought_table, draw_early_tests, draw_reviews
from sections.headline import draw_headline
from sections.method import draw_method_note
from sections.saving import draw_saved

TILES = ("satisfaction_mean", "nps", "offer_fill_rate", "repeat_visitor_share", "response_rate", "complaint_rate")


def guests() -> None:
    """Draw the page Guests."""
    asked = context()
    if asked.place is None or asked.year is None:
        draw_headline(asked.text("Guests"), asked.text("There are no figures yet."))
        draw_empty(asked)
        return
    answered = answer_guests(asked.data, asked.place, asked.year, asked.reader)
    draw_headline(asked.text("Guests"), guests_sentence(answered, asked.language))
    draw_saved(asked)
    draw_tiles(asked, answered.answers, TILES, "visits")
    draw_answered(asked, answered)
    draw_answered_tables(asked, answered)
    st.subheader(asked.text("Tried early: before it is for sale"))
    draw_early_tests(asked, answered)
    st.subheader(asked.text("Bought late: do they buy, or leave it?"))
    draw_bought(asked, answered)
    draw_bought_table(asked, answered)
    draw_forecast(asked, "sold")
    draw_reviews(asked, answered)
    st.subheader(asked.text("The figures"))
    draw_answers_table(asked, answered.answers, "visits", "guests")
    draw_comments(asked, "guests")
    draw_method_note(asked, answered.answers)


if __name__ == "__main__":
    hand_over()
