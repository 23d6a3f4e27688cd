"""Answers about layouts and names, changed and taken back by people, each with its line in the journal."""

from access.acts import By, acting, name_of
from warehouse import remembered
from warehouse.asked import Ask
from warehouse.connect import Store


def change_answer(store: Store, ask: Ask, answer: str, by: By) -> None:
    """Let another answer stand for the next files. Raises StoreBusyError."""
    with acting(by, "load", "answer", _about(ask)):
        remembered.change(store, ask, answer, name_of(by))


def forget_answer(store: Store, ask: Ask, by: By) -> None:
    """Let an answer stand no longer; the question is put again. Raises StoreBusyError."""
    with acting(by, "load", "forget", _about(ask)):
        remembered.forget(store, ask, name_of(by))


def _about(ask: Ask) -> str:
    return f"{ask.kind} {ask.subject}".strip()
