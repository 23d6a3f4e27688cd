"""One step at a time: what people have told beside what is measured, and the form to tell it in."""

from collections.abc import Mapping, Sequence

import streamlit as st

from answers.answer import Answer
from answers.steps import StepTold, TenSteps
from charts.page_parts import heading, note_html
from charts.tables import table_html
from frame.context import Context
from kpis.steps.plan import FIVE_W
from sections.measured import draw_measured
from sections.row_form import RowForm, draw_row_form, known_row
from sections.step_log import draw_step_log
from sections.steps_figures import stage_names, stage_text, step_names
from sections.words import evidence_text
from warehouse.schema import datasets

_COLUMNS = (
    *FIVE_W,
    "evidence_link",
    "owner",
    "judged_on",
    "maturity",
    "position",
    "not_relevant",
    "not_relevant_reason",
)


def draw_step(context: Context, steps: TenSteps, evidence: Mapping[int, Sequence[Answer]]) -> None:
    """Draw a choice of step; of the one chosen what is told, what is measured, and the form."""
    names = step_names(context)
    st.html(heading(context.text("One step at a time"), context.text("What is told, and beside it what is measured")))
    ordered = [step.number for step in steps.steps]
    number = st.selectbox(
        context.text("Step"), ordered, format_func=lambda one: names[str(one)], key="step", label_visibility="collapsed"
    )
    step = next(one for one in steps.steps if one.number == number)
    told, measured = st.columns(2, gap="large")
    with told:
        _draw_told(context, step)
    with measured:
        _draw_measured(context, evidence.get(number, ()))
    if context.reader.may_edit:
        _draw_form(context, steps, step)
    draw_step_log(context, steps, number)


def _draw_told(context: Context, step: StepTold) -> None:
    dataset, code = datasets()["steps"], context.language.code
    shown = (*FIVE_W, "owner", "evidence_link", *(["not_relevant_reason"] if step.not_relevant else []))
    rows = [[context.text("Stage"), stage_text(context, step)]]
    rows += [[dataset.column(name).header[code], evidence_text(context, step.fields.get(name, "–"))] for name in shown]
    headers = [context.text("Told"), context.text("By people here")]
    st.html(table_html(headers, rows, align=["left", "left"], caption=context.text("What people here have told")))


def _draw_measured(context: Context, answers: Sequence[Answer]) -> None:
    if not answers:
        st.html(note_html(context.text("Nothing is measured of this step: it is told, not counted.")))
    draw_measured(context, answers)


def _draw_form(context: Context, steps: TenSteps, step: StepTold) -> None:
    name = step_names(context)[str(step.number)]
    keys = {"destination_id": steps.place.code, "step": str(step.number)}
    known = known_row(context.data.frame("steps"), keys)
    stages = {str(level): f"{level} {word}" for level, word in enumerate(stage_names(context))}
    form = RowForm(
        context.text("Step {step} ({place})", step=name, place=steps.place.name),
        "steps",
        keys,
        _COLUMNS,
        needed_with={"not_relevant": "not_relevant_reason"},
        labels={"maturity": stages, "position": {str(one): str(one) for one in range(1, 11)}},
    )
    folded = st.expander(context.text("Correct this step"), key="editor_step", on_change="rerun")
    if folded.open:
        with folded:
            draw_row_form(context, form, known, "step")
