"""A journal that was tampered with is found out, whatever was done to it, with the head kept elsewhere."""

import random
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import delete, insert

from records import journal
from records.database import METADATA, writing
from records.journal import Act, Entry

LINES = 40
Lines = list[Entry]


def edited(lines: Lines, dice: random.Random) -> Lines:
    at = dice.randrange(len(lines))
    field = dice.choice(["act", "by", "role", "about", "outcome", "detail", "at", "seal"])
    changed = replace(lines[at], **{field: getattr(lines[at], field) + dice.choice("xyz ")})
    return [*lines[:at], changed, *lines[at + 1 :]]


def left_out(lines: Lines, dice: random.Random) -> Lines:
    at = dice.randrange(len(lines))
    return [*lines[:at], *lines[at + 1 :]]


def swapped(lines: Lines, dice: random.Random) -> Lines:
    one, other = dice.sample(range(len(lines)), 2)
    turned = list(lines)
    turned[one], turned[other] = replace(lines[other], number=one + 1), replace(lines[one], number=other + 1)
    return turned


def put_in(lines: Lines, dice: random.Random) -> Lines:
    at = dice.randrange(len(lines) + 1)
    return [*lines[:at], replace(dice.choice(lines), by="nobody"), *lines[at:]]


def cut(lines: Lines, dice: random.Random) -> Lines:
    return lines[: dice.randrange(len(lines))]


def sealed_anew(lines: Lines, dice: random.Random) -> Lines:
    """Whoever tampers knows how a line is sealed, and seals the whole tail anew."""
    at = dice.randrange(len(lines))
    before, anew = lines[at - 1].seal if at else "0" * 64, []
    for line in [replace(lines[at], by="somebody else"), *lines[at + 1 :]]:
        before = journal._seal(line, before)
        anew.append(replace(line, seal=before))
    return [*lines[:at], *anew]


WAYS: list[Callable[[Lines, random.Random], Lines]] = [edited, left_out, swapped, put_in, cut, sealed_anew]


def put_back(lines: Lines) -> None:
    table = METADATA.tables["journal"]
    with writing() as connection:
        connection.execute(delete(table))
        for number, line in enumerate(lines, start=1):
            connection.execute(insert(table).values(**{**line.__dict__, "number": number}))


@pytest.mark.parametrize("times", [60, pytest.param(2_000, marks=pytest.mark.soak)])
def test_every_tampering_is_found_with_the_head_kept_elsewhere(
    times: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KULTURPULS_RECORDS", str(tmp_path / "records"))
    for number in range(LINES):
        journal.write(Act(f"load {number}", f"analyst {number % 7}", "analyst", f"upload {number}"))
    whole, kept = list(reversed(journal.entries())), journal.head()
    dice = random.Random(5)
    missed = 0
    for number in range(times):
        put_back(WAYS[number % len(WAYS)](whole, dice))
        missed += journal.verify(kept) is None
    assert missed == 0
    put_back(whole)
    assert journal.verify(kept) is None
