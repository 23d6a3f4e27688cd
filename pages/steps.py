"""Who does what, how, when and why?"""

from datetime import date

import streamlit as st

from answers.evidence import evidence
from answers.sentences.steps import steps_sentence
from answers.steps import ten_steps
from frame.context import context
from frame.empty import draw_empty
from frame.handover import hand_over
from sections.answers import draw_answers_table, draw_tiles
from sections.channels import draw_channels
from sections.comments import draw_comments
from sections.each_business import draw_each_business
from sections.headline import draw_headline
from sections.initiatives import draw_initiatives
from sections.method import draw_method_note
from sections.own_development import draw_own_development
from sections.plan import draw_actions, draw_reviews
from sections.review_calendar import draw_calendar
from sections.review_changes import draw_since
from sections.saving import draw_saved
from sections.step_order import draw_step_order
from sections.step_work import draw_step
from sections.steps_figures import draw_as_now, draw_five_w, draw_profile
from sections.targets import draw_targets

TILES = ("ten_steps_status", "five_w_completeness", "evidence_share", "action_overdue_share")
_DISTRIBUTION = 8


def steps() -> None:
    """Draw the page Ten steps."""
    asked = context()
    if asked.place is None or asked.year is None:
        draw_headline(asked.text("Ten steps"), asked.text("There are no figures yet."))
        draw_empty(asked)
        return
    today = date.today()
    answered = ten_steps(asked.data, asked.place, asked.year, today)
    draw_headline(asked.text("Ten steps"), steps_sentence(answered, asked.language))
    draw_saved(asked)
    draw_as_now(asked)
    if asked.place.kind == "destination":
        draw_tiles(asked, answered.answers, TILES, "visits")
        draw_profile(asked, answered)
        draw_step_order(asked, answered)
        draw_five_w(asked, answered)
        measured = evidence(asked.data, asked.place, asked.year, asked.reader, today)
        draw_step(asked, answered, measured)
        draw_each_business(asked, asked.place, asked.year)
        draw_channels(asked, asked.place, asked.year, measured[_DISTRIBUTION])
        draw_actions(asked, answered)
        draw_initiatives(asked, answered)
        draw_reviews(asked, answered)
        draw_since(asked, answered)
        draw_calendar(asked, answered)
        draw_targets(asked)
        st.subheader(asked.text("The figures"))
        draw_answers_table(asked, answered.answers, "visits", "steps")
    elif asked.place.kind == "actor":
        draw_own_development(asked, answered)
    draw_comments(asked, "steps")
    draw_method_note(asked, answered.answers)


if __name__ == "__main__":
    hand_over()
