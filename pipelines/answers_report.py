"""What is remembered of layouts and names, told for other programs and for people, and found again by what they say."""

from collections.abc import Sequence
from typing import Any

from warehouse.remembered import Remembered


def as_objects(lines: Sequence[Remembered]) -> list[dict[str, Any]]:
    """Return the answers that stand as plain values for JSON."""
    return [
        {
            "number": line.number,
            "key": key_of(line),
            **line.ask._asdict(),
            "answer": line.answer,
            "by": line.recorded_by,
            "at": line.recorded_at.isoformat(timespec="seconds") + "Z",
        }
        for line in lines
    ]


def key_of(line: Remembered) -> str:
    """Return the question as one text, such as "decimal/1f2e3d4c5b6a/besoeg"."""
    return "/".join(line.ask)


def find_answer(lines: Sequence[Remembered], said: str) -> Remembered | None:
    """Return the answer with that number or key, or None."""
    return next((line for line in lines if said in (str(line.number), key_of(line))), None)
