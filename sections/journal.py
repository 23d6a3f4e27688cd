"""The journal of acts: chosen by act, person, outcome and day, to read and to take away, and its head to keep."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from datetime import UTC, date, datetime
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from answers.days import clock_time, danish_day
from frame.context import Context
from locales import mark
from records.journal import Entry, head, head_text
from sections.journal_words import moment_text, said, who
from sections.tables import draw_table

_ACTS: Mapping[str, str] = {
    "load": mark("loaded a file"),
    "undo": mark("undid an upload"),
    "edit": mark("edited"),
    "answer": mark("changed an answer"),
    "forget": mark("took an answer back"),
    "send": mark("sent a board page"),
    "link": mark("made a link"),
    "list links": mark("listed the links"),
    "open": mark("opened a board page"),
    "revoke": mark("revoked a link"),
    "rotate": mark("renewed a link"),
    "export": mark("exported"),
    "decide": mark("noted a decision"),
    "withdraw decision": mark("withdrew a decision"),
    "keep template": mark("kept a template"),
    "forget template": mark("deleted a template"),
    "sign-in": mark("signed in"),
    "sign-out": mark("signed out"),
    "role": mark("changed who may do what"),
}
_OUTCOMES: Mapping[str, str] = {"done": mark("done"), "refused": mark("refused")}


def journal_sentence(context: Context, lines: Sequence[Entry], wrong: int | None) -> str:
    """Return whether the journal can be trusted, and what it holds."""
    if wrong is not None:
        return context.text("Line {number} of the journal is not as it was written.", number=wrong)
    refused = sum(line.outcome == "refused" for line in lines)
    told = context.language.plural("{n} act", "{n} acts", len(lines))
    return context.text(
        "{acts} in the journal, {refused} of them refused; every line is as it was written.",
        acts=told,
        refused=context.language.number(refused),
    )


def draw_journal(context: Context, lines: Sequence[Entry]) -> None:
    """Draw the choices and the acts that they leave, newest first."""
    wanted = _draw_choices(context, lines)
    chosen = [line for line in lines if all(fits(line) for fits in wanted)]
    if not chosen:
        st.write(context.text("There is no such act."))
        return
    draw_table(
        context,
        journal_table(context, chosen),
        context.text("Acts, the newest first"),
        "journal",
        rows=100,
        written=pd.DataFrame([_as_written(context, line) for line in chosen]),
    )


def journal_table(context: Context, lines: Sequence[Entry]) -> pd.DataFrame:
    """Return the acts as they are taken away: as they are written, with real moments, and word for word."""
    when = context.text("When (Danish time)")
    return pd.DataFrame(
        {**_as_written(context, line), when: clock_time(_moment(line).replace(tzinfo=None)), **_as_kept(line)}
        for line in lines
    )


def draw_seal(context: Context) -> None:
    """Draw the head, with which a journal that was cut or wholly rewritten is found out."""
    st.subheader(context.text("The seal of the newest line"))
    st.write(
        context.text(
            "Each line is sealed with the one before. Whoever can write in the database could cut the end off or seal "
            "all of it anew; keep this somewhere else, and python -m records verify --head finds that out too."
        )
    )
    st.code(head_text(head()), language=None)


def _draw_choices(context: Context, lines: Sequence[Entry]) -> list[Callable[[Entry], bool]]:
    fields = {
        "act": (context.text("Act"), _ACTS),
        "by": (context.text("Who"), {"unknown": mark("not known by name")}),
        "role": (context.text("Role"), {}),
        "outcome": (context.text("Outcome"), _OUTCOMES),
    }
    wanted = []
    for column, (field, (label, words)) in zip(st.columns(4), fields.items(), strict=True):
        with column:
            wanted.append(_choose(context, label, lines, field, words))
    left, _ = st.columns(2)
    with left:
        return [*wanted, _choose_days(context, lines)]


def _choose(
    context: Context, label: str, lines: Sequence[Entry], field: str, words: Mapping[str, str]
) -> Callable[[Entry], bool]:
    found = sorted({str(getattr(line, field)) for line in lines})
    chosen = st.selectbox(
        label,
        found,
        index=None,
        format_func=lambda value: context.text(words[value]) if value in words else value,
        placeholder=context.text("all"),
        key=f"journal_{field}",
    )
    return lambda line: chosen is None or getattr(line, field) == chosen


def _choose_days(context: Context, lines: Sequence[Entry]) -> Callable[[Entry], bool]:
    first, last = (_day(lines[-1]), _day(lines[0])) if lines else (date.today(), date.today())
    chosen = st.date_input(
        context.text("Days"), (first, last), min_value=first, max_value=last, format="DD.MM.YYYY", key="journal_days"
    )
    since, until = chosen if isinstance(chosen, tuple) and len(chosen) > 1 else (first, last)
    return partial(_is_between, since, until)


def _is_between(since: date, until: date, line: Entry) -> bool:
    return since <= _day(line) <= until


def _moment(line: Entry) -> datetime:
    return datetime.fromisoformat(line.at).astimezone(UTC)


def _day(line: Entry) -> date:
    return danish_day(_moment(line).replace(tzinfo=None))


def _as_kept(line: Entry) -> dict[str, Any]:
    """The line word for word, so that its seal can be checked against what is taken away; its time is UTC."""
    kept = {name: value for name, value in asdict(line).items() if name != "at"}
    return {"at (UTC)": line.at, **kept}


def _as_written(context: Context, line: Entry) -> dict[str, Any]:
    return {
        context.text("No."): context.language.number(line.number),
        context.text("When (Danish time)"): moment_text(_moment(line), context.language),
        context.text("Who"): who(line, context.language),
        context.text("Act"): context.text(_ACTS[line.act]) if line.act in _ACTS else line.act,
        context.text("Outcome"): context.text(_OUTCOMES[line.outcome]),
        context.text("About"): ": ".join(said(part, context.language) for part in (line.about, line.detail) if part),
    }
