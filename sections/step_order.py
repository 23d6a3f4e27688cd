"""The order of the steps and which of them are not relevant, all ten at once."""

import pandas as pd
import streamlit as st

from answers.steps import TenSteps
from frame.context import Context
from pipelines.edit_rows import Edit
from sections.saving import last_saved, save
from sections.steps_figures import step_names
from warehouse.schema import datasets

_KEYS = ("destination_id", "step")
_REASON = "not_relevant_reason"


def draw_step_order(context: Context, steps: TenSteps) -> None:
    """Draw, folded away, the ten steps to be put in order or left out with a reason."""
    if not context.reader.may_edit:
        return
    folded = st.expander(context.text("Reorder the steps, or leave one out"), key="editor_order", on_change="rerun")
    if not folded.open:
        return
    with folded, st.form(f"form_order_{last_saved()}", border=False):
        edited = _editor(context, steps)
        if st.form_submit_button(context.text("Save the order"), type="primary", key="save_order"):
            _save(context, steps, edited)


def _editor(context: Context, steps: TenSteps) -> pd.DataFrame:
    dataset, code, names = datasets()["steps"], context.language.code, step_names(context)
    shown = pd.DataFrame(
        {
            "step": [names[str(step.number)] for step in steps.steps],
            "position": [step.position for step in steps.steps],
            "not_relevant": [step.not_relevant for step in steps.steps],
            _REASON: [step.fields.get(_REASON, "") for step in steps.steps],
        }
    )
    headers = {str(name): dataset.column(str(name)).header[code] for name in shown}
    return st.data_editor(
        shown,
        hide_index=True,
        disabled=["step"],
        width="stretch",
        column_config={
            "step": st.column_config.TextColumn(headers["step"]),
            "position": st.column_config.NumberColumn(headers["position"], min_value=1, max_value=10, step=1),
            "not_relevant": st.column_config.CheckboxColumn(headers["not_relevant"]),
            _REASON: st.column_config.TextColumn(headers[_REASON], width="large"),
        },
        key=f"order_{last_saved()}",
    )


def _save(context: Context, steps: TenSteps, edited: pd.DataFrame) -> None:
    left_out = edited[edited["not_relevant"]]
    if (left_out[_REASON].fillna("").str.strip() == "").any():
        st.error(context.text("A step that is left out needs its reason."))
        return
    rows = [row for row in changed_rows(steps, edited) if len(row) > len(_KEYS)]
    save(context, Edit(context.text("The order of the steps ({place})", place=steps.place.name), "steps", rows))


def changed_rows(steps: TenSteps, edited: pd.DataFrame) -> list[dict[str, str | int | None]]:
    """Return for each step, in the order shown, its keys and what was changed of it."""
    rows = []
    for step, row in zip(steps.steps, edited.to_dict("records"), strict=True):
        changed: dict[str, str | int | None] = {"destination_id": steps.place.code, "step": str(step.number)}
        if row["position"] != step.position:
            changed["position"] = None if pd.isna(row["position"]) else int(row["position"])
        if bool(row["not_relevant"]) != step.not_relevant:
            changed["not_relevant"] = 1 if row["not_relevant"] else None
        if (row[_REASON] or "") != step.fields.get(_REASON, ""):
            changed[_REASON] = row[_REASON] or None
        rows.append(changed)
    return rows
