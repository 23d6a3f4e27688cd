"""The frame: the pages, the shared filters, and who is looking. Started by asgi.py."""

import streamlit as st

from access.secrets import settings
from frame import filters
from frame.banner import draw_banners
from frame.brand import picture
from frame.context import Context, current_data, is_dark, keep
from frame.door import draw_sign_out, let_in
from frame.look import set_look
from pages import (
    board,
    business,
    collaboration,
    data,
    growth,
    guests,
    journal,
    members,
    method,
    overview,
    regenerative,
    season,
    steps,
    tourism_value,
)

st.set_page_config(page_title="Kulturpuls", page_icon=picture("favicon.png"), layout="wide")
st.logo(picture("logo.svg"), size="large")

reader = let_in()
store_data = current_data(reader)
asked = filters.follow_address(store_data)
language = asked.language
pages = {
    "overview": st.Page(overview.overview, title=language.text("Overview"), url_path="overblik", default=True),
    "growth": st.Page(growth.growth, title=language.text("Growth potential"), url_path="vaekst"),
    "season": st.Page(season.season, title=language.text("Season spread"), url_path="saeson"),
    "business": st.Page(business.business, title=language.text("Culture business"), url_path="kulturvirksomhed"),
    "guests": st.Page(guests.guests, title=language.text("Guests"), url_path="gaester"),
    "regenerative": st.Page(regenerative.regenerative, title=language.text("Regenerative"), url_path="regenerativt"),
    "collaboration": st.Page(collaboration.collaboration, title=language.text("Collaboration"), url_path="samarbejde"),
    "steps": st.Page(steps.steps, title=language.text("Ten steps"), url_path="ti-skridt"),
    "tourism_value": st.Page(
        tourism_value.tourism_value, title=language.text("The value of tourism"), url_path="turismens-vaerdi"
    ),
    "board": st.Page(board.board, title=language.text("Board"), url_path="bestyrelse"),
    "data": st.Page(data.data, title=language.text("Data"), url_path="data"),
    "method": st.Page(method.method, title=language.text("Method"), url_path="metode"),
}
if reader.may_administer:
    if settings() is not None:
        pages["members"] = st.Page(members.members, title=language.text("Access"), url_path="adgang")
    pages["journal"] = st.Page(journal.journal, title=language.text("Journal"), url_path="journal")
chosen = st.navigation(list(pages.values()), expanded=True)
view = filters.draw(store_data, asked)
draw_sign_out(reader, view.language)
keep(Context(store_data, reader, view.language, view.place, view.year, is_dark(), pages))
set_look(view.language, chosen.title)
filters.say_what_was_dropped(view)
draw_banners(store_data, view)
chosen.run()
