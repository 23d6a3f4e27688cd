"""What has happened in a step: support, sparring, workshops, channels, early tests; and the form for it."""

from answers.steps import DECISION, TenSteps
from frame.context import Context
from sections.editor import draw_editor
from sections.log_entries import draw_entries
from sections.row_form import RowForm
from sections.steps_figures import step_names
from warehouse.schema import datasets

_SHOWN = ("date", "kind", "subject", "text", "learned", "who", "amount_dkk", "hours", "participants")
_NEEDED = ("date", "kind", "text")


def draw_step_log(context: Context, steps: TenSteps, number: int) -> None:
    """Draw what the log has of the step, newest first, and the form; what the reviews decided stands by itself."""
    entries = steps.log[(steps.log["step"] == str(number)) & (steps.log["kind"] != DECISION)]
    if len(entries):
        draw_entries(context, entries, _SHOWN, context.text("From the log"), f"log_of_step_{number}")
    rows = {str(row["entry_id"]): str(row["subject"] or row["entry_id"]) for row in entries.to_dict("records")}
    kinds = {choice.code: choice.names[context.language.code] for choice in datasets()["log"].column("kind").choices}
    labels = {"kind": {code: name for code, name in kinds.items() if code != DECISION}}

    def form_of(chosen: str | None) -> RowForm:
        name = context.text(
            "Log of step {step} ({place})", step=step_names(context)[str(number)], place=steps.place.name
        )
        if chosen:
            return RowForm(name, "log", {"entry_id": chosen}, _SHOWN, _NEEDED, labels=labels)
        settled = {"destination_id": steps.place.code, "step": str(number)}
        return RowForm(
            name, "log", settled, _SHOWN, _NEEDED, fresh={"entry_id": f"{steps.place.code}-log"}, labels=labels
        )

    draw_editor(context, context.text("Write in the log of this step"), rows, form_of, "step_log")
