import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpis.collaboration.network import Pair
from kpis.collaboration.ties import confirmed_ties, cross_sector_share, tie_confirmation
from kpis.result import Undefined
from tests.kpis.collaboration.tables import ACTORS, SECTORS, TIES, pairs_of, random_matrix, ties, turned
from tests.kpis.tables import reason, value

CLAIMS = [
    ("DMO", "MuseumA"),
    ("MuseumA", "DMO"),
    ("DMO", "CraftB"),
    ("GuideC", "DMO"),
    ("DMO", "GuideC"),
    ("MuseumA", "CraftB"),
]
directed = st.lists(st.tuples(st.sampled_from(ACTORS), st.sampled_from(ACTORS)).filter(lambda pair: pair[0] != pair[1]))


def test_a_pair_where_one_side_is_silent_about_this_tie_is_left_out_and_counted() -> None:
    mutual = value(tie_confirmation(CLAIMS, ACTORS, unanswered=[("CraftB", "MuseumA")]))
    assert (mutual.detail["claimed_pairs"], mutual.detail["not_asked"]) == (3, 1)
    assert mutual.value == pytest.approx(2 / 3)


def test_ties_across_sectors_over_all_ties() -> None:
    across = value(cross_sector_share(SECTORS, TIES))
    assert (across.value, across.n) == (0.875, 8)
    assert across.detail["ei_index"] == pytest.approx(0.75)
    assert across.detail["sector_unknown"] == 0


def test_the_sectors_that_the_ties_join_are_counted() -> None:
    across = value(cross_sector_share(SECTORS, TIES))
    assert across.detail["ties_between"] == {
        "civic–food": 1,
        "craft–culture": 1,
        "craft–tourism": 1,
        "culture–nature": 1,
        "culture–tourism": 1,
        "nature–tourism": 2,
        "tourism–tourism": 1,
    }


def test_a_tie_with_an_unknown_sector_is_left_out_and_counted() -> None:
    across = value(cross_sector_share({**SECTORS, "InnD": None}, TIES))
    assert (across.value, across.n) == (1, 6)
    assert across.detail["sector_unknown"] == 2


def test_two_ties_are_too_few_for_a_share() -> None:
    assert cross_sector_share(SECTORS, TIES[:2]) == Undefined("too_few_ties", {"known": 2, "minimum": 3})
    assert reason(cross_sector_share(dict.fromkeys(ACTORS), TIES)) == "too_few_ties"


@given(pairs=ties.filter(lambda pairs: len(pairs) >= 3), data=st.data())
def test_bridges_are_a_share_and_blind_to_the_order(pairs: list[Pair], data: st.DataObject) -> None:
    across = value(cross_sector_share(SECTORS, pairs))
    assert 0 <= across.number <= 1
    assert across.detail["ei_index"] == pytest.approx(2 * across.number - 1)
    assert cross_sector_share(SECTORS, turned(data.draw(st.permutations(pairs)))) == across


def test_both_sides_confirm_half_of_the_pairs() -> None:
    mutual = value(tie_confirmation(CLAIMS, ACTORS))
    assert (mutual.value, mutual.n) == (0.5, 4)
    assert mutual.detail["mutual_pairs"] == 2
    assert mutual.detail["directed_reciprocity"] == pytest.approx(2 / 3)
    assert confirmed_ties(CLAIMS) == [("DMO", "GuideC"), ("DMO", "MuseumA")]


def test_silence_of_somebody_who_was_not_asked_is_no_answer() -> None:
    asked = [actor for actor in ACTORS if actor != "CraftB"]
    mutual = value(tie_confirmation(CLAIMS, asked))
    assert (mutual.value, mutual.n) == (1, 2)
    assert mutual.detail["not_asked"] == 2


def test_without_a_claim_there_is_nothing_to_confirm() -> None:
    assert tie_confirmation([], ACTORS) == Undefined("no_claims", {"not_asked": 0})
    assert tie_confirmation(CLAIMS, ["DMO"]) == Undefined("no_claims", {"not_asked": 4})


def test_a_claim_that_nobody_confirms_is_a_known_zero() -> None:
    assert value(tie_confirmation([("DMO", "InnD")], ACTORS)).value == 0


def test_nobody_has_a_tie_to_themselves() -> None:
    with pytest.raises(ValueError, match="themselves"):
        tie_confirmation([("DMO", "DMO")], ACTORS)


@given(claims=directed, data=st.data())
def test_confirmation_is_a_share_and_does_not_depend_on_who_speaks_first(
    claims: list[Pair], data: st.DataObject
) -> None:
    mutual = tie_confirmation(claims, ACTORS)
    assert tie_confirmation(data.draw(st.permutations(turned(claims))), ACTORS) == mutual
    if isinstance(mutual, Undefined):
        assert claims == []
    else:
        assert 0 <= mutual.number <= mutual.detail["directed_reciprocity"] <= 1  # type: ignore[operator]


def test_300_random_tables_of_claims_agree_with_matrices() -> None:
    random = np.random.default_rng(300)
    for _ in range(300):
        table = random_matrix(random)
        said = table * (random.random(table.shape) < 0.7).astype(int)
        actors = [str(actor) for actor in range(len(said))]
        result = tie_confirmation(pairs_of(said), actors)
        both, either = np.triu(said & said.T).sum(), np.triu(said | said.T).sum()
        if either == 0:
            assert reason(result) == "no_claims"
            continue
        assert value(result).number == pytest.approx(both / either)
        assert value(result).detail["directed_reciprocity"] == pytest.approx((said & said.T).sum() / said.sum())


def test_300_random_mixes_of_sectors_agree_with_matrices() -> None:
    random = np.random.default_rng(300)
    for _ in range(300):
        matrix = random_matrix(random)
        sector = random.integers(0, 3, len(matrix))
        across = matrix * (sector[:, None] != sector[None, :])
        named = {str(actor): "abc"[kind] for actor, kind in enumerate(sector)}
        result = cross_sector_share(named, pairs_of(np.triu(matrix)))
        if matrix.sum() < 6:
            assert reason(result) == "too_few_ties"
        else:
            assert value(result).number == pytest.approx(across.sum() / matrix.sum())
