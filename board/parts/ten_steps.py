"""The ten steps: how far each has come, as judged by the place itself."""

from collections.abc import Iterator

from answers.sentences.steps import steps_sentence
from answers.steps import TenSteps
from answers.steps import ten_steps as answer_steps
from board.composition import SectionChoice
from board.content import Cell, Figure, Section, Table
from board.parts.asked import Asked, PlaceAsked
from board.parts.cells import said_table, table, words
from board.parts.figures import frozen_figure
from kpis.steps.plan import FIVE_W
from sections.steps_figures import stage_text, step_names, steps_drawing
from sections.words import evidence_text
from warehouse.schema import datasets

_SAID = ("ten_steps_status", "five_w_completeness", "action_overdue_share")


def ten_steps(asked: Asked, choice: SectionChoice) -> Section:
    """Return the steps of every place."""
    places = [(at, answer_steps(asked.data, at.place, asked.year, asked.day)) for at in asked.places()]
    return Section(
        kind="ten_steps",
        heading=asked.text("The ten steps"),
        sentence="\n".join(steps_sentence(steps, asked.language) for _, steps in places),
        comment=choice.comment,
        figures=tuple(figure for at, steps in places for figure in _figures(at, steps)),
        tables=tuple(said_table(at, [steps.answers[kpi] for kpi in _SAID]) for at, steps in places),
        starts_on_new_page=choice.starts_on_new_page,
    )


def _figures(at: PlaceAsked, steps: TenSteps) -> Iterator[Figure]:
    if at.place.kind == "destination":
        yield frozen_figure(at, steps_drawing(at.context, steps), None, _table(at, steps))


def _table(at: PlaceAsked, steps: TenSteps) -> Table:
    asked, context, code = at.asked, at.context, at.asked.language.code
    names, columns = step_names(context), datasets()["steps"]
    rows = [
        (
            words(names[str(step.number)]),
            Cell(
                text=stage_text(context, step),
                number=step.maturity,
                key=at.key(asked.year, "step", step.number),
                code="not_relevant" if step.not_relevant else "",
            ),
            *(words(evidence_text(context, step.fields.get(name, ""))) for name in FIVE_W),
        )
        for step in steps.steps
    ]
    headers = [asked.text("Step"), asked.text("Stage"), *(columns.column(name).header[code] for name in FIVE_W)]
    return table(asked.text("The ten steps, {place}", place=at.place.name), headers, rows)
