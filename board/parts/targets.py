"""The target beside a figure: floor and ceiling of the page's year, and where the figure stands."""

from answers.answer import Answer
from answers.targets import Target, targets
from answers.wording import value_text
from board.content import Cell
from board.parts.asked import PlaceAsked
from board.parts.cells import result_cell, words
from kpis.result import Value
from locales.language import NOT_KNOWN


def target_of(at: PlaceAsked, answer: Answer) -> Target | None:
    """Return the target that is set for the figure in the page's year."""
    if at.place.kind != "destination":
        return None
    asked = at.asked
    found = targets(asked.data, at.place, asked.year, asked.reader)
    return next((one for one in found if one.passport.id == answer.id and one.period == str(asked.year)), None)


def bound_cells(at: PlaceAsked, answer: Answer) -> tuple[Cell, Cell]:
    """Return floor and ceiling, "–" where they are not set."""
    target = target_of(at, answer)
    bounds = (("floor", target.low if target else None), ("ceiling", target.high if target else None))
    floor, ceiling = (
        result_cell(at, answer, None if bound is None else Value(bound), at.asked.year, name) for name, bound in bounds
    )
    return floor, ceiling


def status_text(at: PlaceAsked, answer: Answer) -> str:
    """Return where the figure stands in its band, "–" without one."""
    target = target_of(at, answer)
    if target is None or not isinstance(target.status, Value):
        return NOT_KNOWN
    return value_text(target.status, "label", at.asked.language)


def status_cell(at: PlaceAsked, answer: Answer) -> Cell:
    """Return where the figure stands in its band."""
    target = target_of(at, answer)
    if target is None or not isinstance(target.status, Value):
        return words(NOT_KNOWN)
    key = at.key(at.asked.year, answer.id, "band")
    return Cell(text=status_text(at, answer), key=key, code=str(target.status.value))


def target_words(at: PlaceAsked, answer: Answer) -> str:
    """Return the target as a comparison in words, "" where none is set."""
    if target_of(at, answer) is None:
        return ""
    floor, ceiling = bound_cells(at, answer)
    status = status_text(at, answer)
    if floor.number is None:
        return at.asked.text("target: at most {ceiling} ({status})", ceiling=ceiling.text, status=status)
    if ceiling.number is None:
        return at.asked.text("target: at least {floor} ({status})", floor=floor.text, status=status)
    return at.asked.text(
        "target: between {floor} and {ceiling} ({status})", floor=floor.text, ceiling=ceiling.text, status=status
    )
