"""The members: a list, a form to add one, and a form to change one; for administrators."""

from collections.abc import Callable

import pandas as pd
import streamlit as st

from access import members
from access.acts import NotAllowedError
from access.members import Member, MemberError, Rights
from access.reader import RIGHTS, Role
from access.words import ROLES, member_fault
from answers.places import all_places
from frame.context import Context
from sections.tables import draw_table
from sections.words import plain_markdown

_TOLD = "_told_of_members"


def members_sentence(context: Context) -> str:
    """Who has access?"""
    standing = [member for member in members.all_members() if member.removed_at is None]
    admins = sum(member.reader.may_administer for member in standing)
    return " ".join(
        (
            context.language.plural("{n} person has access.", "{n} people have access.", len(standing)),
            context.language.plural("{n} of them is an administrator.", "{n} of them are administrators.", admins),
        )
    )


def draw_members(context: Context) -> None:
    """Draw the members, and the ways to add, change and remove one and to sign everybody out."""
    if told := st.session_state.pop(_TOLD, None):
        st.success(plain_markdown(told))
    found = members.all_members()
    table = pd.DataFrame([_row(context, member) for member in found])
    if len(table):
        draw_table(context, table, context.text("Who has access"), "members", rows=20)
    _draw_addition(context)
    standing = {member.email: member for member in found if member.removed_at is None}
    if standing:
        _draw_change(context, standing)
    _draw_signing_out(context)


def _row(context: Context, member: Member) -> dict[str, object]:
    rights = member.rights
    return {
        context.text("E-mail"): member.email,
        context.text("Role"): context.text(ROLES[rights.role]),
        context.text("Places"): _places_in_words(context, rights),
        context.text("Sees figures of fewer than three"): _yes_or_no(context, rights),
        context.text("Added by"): member.added_by,
        context.text("Access"): _state(context, member),
    }


def _yes_or_no(context: Context, rights: Rights) -> str:
    return context.text("yes") if rights.sees_business_figures else context.text("no")


def _state(context: Context, member: Member) -> str:
    return context.text("has access") if member.removed_at is None else context.text("removed")


def _places_in_words(context: Context, rights: Rights) -> str:
    if rights.places is None:
        return context.text("all places")
    known = all_places(context.data)
    return ", ".join(sorted(known[place].name if place in known else place for place in rights.places)) or "–"


def _draw_addition(context: Context) -> None:
    st.subheader(context.text("Add somebody"))
    with st.form("add_member", clear_on_submit=True):
        email = st.text_input(context.text("E-mail"), key="new_member")
        rights = _ask_rights(context, Rights("reader", frozenset()), "new")
        if st.form_submit_button(context.text("Add"), type="primary", key="add_member_button"):
            _write(
                context,
                context.text("{email} has access.", email=email),
                lambda: members.add(email, rights, context.reader),
            )


def _draw_change(context: Context, standing: dict[str, Member]) -> None:
    st.subheader(context.text("Change or remove"))
    email = st.selectbox(context.text("Who?"), list(standing), key="member")
    with st.form(f"change_{email}"):
        rights = _ask_rights(context, standing[email].rights, email)
        save, remove, _ = st.columns([1, 1, 3])
        with save:
            saves = st.form_submit_button(context.text("Save"), type="primary", key="save_member", width="stretch")
        with remove:
            removes = st.form_submit_button(context.text("Remove access"), key="remove_member", width="stretch")
    if saves:
        told = context.text("The change holds from the next click of {email}.", email=email)
        _write(context, told, lambda: members.change(email, rights, context.reader))
    if removes:
        told = context.text("{email} has access no longer.", email=email)
        _write(context, told, lambda: members.remove(email, context.reader))


def _ask_rights(context: Context, known: Rights, about: str) -> Rights:
    names = {place.id: place.name for place in all_places(context.data).values()}
    roles: list[Role] = list(RIGHTS)
    role = st.radio(
        context.text("Role"),
        roles,
        index=roles.index(known.role),
        format_func=lambda one: context.text(ROLES[one]),
        horizontal=True,
        help=context.text(
            "Readers look; analysts also load and send; administrators also say who has access. "
            "Loading and administration need all places."
        ),
        key=f"role_{about}",
    )
    is_all = st.checkbox(context.text("All places"), known.places is None, key=f"all_places_{about}")
    stands = sorted(known.places or ())
    places = st.multiselect(
        context.text("Places, where not all"),
        list(dict.fromkeys([*names, *stands])),
        default=stands,
        placeholder=context.text("None chosen"),
        select_all=False,
        wrap=True,
        format_func=lambda place: names.get(place, place),
        key=f"places_{about}",
    )
    sees = st.checkbox(
        context.text("Sees figures of fewer than three"), known.sees_business_figures, key=f"business_{about}"
    )
    return Rights(role, None if is_all else frozenset(places), sees)


def _draw_signing_out(context: Context) -> None:
    with st.expander(context.text("Sign everybody out"), key="sign_out_all"):
        st.write(context.text("Everybody, you too, must sign in again."))
        if st.button(context.text("Sign everybody out"), key="sign_everybody_out"):
            _write(context, "", lambda: members.sign_everybody_out(context.reader))


def _write(context: Context, told: str, act: Callable[[], object]) -> None:
    try:
        act()
    except MemberError as error:
        st.error(member_fault(error, context.language))
    except NotAllowedError:
        st.error(context.text("Only administrators say who has access."))
    else:
        st.session_state[_TOLD] = told
        st.rerun()
