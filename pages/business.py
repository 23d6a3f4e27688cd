"""Does income grow in line with our WHY?"""

import streamlit as st

from answers.business import Business
from answers.business import business as answer_business
from answers.profile_notes import WHY, profile_notes
from answers.sentences.business import business_sentence
from charts.why import Why, why_html
from frame.context import Context, context
from frame.empty import draw_empty
from frame.handover import hand_over
from sections.answers import draw_answers_table, draw_tiles
from sections.business_beside import draw_beside
from sections.business_figures import draw_income_figures
from sections.business_people import draw_people_figures
from sections.business_products import draw_products
from sections.comments import draw_comments
from sections.forecast import draw_forecast
from sections.headline import draw_headline
from sections.method import draw_method_note
from sections.profile_form import ProfileForm, draw_profile_form
from sections.quality_notes import draw_quality_notes
from sections.saving import draw_saved
from sections.strategies import draw_strategies

TILES = (
    "revenue_per_visit",
    "real_revenue_growth",
    "mission_aligned_revenue_share",
    "self_earned_share",
    "audience_dissimilarity",
)
# What guests leave in the area is told of a destination, what they buy in the shop of a single house.
LAST_TILE = {"destination": "local_economic_value", "actor": "shop_conversion"}


def business() -> None:
    """Draw the page Culture business."""
    asked = context()
    if asked.place is None or asked.year is None:
        draw_headline(asked.text("Culture business"), asked.text("There are no figures yet."))
        draw_empty(asked)
        return
    answered = answer_business(asked.data, asked.place, asked.year, asked.reader)
    _draw_why(asked, answered)
    draw_headline(asked.text("Culture business"), business_sentence(answered, asked.language))
    draw_saved(asked)
    draw_tiles(asked, answered.answers, (*TILES, LAST_TILE.get(asked.place.kind, "cost_per_visit")), "visits")
    draw_products(asked, answered)
    draw_income_figures(asked, answered)
    draw_forecast(asked, "revenue")
    draw_people_figures(asked, answered)
    _draw_why_form(asked, answered)
    draw_strategies(asked, asked.place, asked.year)
    draw_quality_notes(asked, asked.place, asked.year)
    st.subheader(asked.text("The figures"))
    draw_answers_table(asked, answered.answers, "visits", "business")
    draw_beside(asked, answered)
    draw_comments(asked, "business")
    draw_method_note(asked, answered.answers)


def _draw_why(asked: Context, answered: Business) -> None:
    """Pin the WHY on top, in the words of those who answer for it."""
    purposes = []
    for one in answered.purposes:
        day = asked.language.date(one.written_on) if one.written_on else ""
        whose = "" if one.whose == answered.place.name else one.whose
        purposes.append(Why(one.text, ", ".join(filter(None, (whose, one.author, day)))))
    none = asked.text("Nobody has written down why the place is there yet. Begin with one sentence.")
    st.html(why_html(purposes, label=asked.text("Why we are here"), none=none))


def _draw_why_form(asked: Context, answered: Business) -> None:
    if answered.place.kind != "area":
        notes = profile_notes(asked.data, answered.place, WHY)
        name = asked.text("WHY ({place})", place=answered.place.name)
        draw_profile_form(
            asked, answered.place, notes, ProfileForm("why", name, asked.text("Write or correct the WHY"), WHY)
        )


if __name__ == "__main__":
    hand_over()
