"""Sums over actors: what is told never reaches fewer than three of them, however it is added and subtracted."""

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpis.disclosure import FEWEST_ACTORS, parts_to_tell, singles_out
from kpis.result import Undefined

TOO_FEW = Undefined("too_few_actors", {"minimum": 3})
GIVES_AWAY = Undefined("gives_away", {"minimum": 3})
ACTORS = "abcdefgh"
sets = st.lists(st.frozensets(st.sampled_from(ACTORS)), max_size=5)


@pytest.mark.parametrize(
    ("actors", "shown", "why"),
    [
        ("ab", [], TOO_FEW),
        ("abc", [], None),
        ("abc", ["abc"], None),
        ("abcd", ["abc"], GIVES_AWAY),
        ("abc", ["abcd"], GIVES_AWAY),
        ("abcdef", ["abc"], None),
        ("abc", ["def"], None),
        ("abcd", ["cdef"], GIVES_AWAY),
    ],
)
def test_a_sum_is_told_where_it_leaves_no_one_or_two_apart(
    actors: str, shown: list[str], why: Undefined | None
) -> None:
    assert singles_out(actors, [frozenset(one) for one in shown]) == why


@given(sets)
def test_no_adding_and_subtracting_of_told_sums_reaches_fewer_than_three(wanted: list[frozenset[str]]) -> None:
    told: list[frozenset[str]] = []
    for one in wanted:
        if singles_out(one, told) is None:
            told.append(one)
    if not told:
        return
    sums = np.array([[actor in one for actor in ACTORS] for one in told], float)
    for size in range(1, FEWEST_ACTORS):
        for few in combinations(range(len(ACTORS)), size):
            alone = np.isin(np.arange(len(ACTORS)), few).astype(float)
            reached = np.linalg.lstsq(sums.T, alone, rcond=None)[0] @ sums
            assert not np.allclose(reached, alone), (told, few)


@pytest.mark.parametrize(
    ("contributors", "told"),
    [
        ({"entré": "abc", "butik": "abcd"}, (("entré",), ("butik",))),
        ({"entré": "abc", "café": "a", "tur": "b", "kort": "c"}, (("entré",), ("café", "tur", "kort"))),
        ({"entré": "abc", "butik": "abcd", "café": "a"}, (("butik",), ("café", "entré"))),
        ({"entré": "a", "butik": "b"}, ()),
        ({"entré": "abc", "tur": ""}, (("entré",), ("tur",))),
    ],
)
def test_small_parts_are_joined_until_three_contribute(
    contributors: dict[str, str], told: tuple[tuple[str, ...], ...]
) -> None:
    assert parts_to_tell({name: frozenset(actors) for name, actors in contributors.items()}) == told


@given(st.dictionaries(st.sampled_from("pqrst"), st.frozensets(st.sampled_from("abcde"))))
def test_every_part_told_rests_on_three_or_on_nobody(contributors: dict[str, frozenset[str]]) -> None:
    told = parts_to_tell(contributors)
    assert sorted(name for part in told for name in part) in ([], sorted(contributors))
    for part in told:
        assert len(frozenset().union(*(contributors[name] for name in part))) not in (1, 2)
