"""How do our places fare?"""

import streamlit as st

from answers.overview import counted_years, default_year_of
from answers.overview import overview as answer_overview
from answers.sentences.overview import overview_sentence
from frame.context import Context, context
from frame.empty import draw_empty
from frame.handover import hand_over
from sections.headline import draw_headline
from sections.method import draw_method_note
from sections.places import draw_chosen_place, draw_map, draw_places_table, draw_theme_tiles
from sections.ranks import draw_ranks
from sections.two_axes import draw_two_axes

FIGURES = ("visits_total", "visits_yoy", "gini_season_norm", "offseason_share", "data_completeness")


def overview() -> None:
    """Draw the page Overview."""
    asked = context()
    start = default_year_of(asked.data)
    if start is None:
        draw_headline(asked.text("Overview"), _nothing_text(asked))
        if asked.place is None:
            draw_empty(asked)
        return
    year = asked.year if asked.year in counted_years(asked.data) else start
    answered = answer_overview(asked.data, year)
    draw_headline(asked.text("Overview"), overview_sentence(answered, asked.language))
    draw_chosen_place(asked, answered)
    draw_theme_tiles(asked, answered)
    draw_map(asked, answered)
    st.subheader(asked.text("All places"))
    draw_places_table(asked, answered)
    draw_ranks(asked, answered.year, asked.text("Rank by growth potential, each with its interval"))
    draw_two_axes(asked, answered.year)
    draw_method_note(asked, FIGURES)


def _nothing_text(asked: Context) -> str:
    if asked.data.is_empty:
        return asked.text("There are no figures yet.")
    return asked.text("No guests are told of by the month yet, and that is what the overview is made of.")


if __name__ == "__main__":
    hand_over()
