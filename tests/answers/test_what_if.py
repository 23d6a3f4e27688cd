"""What if: moved guests are neither lost nor made, nobody comes where there is no room, a link says what it tried."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answers.what_if import LEFT, MOST_MOVED, MOVED_TO, SHOULDER, Plan, Year, comfortable, read_plan, tried

V2025 = (120.0, 140, 260, 480, 720, 1100, 2400, 1900, 800, 620, 240, 220)

counts = st.lists(st.floats(0, 1e6), min_size=12, max_size=12).map(tuple)
rooms = st.lists(st.one_of(st.none(), st.floats(0, 1e6)), min_size=12, max_size=12).map(tuple)
closed = st.lists(st.booleans(), min_size=12, max_size=12).map(tuple)


@st.composite
def years(draw: st.DrawFn) -> Year:
    shut = draw(closed)
    come = tuple(0.0 if is_shut else count for count, is_shut in zip(draw(counts), shut, strict=True))
    return Year(come, draw(rooms), shut)


plans = st.builds(
    Plan,
    st.integers(0, MOST_MOVED),
    st.integers(0, 20_000),
    leave=st.sampled_from(LEFT),
    to=st.sampled_from([MOVED_TO, (5,), (10,)]),
)


def test_a_tenth_of_july_goes_half_to_may_and_half_to_october() -> None:
    done = tried(Year(V2025), Plan(move=10))
    assert done.after.counts == (120, 140, 260, 480, 840, 1100, 2160, 1900, 800, 740, 240, 220)
    assert (done.moved, done.turned_away) == (240, 0)


def test_what_may_has_no_room_for_goes_to_october_and_the_rest_stays_in_july() -> None:
    room = (None, None, None, None, 750.0, None, None, None, None, 700.0, None, None)
    done = tried(Year(V2025, room), Plan(move=10))
    assert (done.after.counts[4], done.after.counts[9], done.after.counts[6]) == (750, 700, 2290)
    assert (done.moved, done.turned_away) == (110, 130)


def test_guests_may_come_in_one_of_the_two_months_alone() -> None:
    may, october = (tried(Year(V2025), Plan(move=10, to=(month,))).after.counts for month in (5, 10))
    assert may == (120, 140, 260, 480, 960, 1100, 2160, 1900, 800, 620, 240, 220)
    assert october == (120, 140, 260, 480, 720, 1100, 2160, 1900, 800, 860, 240, 220)


def test_who_finds_no_room_in_the_one_month_chosen_stays_and_does_not_go_to_the_other() -> None:
    room = (None, None, None, None, 750.0, None, None, None, None, None, None, None)
    done = tried(Year(V2025, room), Plan(move=10, to=(5,)))
    assert done.after.counts == (120, 140, 260, 480, 750, 1100, 2370, 1900, 800, 620, 240, 220)
    assert (done.moved, done.turned_away) == (30, 210)


def test_guests_may_leave_another_month_than_july() -> None:
    done = tried(Year(V2025), Plan(move=10, leave=8))
    assert done.after.counts == (120, 140, 260, 480, 815, 1100, 2400, 1710, 800, 715, 240, 220)


def test_guests_are_won_in_the_months_in_which_their_market_comes() -> None:
    pattern = [0.0, 0, 0, 30, 10, 50, 90, 80, 0, 60, 0, 0]
    won = tried(Year(V2025), Plan(win=100), pattern)
    assert [won.after.counts[month - 1] - V2025[month - 1] for month in SHOULDER] == pytest.approx([30, 10, 0, 60])
    evenly = tried(Year(V2025), Plan(win=100))
    assert [evenly.after.counts[month - 1] - V2025[month - 1] for month in SHOULDER] == pytest.approx([25] * 4)


def test_comfortable_room_is_seven_tenths_of_the_capacity() -> None:
    assert comfortable((1000.0, None, 0.0)) == (700.0, None, 0.0)


@given(years(), plans)
def test_moved_guests_are_neither_lost_nor_made(year: Year, plan: Plan) -> None:
    done = tried(year, replace(plan, win=0))
    assert sum(done.after.counts) == pytest.approx(sum(year.counts))
    assert done.moved + done.turned_away == pytest.approx(year.counts[plan.leave - 1] * plan.move / 100)


@given(years(), plans)
def test_every_guest_won_or_moved_stands_in_a_month_or_found_no_room(year: Year, plan: Plan) -> None:
    done = tried(year, plan)
    assert sum(done.after.counts) == pytest.approx(sum(year.counts) + done.won)
    assert done.moved + done.won + done.turned_away == pytest.approx(
        year.counts[plan.leave - 1] * plan.move / 100 + plan.win
    )


@given(years(), plans)
def test_no_month_is_filled_beyond_its_room(year: Year, plan: Plan) -> None:
    for before, after, room in zip(year.counts, tried(year, plan).after.counts, year.room, strict=True):
        assert room is None or after <= max(room, before) * (1 + 1e-9)


@given(years(), plans)
def test_a_closed_month_neither_gives_nor_takes(year: Year, plan: Plan) -> None:
    after = tried(year, plan).after.counts
    assert all(count == 0 for count, shut in zip(after, year.closed, strict=True) if shut)


@given(years(), plans)
def test_only_the_month_left_loses_and_only_the_shoulder_gains(year: Year, plan: Plan) -> None:
    done = tried(year, plan)
    for month, (before, after) in enumerate(zip(year.counts, done.after.counts, strict=True), 1):
        assert after >= before or month == plan.leave
        assert after == before or month in (plan.leave, *SHOULDER)
    assert done.after.counts[plan.leave - 1] >= 0


@given(years())
def test_a_plan_of_nothing_changes_nothing(year: Year) -> None:
    assert tried(year, Plan()).after == year


@given(plans)
def test_an_address_says_the_plan_that_it_was_written_for(plan: Plan) -> None:
    said = plan if plan.move else Plan(win=plan.win)
    assert read_plan(plan.as_parameters(), ()) == (said, {})


def test_what_is_not_july_to_may_and_october_stands_in_the_address() -> None:
    assert Plan(move=10).as_parameters() == {"move": "10"}
    assert Plan(move=10, leave=8, to=(10,)).as_parameters() == {"move": "10", "from": "8", "to": "10"}
    assert Plan(leave=8, to=(10,)).as_parameters() == {}


@pytest.mark.parametrize(("name", "told"), [("from", "5"), ("from", "13"), ("from", "juli"), ("to", "6"), ("to", "")])
def test_months_that_nobody_can_leave_or_come_to_are_dropped_and_told(name: str, told: str) -> None:
    assert read_plan({"move": "5", name: told}, ()) == (Plan(move=5), {name: told})


def test_a_market_stands_in_the_address_only_where_guests_are_won() -> None:
    assert Plan(move=5, market="DE").as_parameters() == {"move": "5"}
    assert read_plan(Plan(win=5, market="DE").as_parameters(), ("DE",)) == (Plan(win=5, market="DE"), {})


@pytest.mark.parametrize("told", ["-5", "51", "ti", "1.5", "²", ""])
def test_what_cannot_be_moved_is_dropped_and_told(told: str) -> None:
    assert read_plan({"move": told}, ()) == (Plan(), {"move": told})


def test_a_market_that_the_place_does_not_know_is_dropped_and_told() -> None:
    assert read_plan({"win": "10", "market": "US"}, ("DE",)) == (Plan(win=10), {"market": "US"})
