"""How much can this place grow, and from what?"""

from datetime import date

import streamlit as st

from answers.growth import growth as answer_growth
from answers.markets import markets as answer_markets
from answers.phase import phase_of
from answers.potential import potential as answer_potential
from answers.sentences.growth import growth_sentence
from answers.themes import Asked, measured
from frame.context import context
from frame.empty import draw_empty
from frame.handover import hand_over
from sections.answers import draw_answers_table, draw_tiles
from sections.comments import draw_comments
from sections.forecast import draw_growth_forecasts
from sections.growth_comparisons import draw_growth_comparisons
from sections.growth_figures import draw_growth_figures
from sections.headline import draw_headline
from sections.judged_potential import draw_judged_potential
from sections.market_figures import draw_market_growth
from sections.method import draw_method_note
from sections.potential_figures import draw_phase, draw_potential
from sections.saving import draw_saved

TILES = (
    "visits_total",
    "visits_yoy",
    "visits_trend_growth",
    "relative_growth_gap",
    "capacity_headroom",
    "capacity_utilisation",
)


def growth() -> None:
    """Draw the page Growth potential."""
    asked = context()
    if asked.place is None or asked.year is None:
        draw_headline(asked.text("Growth potential"), asked.text("There are no figures yet."))
        draw_empty(asked)
        return
    answered = answer_growth(asked.data, asked.place, asked.year)
    draw_headline(asked.text("Growth potential"), growth_sentence(answered, asked.language))
    draw_saved(asked)
    draw_tiles(asked, answered.answers, TILES, answered.panel.measure)
    draw_growth_comparisons(asked, answered)
    draw_growth_figures(asked, answered)
    potential = answer_potential(asked.data, asked.place, asked.year, asked.reader)
    phase = phase_of(asked.data, asked.place, asked.year)
    draw_potential(asked, potential)
    draw_phase(asked, phase, answered.answers["capacity_utilisation"])
    draw_judged_potential(asked, asked.place)
    by_market = answer_markets(asked.data, asked.place, asked.year)
    draw_market_growth(asked, by_market)
    draw_growth_forecasts(asked)
    answers = measured(Asked(asked.data, asked.place, asked.year, asked.reader, date(asked.year, 12, 31)), ["growth"])
    st.subheader(asked.text("The figures"))
    draw_answers_table(asked, answers, answered.panel.measure, "growth")
    draw_comments(asked, "growth")
    draw_method_note(asked, answers)


if __name__ == "__main__":
    hand_over()
