"""The history of uploads: an undo first says what it takes away and what it gives back."""

import pytest

from locales import ENGLISH
from sections.history import what_goes
from warehouse.ledger import Event, utc_now


def upload(new: int, changed: int, erased: int) -> Event:
    facts = new + changed + erased
    return Event(
        3, "load", None, utc_now(), "Anna", False, "f.xlsx", "0", "xlsx", 2, facts, new, changed, 0, 9, 9, 0, 0
    )


@pytest.mark.parametrize(
    ("event", "told"),
    [
        (upload(1200, 0, 0), "1,200 figures that it brought go."),
        (
            upload(1, 2, 1),
            "1 figure that it brought goes. 2 figures that it changed become what they were before. "
            "1 figure that it removed comes back.",
        ),
    ],
)
def test_an_undo_says_what_goes_and_what_comes_back(event: Event, told: str) -> None:
    assert what_goes(event, ENGLISH) == f"{told} What a later upload says stands. The file can be loaded again."
