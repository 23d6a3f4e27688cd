import pytest

from kpis.regenerative.care import Action, nature_care, regen_evidence_ladder, volunteer_hours
from tests.kpis.tables import reason, value

ACTIONS = [
    Action("documented", 12),
    Action("done", 3),
    Action("started", 25),
    Action("planned", 1),
    Action("documented", 2),
]


def test_hours_of_care_for_each_thousand_visits() -> None:
    care = value(nature_care(420, 9_000, hectares=6.5, given_back_dkk=36_000, own_income_dkk=960_000))
    assert care.value == pytest.approx(46.6666667)
    assert care.detail["hectares"] == 6.5
    assert care.detail["given_back_per_visit"] == 4
    assert care.detail["given_back_share"] == 0.0375


def test_no_log_is_unknown_and_a_log_of_nothing_is_zero() -> None:
    assert reason(nature_care(None, 9_000)) == "not_logged"
    assert reason(nature_care(None, 9_000, without_evidence=2)) == "no_evidence"
    assert value(nature_care(0, 9_000)).value == 0
    assert value(nature_care(0, 9_000)).detail["given_back_per_visit"] is None
    assert reason(volunteer_hours(None, 9_000)) == "not_logged"


def test_care_without_visits_has_no_rate() -> None:
    assert reason(nature_care(10, 0)) == "no_visits"
    assert reason(nature_care(10, None)) == "visits_missing"


def test_the_ladder_of_actions() -> None:
    ladder = value(regen_evidence_ladder(ACTIONS))
    assert ladder.value == pytest.approx(0.4)
    assert ladder.n == 5
    assert ladder.detail["counts"] == {"planned": 1, "started": 1, "done": 1, "documented": 2}
    assert ladder.detail["done_or_documented_share"] == pytest.approx(0.6)
    assert ladder.detail["long_horizon_share"] == pytest.approx(0.4)


def test_no_action_is_none_registered_and_not_zero_per_cent() -> None:
    assert reason(regen_evidence_ladder([])) == "no_actions"


def test_a_horizon_not_stated_is_not_a_short_one() -> None:
    ladder = value(regen_evidence_ladder([Action("done", 20), Action("done")]))
    assert ladder.detail["long_horizon_share"] == 1
    assert ladder.detail["horizons_known"] == 1
    assert value(regen_evidence_ladder([Action("done")])).detail["long_horizon_share"] is None


def test_a_status_off_the_ladder_is_refused() -> None:
    with pytest.raises(ValueError, match="none of planned, started, done, documented"):
        Action("thought about")


def test_volunteer_hours_and_their_share() -> None:
    effort = value(volunteer_hours(1_980, 9_000, full_time_posts=3.6))
    assert effort.value == pytest.approx(220)
    assert effort.detail["share_of_hours"] == pytest.approx(0.25)
    assert value(volunteer_hours(1_980, 9_000)).detail["share_of_hours"] is None
    assert value(volunteer_hours(0, 9_000, full_time_posts=0)).detail["share_of_hours"] is None
