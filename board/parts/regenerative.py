"""The regenerative balance: what gets better beside what it costs, never netted into one number."""

from collections.abc import Iterator, Mapping, Sequence

from answers.answer import Answer
from answers.regenerative import LESS_HARM, MORE_GOOD, Regenerative
from answers.regenerative import regenerative as answer_regenerative
from answers.sentences.regenerative import regenerative_sentence
from answers.wording import reason_text, unit_text
from board.composition import SectionChoice
from board.content import Cell, Chart, Figure, Section, Series, Table
from board.parts.asked import Asked, PlaceAsked
from board.parts.cells import before_cell, count_cell, said_table, table, value_cell, words
from board.parts.figures import frozen_figure
from kpis.regenerative.care import LADDER
from kpis.result import Undefined, Value
from sections.answers import label_of, period_text
from sections.regenerative_figures import regenerative_drawings, status_names


def regenerative(asked: Asked, choice: SectionChoice) -> Section:
    """Return the balance of every place."""
    places = [(at, answer_regenerative(asked.data, at.place, asked.year, asked.reader)) for at in asked.places()]
    return Section(
        kind="regenerative",
        heading=asked.text("What gets better because guests come"),
        sentence="\n".join(regenerative_sentence(found, asked.language) for _, found in places),
        comment=choice.comment,
        figures=tuple(figure for at, found in places for figure in _figures(at, found)),
        tables=tuple(table for at, found in places for table in _tables(at, found)),
        starts_on_new_page=choice.starts_on_new_page,
    )


def _tables(at: PlaceAsked, found: Regenerative) -> Iterator[Table]:
    asked = at.asked
    better = ("regen_evidence_ladder", *MORE_GOOD)
    yield _side(at, found.answers, better, asked.text("What gets better, {place}", place=at.place.name))
    yield _side(at, found.answers, LESS_HARM, asked.text("What it costs, {place}", place=at.place.name))
    yield said_table(at, [found.answers[kpi] for kpi in ("resident_support_share", "resource_per_visit")])


def _side(at: PlaceAsked, answers: Mapping[str, Answer], kpis: Sequence[str], title: str) -> Table:
    asked = at.asked
    headers = [asked.text("Figure"), asked.text("Value"), asked.text("Unit"), asked.text("The year before"),
               asked.text("Period"), asked.text("Why not")]  # fmt: skip
    return table(title, headers, [_row(at, answers[kpi]) for kpi in kpis if kpi in answers])


def _row(at: PlaceAsked, answer: Answer) -> list[Cell]:
    language = at.asked.language
    return [
        words(label_of(at.context, answer, at.measure)),
        value_cell(at, answer),
        words(unit_text(answer.passport.unit, at.measure, language)),
        before_cell(at, answer),
        words(period_text(at.context, answer.period)),
        words(reason_text(answer.result, language) if isinstance(answer.result, Undefined) else ""),
    ]


def _figures(at: PlaceAsked, found: Regenerative) -> Iterator[Figure]:
    drawings = {drawing.name: drawing for drawing in regenerative_drawings(at.context, found)}
    ladder = found.answers["regen_evidence_ladder"].result
    if "ladder" in drawings and isinstance(ladder, Value):
        steps = _steps(at, ladder)
        counts = Series(name=at.asked.text("Actions"), values=tuple(float(n) for n in steps.values()))
        chart = Chart(kind="bar", categories=tuple(steps), series=(counts,))
        yield frozen_figure(at, drawings["ladder"], chart, _ladder_table(at, ladder))


def _steps(at: PlaceAsked, ladder: Value) -> dict[str, int]:
    names, counts = status_names(at.context), ladder.detail["counts"]
    assert isinstance(counts, Mapping)
    return {names[step]: int(counts[step]) for step in LADDER}


def _ladder_table(at: PlaceAsked, ladder: Value) -> Table:
    asked = at.asked
    counts = _steps(at, ladder).items()
    return table(
        asked.text("Regenerative actions by how far they have come, {place}", place=at.place.name),
        (asked.text("How far"), asked.text("Actions")),
        [
            (words(name), count_cell(at, count, asked.year, "regen_evidence_ladder", step))
            for step, (name, count) in zip(LADDER, counts, strict=True)
        ],
    )
