import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpis.collaboration.results import (
    Gathering,
    joint_product_share,
    knowledge_exchange,
    partner_participation,
    referral_share,
)
from kpis.result import Undefined
from tests.kpis.tables import reason, value

LOG = [Gathering("workshop", 14), Gathering("workshop"), Gathering("meeting", 6)]


def test_what_joint_products_bring_and_who_takes_part() -> None:
    joint = value(joint_product_share(84_000, 960_000, joint_products=5, partners=7, actors=8))
    assert joint.value == 0.0875
    assert joint.detail == {"joint_products": 5, "partner_participation": 0.875}
    assert value(partner_participation(7, 8)).value == 0.875


def test_a_kept_list_without_joint_products_is_zero_and_no_list_is_unknown() -> None:
    assert value(joint_product_share(0, 960_000, joint_products=0)).value == 0
    assert reason(joint_product_share(None, 960_000)) == "joint_revenue_missing"
    assert reason(joint_product_share(84_000, None)) == "income_missing"
    assert reason(joint_product_share(84_000, 0)) == "income_zero"
    assert reason(joint_product_share(84_000, 80_000)) == "part_exceeds_whole"


def test_who_takes_part_is_known_without_the_money() -> None:
    joint = joint_product_share(None, None, joint_products=5, partners=7, actors=8)
    assert reason(joint) == "joint_revenue_missing"
    assert joint.detail == {"joint_products": 5, "partner_participation": 0.875}


def test_participation_needs_both_lists() -> None:
    assert reason(partner_participation(None, 8)) == "list_missing"
    assert reason(partner_participation(7, None)) == "actors_missing"
    assert reason(partner_participation(0, 0)) == "no_actors"


def test_guests_sent_by_partners() -> None:
    assert value(referral_share(610, 4_200)).value == pytest.approx(0.1452381)
    sent = value(referral_share(610, 4_200, visits=9_000))
    assert sent.detail["known_share"] == pytest.approx(4_200 / 9_000)


def test_a_channel_known_for_too_few_visits_gives_no_share() -> None:
    few = referral_share(50, 200, visits=1_000)
    assert few == Undefined("channel_unknown", {"known_share": 0.2, "minimum_share": 0.3})
    assert value(referral_share(50, 300, visits=1_000)).value == pytest.approx(1 / 6)
    assert reason(referral_share(0, 0)) == "channel_unknown"


def test_a_channel_that_is_not_reported_is_not_zero() -> None:
    assert reason(referral_share(None, 4_200)) == "channel_missing"
    assert reason(referral_share(610, None)) == "channel_missing"
    assert reason(referral_share(610, 4_200, visits=0)) == "no_visits"
    assert reason(referral_share(5_000, 4_200)) == "part_exceeds_whole"
    assert value(referral_share(0, 4_200)).value == 0


@given(sent=st.integers(0, 1000), known=st.integers(1, 1000), factor=st.integers(1, 100))
def test_shares_of_what_comes_of_it_do_not_depend_on_the_unit(sent: int, known: int, factor: int) -> None:
    for compute in (referral_share, joint_product_share):
        one, scaled = compute(sent, known), compute(factor * sent, factor * known)
        if sent > known:
            assert reason(one) == reason(scaled) == "part_exceeds_whole"
        else:
            assert 0 <= value(one).number <= 1
            assert value(scaled).number == pytest.approx(value(one).number)


def test_gatherings_by_kind_and_their_attendance() -> None:
    known = value(knowledge_exchange(LOG, actors=8, links_to_other_places=2))
    assert known.value == 3
    assert known.detail == {
        "by_kind": {"meeting": 1, "workshop": 2},
        "attendance": 20,
        "attendance_per_actor": 2.5,
        "attendance_counted": 2,
        "links_to_other_places": 2,
    }


def test_no_log_is_unknown_and_an_empty_one_is_zero() -> None:
    assert reason(knowledge_exchange(None)) == "not_logged"
    empty = value(knowledge_exchange([], actors=8))
    assert empty.value == 0
    assert empty.detail["attendance"] is None


@given(log=st.lists(st.builds(Gathering, st.sampled_from(["a", "b"]), st.integers(0, 50))), data=st.data())
def test_the_order_of_the_log_does_not_matter(log: list[Gathering], data: st.DataObject) -> None:
    assert knowledge_exchange(data.draw(st.permutations(log))) == knowledge_exchange(log)
