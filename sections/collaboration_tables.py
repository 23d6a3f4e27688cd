"""The tables of the page Collaboration: who is in the network, what they give each other, what they make together."""

from collections.abc import Iterable

import pandas as pd
import streamlit as st

from answers.collaboration import Collaboration
from answers.logged import within
from answers.network import Tie
from answers.places import actor_names
from answers.profile_notes import ROLE_CARD, profile_notes
from charts.cards import CardText, cards_html
from charts.network import NAMES_FIT
from charts.page_parts import note_html
from frame.context import Context
from kpis.result import Undefined
from sections.collaboration_words import choice_names, kind_names, said_by, sector_name
from sections.profile_form import ProfileForm, draw_profile_form
from sections.tables import draw_table, written_table
from sections.ties import draw_tie_form, draw_ties_beside
from sections.words import capitalised, day_of, day_text, headers_of, later_marked


def draw_actors(context: Context, collaboration: Collaboration) -> None:
    """Draw the actors of the network in the order of the map, with the ties of each; who stands outside says so."""
    network, names = collaboration.network, actor_names(context.data)
    if not network.ties:
        return
    rows = []
    for number, actor in enumerate(network.members, 1):
        ties = sum(actor in pair for pair in network.confirmed)
        rows.append(
            {
                context.text("No."): number,
                context.text("Actor"): names.get(actor, actor),
                context.text("Sector"): sector_name(context, network.sectors[actor]),
                context.text("Confirmed partners"): ties if actor in network.asked else None,
                context.text("Remark"): _remark(context, collaboration, actor),
            }
        )
    table = pd.DataFrame(rows)
    if len(rows) <= NAMES_FIT:
        table = table.drop(columns=context.text("No."))
    draw_table(context, table, context.text("The actors on the map"), "network_actors", rows=60)


def _remark(context: Context, collaboration: Collaboration, actor: str) -> str:
    if actor not in collaboration.network.asked:
        return context.text("not asked yet")
    if actor in collaboration.isolates:
        return context.text("stands outside: invite")
    return context.text("the DMO") if actor == collaboration.network.dmo else ""


def draw_ties(context: Context, collaboration: Collaboration) -> None:
    """Draw what each side of every tie gives the other, and the ties that reach out of the place."""
    if collaboration.network.ties:
        st.subheader(context.text("What we give each other"))
        table = _ties_table(context, collaboration.network.ties)
        draw_table(context, table, context.text("Ties and what each side gives"), "ties", rows=60)
    if collaboration.network.outward:
        table = _ties_table(context, collaboration.network.outward)
        draw_table(context, table, context.text("Ties to actors in other places"), "ties_outward", rows=60)
    draw_ties_beside(context, collaboration)
    draw_tie_form(context, collaboration)


def _ties_table(context: Context, ties: Iterable[Tie]) -> pd.DataFrame:
    names, kinds = actor_names(context.data), kind_names(context)
    header = headers_of(context, "partnerships")
    return pd.DataFrame(
        [
            {
                header["actor_a"]: names.get(tie.a, tie.a),
                header["actor_b"]: names.get(tie.b, tie.b),
                header["tie_type"]: kinds[tie.kind],
                context.text("Confirmed"): said_by(context, tie),
                header["gives_a"]: tie.gives_a,
                header["gives_b"]: tie.gives_b,
            }
            for tie in ties
        ]
    )


def draw_role_cards(context: Context, collaboration: Collaboration) -> None:
    """Draw the role cards of the network's actors."""
    st.subheader(context.text("Role cards"))
    if not collaboration.cards:
        st.html(
            note_html(context.text("Nobody has written a role card yet: what I do, and what I need from the others."))
        )
        _draw_card_form(context, collaboration)
        return
    names, fields = actor_names(context.data), choice_names(context, "profiles", "field")
    cards = [
        CardText(
            names.get(card.actor, card.actor),
            sector_name(context, collaboration.network.sectors[card.actor]),
            ((capitalised(fields["i_do"]), card.does), (capitalised(fields["i_need"]), card.needs)),
            ", ".join(filter(None, (card.author, day_text(context, card.written_on)))),
        )
        for card in collaboration.cards
    ]
    st.html(cards_html(cards, untold=context.text("not told yet")))
    _draw_card_form(context, collaboration)


def _draw_card_form(context: Context, collaboration: Collaboration) -> None:
    place = collaboration.place
    form = ProfileForm(
        "role_cards",
        context.text("Role card ({place})", place=place.name),
        context.text("Write or correct a role card"),
        ROLE_CARD,
    )
    draw_profile_form(context, place, profile_notes(context.data, place, ROLE_CARD), form)


def draw_products(context: Context, collaboration: Collaboration) -> None:
    """Draw the products that somebody of the place makes with others."""
    st.subheader(context.text("What we make together"))
    if not collaboration.products:
        told = context.text("No joint products are registered for {year}.", year=collaboration.year)
        st.html(note_html(told))
        return
    names, statuses = actor_names(context.data), choice_names(context, "products", "status")
    header = headers_of(context, "products")
    table = pd.DataFrame(
        [
            {
                header["name"]: product.name,
                header["actor_id"]: names.get(product.owner, product.owner),
                header["partners"]: context.language.listed(names.get(one, one) for one in product.partners),
                header["status"]: statuses.get(product.status, product.status),
                header["live_from"]: day_of(product.live_from),
                header["identity_text"]: product.identity,
                header["revenue_dkk"]: product.revenue,
            }
            for product in collaboration.products
        ]
    )
    if table[header["revenue_dkk"]].isna().all():
        table = table.drop(columns=header["revenue_dkk"])
    draw_table(context, table, context.text("Joint products and their partners"), "joint_products", rows=40)


def draw_exchanges(context: Context, collaboration: Collaboration) -> None:
    """Draw what the log tells of learning from each other in the year, and what is later, marked."""
    st.subheader(context.text("What we learned from each other"))
    met = collaboration.exchanges
    if within(met).empty:
        st.html(note_html(_none_met(context, collaboration)))
    if met.empty:
        return
    header = headers_of(context, "log")
    kinds = choice_names(context, "log", "kind")
    table = pd.DataFrame(
        {
            header["subject"]: met["subject"],
            header["kind"]: met["kind"].map(lambda kind: kinds.get(kind, kind)),
            header["date"]: met["date"].map(day_of),
            header["who"]: met["who"],
            header["participants"]: met["participants"],
            header["learned"]: met["learned"],
        }
    )
    written, date = written_table(context, table), header["date"]
    written[date] = later_marked(context, written[date], met["later"])
    caption = context.text("Workshops and sparring in the log")
    draw_table(context, table, caption, "exchanges", rows=40, written=written)


def _none_met(context: Context, collaboration: Collaboration) -> str:
    if not isinstance(collaboration.answers["knowledge_exchange"].result, Undefined):
        return context.text("The log holds no workshops and no sparring in {year}.", year=collaboration.year)
    if collaboration.exchanges.empty:
        return context.text("No log of workshops and sparring is kept, so it is unknown and not 0.")
    return context.text("The log begins after {year}, so it is unknown and not 0.", year=collaboration.year)
