"""When do guests come, and is it spreading?"""

import streamlit as st

from answers.answer import of_theme
from answers.markets import markets as answer_markets
from answers.season import season as answer_season
from answers.sentences.season import season_sentence
from frame.context import context
from frame.empty import draw_empty
from frame.handover import hand_over
from sections.answers import draw_answers_table, draw_tiles
from sections.comments import draw_comments
from sections.headline import draw_headline
from sections.market_figures import draw_market_season
from sections.method import draw_method_note
from sections.saving import draw_saved
from sections.season_figures import draw_season_figures
from sections.what_if import draw_what_if

TILES = (
    "season_evenness",
    "offseason_share",
    "season_shift_label",
    "months_to_move",
    "peak_month_share",
    "open_months",
)


def season() -> None:
    """Draw the page Season spread."""
    asked = context()
    if asked.place is None or asked.year is None:
        draw_headline(asked.text("Season spread"), asked.text("There are no figures yet."))
        draw_empty(asked)
        return
    answered = answer_season(asked.data, asked.place, asked.year, asked.reader)
    draw_headline(asked.text("Season spread"), season_sentence(answered, asked.language))
    draw_saved(asked)
    draw_tiles(asked, answered.answers, TILES, answered.panel.measure)
    draw_season_figures(asked, answered)
    by_market = answer_markets(asked.data, asked.place, asked.year)
    draw_market_season(asked, by_market)
    draw_what_if(asked)
    st.subheader(asked.text("The figures"))
    answers = {**answered.answers, **of_theme(by_market.answers, "season")}
    draw_answers_table(asked, answers, answered.panel.measure, "season")
    draw_comments(asked, "season")
    draw_method_note(asked, answers)


if __name__ == "__main__":
    hand_over()
