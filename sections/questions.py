"""What the reader of a workbook asks before it can go on: one form, answered once for each layout."""

from collections.abc import Mapping, Sequence
from functools import partial

import streamlit as st

from answers.places import entity_names
from frame.context import Context
from locales import mark
from pipelines.asking import KINDS, Ask, Confirmed
from pipelines.findings import Finding
from pipelines.names import NEW
from sections.finding_names import by_name
from sections.words import plain_markdown
from warehouse.schema import datasets

_FEW = 5
# Questions that may be answered by a text that is none of the options.
_OPEN = frozenset({"which_name", "which_year"})
_ANSWERS: Mapping[tuple[str, str], str] = {
    ("decimal", ","): mark("A comma parts the decimals: 1.234,5"),
    ("decimal", "."): mark("A point parts the decimals: 1,234.5"),
    ("dash", "zero"): mark("None (0)"),
    ("dash", "missing"): mark("Not known"),
    ("scale", "1"): mark("As written"),
    ("scale", "1000"): mark("In thousands"),
    ("scale", "1000000"): mark("In millions"),
    ("unit", "same"): mark("The figures are in our unit after all"),
    ("unit", "skip"): mark("Leave the column out"),
    ("column", "skip"): mark("Leave the column out"),
    ("name", "new"): mark("It is a new name"),
    ("which_name", NEW): mark("The headings over the figures are the names"),
}


def answer_text(context: Context, ask: Ask, answer: str) -> str:
    """Return an answer as people say it: a choice in words, a column by its header, a name by its name."""
    if (ask.kind, answer) in _ANSWERS:
        return context.text(_ANSWERS[ask.kind, answer])
    if ask.kind == "which_measure":
        dataset_id, _, column_id = answer.partition(".")
        dataset = datasets().get(dataset_id)
        if dataset and column_id in {column.id for column in dataset.columns}:
            code = context.language.code
            return f"{dataset.name[code]}: {dataset.column(column_id).header[code]}"
    if ask.kind == "column":
        headers = [
            column.header for dataset in datasets().values() for column in dataset.columns if column.id == answer
        ]
        return headers[0][context.language.code] if headers else answer
    if ask.kind in ("name", "which_name"):
        return entity_names(context.data).get(answer, answer)
    return answer


def draw_questions(context: Context, findings: Sequence[Finding]) -> Confirmed:
    """Draw a form with every finding that can be answered; return the answers when it is sent, else nothing."""
    asked = {finding.ask: finding for finding in reversed(findings) if finding.ask is not None}
    if not asked:
        return {}
    st.subheader(context.language.plural("{n} question first", "{n} questions first", len(asked)), anchor="questions")
    with st.form("questions", border=True):
        answers = {ask: _draw_one(context, ask, finding) for ask, finding in reversed(asked.items())}
        sent = st.form_submit_button(context.text("Read again with these answers"), type="primary", key="answer")
    return {ask: answer for ask, answer in answers.items() if sent and answer}


def _draw_one(context: Context, ask: Ask, finding: Finding) -> str:
    language = context.language
    finding = by_name(context, finding)
    question = finding.question(language)
    label = plain_markdown(f"{question} ({finding.place})" if finding.place else question)
    key = "ask_" + "_".join(ask)
    options = finding.options or KINDS.get(ask.kind, ())
    if not options:
        return st.text_input(label, key=key, help=plain_markdown(finding.suggestion(language)) or None).strip()
    words = partial(answer_text, context, ask)
    more = plain_markdown(finding.suggestion(language)) or None
    if ask.kind in _OPEN and tuple(options) != (NEW,):
        hint = context.text("Choose or write")
        chosen: str | None = st.selectbox(
            label,
            options,
            index=None,
            format_func=words,
            key=key,
            help=more,
            placeholder=hint,
            accept_new_options=True,
        )
        return chosen or ""
    if len(options) <= _FEW:
        return (
            st.radio(label, options, index=None, format_func=lambda one: plain_markdown(words(one)), key=key, help=more)
            or ""
        )
    hint = context.text("Choose")
    return st.selectbox(label, options, index=None, format_func=words, key=key, help=more, placeholder=hint) or ""
