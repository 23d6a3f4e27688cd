"""The ties of a place as people tell of them: those that the year does not count, and the form for them."""

from collections.abc import Mapping

import pandas as pd

from answers.collaboration import Collaboration
from answers.places import actor_names
from answers.ties import ties_beside
from frame.context import Context
from sections.collaboration_words import kind_names
from sections.editor import draw_editor
from sections.row_form import RowForm
from sections.tables import draw_table
from sections.words import day_of, headers_of

_KEYS = ("actor_a", "actor_b", "tie_type")
_SAID = ("gives_a", "gives_b", "confirmed_a", "confirmed_b")
Keys = Mapping[str, str]


def draw_ties_beside(context: Context, collaboration: Collaboration) -> None:
    """Draw the ties that do not count in the year, for those alone who are told who stands outside."""
    if not context.reader.sees_business_figures:
        return
    found = ties_beside(context.data, collaboration.place, collaboration.year)
    header, states = headers_of(context, "partnerships"), _states(context, collaboration.year)
    table = pd.DataFrame(
        {
            **{header[key]: [_word(context, key, code) for code in found[key]] for key in _KEYS},
            context.text("Why it does not count"): found["state"].map(states),
            **{header[day]: found[day].map(day_of) for day in ("start", "end")},
        }
    )
    if len(table):
        caption = context.text("Ties that do not count in {year}", year=collaboration.year)
        draw_table(context, table, caption, "ties_beside", rows=20)


def draw_tie_form(context: Context, collaboration: Collaboration) -> None:
    """Draw the form for a new tie, or to correct one of those that are shown; an area has no actors to tie."""
    place, names = collaboration.place, actor_names(context.data)
    if place.kind == "area":
        return
    keys = _shown(context, collaboration)
    rows = {at: " – ".join(_word(context, key, told[key]) for key in _KEYS) for at, told in keys.items()}
    yes_or_no = {"1": context.text("yes"), "0": context.text("no")}
    labels = {
        "actor_a": {actor: names.get(actor, actor) for actor in place.actors},
        "actor_b": names,
        "confirmed_a": yes_or_no,
        "confirmed_b": yes_or_no,
    }

    def form_of(chosen: str | None) -> RowForm:
        title = context.text("Tie ({place})", place=place.name)
        if chosen:
            return RowForm(title, "partnerships", keys[chosen], (*_SAID, "start", "end"), labels=labels)
        # A tie is there when somebody says so, and whoever writes of one mostly does; else it is told by its beginning.
        said, new = {"confirmed_a": 1}, (*_KEYS, "start", *_SAID, "end")
        return RowForm(title, "partnerships", {}, new, labels=labels, suggested=said)

    draw_editor(context, context.text("Write down or correct a tie"), rows, form_of, "ties")


def _shown(context: Context, collaboration: Collaboration) -> dict[str, Keys]:
    """Return the keys of the rows that tell of the ties this reader is shown, whichever end told of them."""
    ties = (*collaboration.network.ties, *collaboration.network.outward)
    told = [(one, other, tie.kind) for tie in ties for one, other in ((tie.a, tie.b), (tie.b, tie.a))]
    if context.reader.sees_business_figures:
        beside = ties_beside(context.data, collaboration.place, collaboration.year)
        told += list(beside[list(_KEYS)].itertuples(index=False, name=None))
    known = set(context.data.frame("partnerships")[list(_KEYS)].itertuples(index=False, name=None))
    return {"|".join(at): dict(zip(_KEYS, at, strict=True)) for at in dict.fromkeys(told) if at in known}


def _states(context: Context, year: int) -> Mapping[str, str]:
    return {
        "later": context.text("begins after {year}", year=year),
        "ended": context.text("ended before {year}", year=year),
        "denied": context.text("somebody says that it is not there"),
    }


def _word(context: Context, key: str, code: str) -> str:
    words = kind_names(context) if key == "tie_type" else actor_names(context.data)
    return words.get(code, code)
