"""Are culture and tourism connected?"""

import streamlit as st

from answers.collaboration import collaboration as answer_collaboration
from answers.sentences.collaboration import collaboration_sentence
from frame.context import context
from frame.empty import draw_empty
from frame.handover import hand_over
from sections.answers import draw_answers_table, draw_tiles
from sections.collaboration_figures import draw_collaboration_figures
from sections.collaboration_tables import (
    draw_actors,
    draw_exchanges,
    draw_products,
    draw_role_cards,
    draw_ties,
)
from sections.comments import draw_exchange_of_views
from sections.groups import draw_groups
from sections.headline import draw_headline
from sections.links import draw_links
from sections.method import draw_method_note
from sections.pipeline import draw_pipeline
from sections.saving import draw_saved
from sections.support import draw_support

TILES = (
    "network_density",
    "isolate_share",
    "cross_sector_share",
    "tie_confirmation",
    "dmo_centrality",
    "joint_product_share",
)
# A single actor is no network, but it has partners.
TILES_OF_AN_ACTOR = (
    "tie_confirmation",
    "cross_sector_share",
    "joint_product_share",
    "referral_share",
    "knowledge_exchange",
)


def collaboration() -> None:
    """Draw the page Collaboration."""
    asked = context()
    if asked.place is None or asked.year is None:
        draw_headline(asked.text("Collaboration"), asked.text("There are no figures yet."))
        draw_empty(asked)
        return
    answered = answer_collaboration(asked.data, asked.place, asked.year, asked.reader)
    draw_headline(asked.text("Collaboration"), collaboration_sentence(answered, asked.language))
    draw_saved(asked)
    draw_tiles(asked, answered.answers, TILES_OF_AN_ACTOR if asked.place.kind == "actor" else TILES, "visits")
    draw_collaboration_figures(asked, answered)
    draw_actors(asked, answered)
    draw_ties(asked, answered)
    draw_role_cards(asked, answered)
    draw_groups(asked, asked.place, asked.year)
    draw_products(asked, answered)
    draw_pipeline(asked, asked.place, asked.year)
    draw_links(asked, answered)
    draw_exchanges(asked, answered)
    draw_support(asked, asked.place, asked.year)
    draw_exchange_of_views(asked)
    st.page_link(
        asked.pages["tourism_value"],
        label=asked.text("The value of tourism on one page, for residents and politicians"),
    )
    st.subheader(asked.text("The figures"))
    draw_answers_table(asked, answered.answers, "visits", "collaboration")
    draw_method_note(asked, answered.answers)


if __name__ == "__main__":
    hand_over()
