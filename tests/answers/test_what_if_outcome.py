"""What a plan would change at a place: over the actors whose room is known, money hidden of too few, and why not."""

from collections.abc import Sequence

import pytest

from access.reader import LOCAL_ANALYST, Reader
from answers.answer import number_of
from answers.compare import Coverage
from answers.sentences.what_if import dropped_text, finding, outcome_sentence, plan_text
from answers.what_if import Plan
from answers.what_if_outcome import Outcome, change_of, even_months, offered_markets, outcome, peak_month
from kpis.result import Undefined
from locales import ENGLISH
from tests.answers.tables import Row, TableData, in_place, months, opened, place_of

OUTSIDER = Reader("Gæst", "reader", places=None)
V2025 = [120, 140, 260, 480, 720, 1100, 2400, 1900, 800, 620, 240, 220]
ROOMY = opened("a", 2025, [30] * 12, daily_capacity=150)


def data(*visits: Sequence[Row], **tables: Sequence[Row]) -> TableData:
    rows = [row for part in (visits or [months("a", 2025, V2025)]) for row in part]
    actors = in_place(*sorted({str(row["actor_id"]) for row in rows}))
    return TableData(
        {"destinations": [{"destination_id": "p", "residents": 1000}], "actors": actors, "visits": rows, **tables}
    )


def tried(plan: Plan, found: TableData, reader: Reader = LOCAL_ANALYST) -> Outcome:
    told = outcome(found, place_of(found), 2025, plan, reader)
    assert isinstance(told, Outcome)
    return told


def test_moving_a_tenth_of_july_makes_the_season_flatter() -> None:
    told = tried(Plan(move=10), data(opening=ROOMY))
    for kpi_id in ("gini_season_norm", "months_to_move"):
        change = change_of(told.season[kpi_id])
        assert change is not None
        assert change < 0
    assert finding(told, ENGLISH) == "The season spreads like 8.5 even months instead of 8.2"
    assert outcome_sentence(told, ENGLISH) == (
        "If 10% of the guests in July come in May and October instead, the season becomes flatter."
    )


def test_the_season_after_is_that_of_the_months_as_they_then_lie() -> None:
    """All guests in August, half of them moved to May: two even months instead of one, half of all outside summer."""
    alone = [0, 0, 0, 0, 0, 0, 0, 120, 0, 0, 0, 0]
    told = tried(Plan(move=50, leave=8, to=(5,)), data(months("a", 2025, alone)))
    assert told.tried.after.counts == (0, 0, 0, 0, 60, 0, 0, 60, 0, 0, 0, 0)
    assert [number_of(result) for result in told.season["gini_season_norm"]] == pytest.approx([1, 10 / 11])
    assert [number_of(result) for result in told.season["offseason_share"]] == [0, 0.5]
    assert [even_months(result) for result in told.season["season_evenness"]] == pytest.approx([1, 2])
    assert plan_text(told.plan, ENGLISH) == "50% of the guests in August come in May instead"


def test_guests_leave_the_fullest_month_unless_it_is_one_they_come_to() -> None:
    of_year = {8: [1.0] * 7 + [9] + [1] * 4, 6: [1.0] * 4 + [9, 2] + [1] * 6}
    for month, counts in of_year.items():
        found = data(months("a", 2025, counts))
        assert peak_month(found, place_of(found), 2025) == month
    assert peak_month(found, place_of(found), 2020) == 7


def test_before_is_the_figure_of_the_season_page() -> None:
    told = tried(Plan(), data(opening=ROOMY))
    assert number_of(told.season["gini_season_norm"][0]) == pytest.approx(0.519192, abs=1e-6)
    assert told.season["gini_season_norm"][0] == told.season["gini_season_norm"][1]
    assert outcome_sentence(told, ENGLISH) == "Move a slider to see what it would change."


def test_guests_who_find_no_room_are_told() -> None:
    told = tried(Plan(move=50), data(opening=opened("a", 2025, [30] * 12, daily_capacity=36)))
    # 0.7 · 30 · 36 = 756 a month: May takes 36 and October 136 of the 1,200.
    assert told.tried.moved == pytest.approx(172)
    assert "1,028 visits of it find no room." in outcome_sentence(told, ENGLISH)


def test_it_is_tried_on_the_actors_whose_room_is_known_and_says_how_many() -> None:
    told = tried(Plan(move=10), data(months("a", 2025, V2025), months("b", 2025, V2025), opening=ROOMY))
    assert told.coverage == Coverage(1, 2)
    assert sum(told.tried.before.counts) == sum(V2025)


def test_without_a_reported_room_nothing_limits_it_and_that_is_said() -> None:
    told = tried(Plan(move=10), data())
    assert not told.knows_the_room
    assert outcome_sentence(told, ENGLISH).endswith("The room is not reported, so nothing limits this.")


def test_an_unfinished_year_cannot_be_tried_on() -> None:
    found = data(months("a", 2025, V2025[:6]))
    assert outcome(found, place_of(found), 2025, Plan(), LOCAL_ANALYST) == Undefined("incomplete_year", {"known": 6})


def income(actor: str) -> list[Row]:
    return [
        {"actor_id": actor, "period": f"2025-{month:02d}", "stream": "admission", "amount_dkk": 50 * count}
        for month, count in enumerate(V2025, 1)
    ]


def test_new_guests_bring_what_the_average_guest_brings_and_moved_ones_bring_no_more() -> None:
    found = data(revenue=income("a"))
    assert number_of(tried(Plan(move=10, win=100), found).revenue) == pytest.approx(5000)
    assert number_of(tried(Plan(move=10), found).revenue) == 0


def test_the_income_of_fewer_than_three_is_hidden_from_those_without_the_scope() -> None:
    told = tried(Plan(win=100), data(revenue=income("a")), OUTSIDER)
    assert told.revenue == Undefined("too_few_actors", {"minimum": 3})


def test_the_busiest_month_presses_less_on_the_residents() -> None:
    told = tried(Plan(move=50), data())
    assert told.peak is not None
    assert [month for month, _ in told.peak] == [7, 8]
    assert [share for _, share in told.peak] == pytest.approx([100 * 2400 / 31 / 1000, 100 * 1900 / 31 / 1000])


def test_guests_of_a_market_come_when_that_market_comes() -> None:
    german = [0, 0, 0, 40, 0, 0, 90, 80, 0, 0, 0, 0]
    danish = [total - part for total, part in zip(V2025, german, strict=True)]
    found = data(months("a", 2025, danish, market="DK"), months("a", 2025, german, market="DE"))
    assert offered_markets(found, place_of(found), 2025) == ("DE", "DK")
    told = tried(Plan(win=100, market="DE"), found)
    assert told.tried.after.counts[3] == V2025[3] + 100
    assert plan_text(told.plan, ENGLISH) == "100 more guests from Germany come in April, May, September and October"


@pytest.mark.parametrize(
    ("name", "words"),
    [("move", "per cent"), ("from", "leave"), ("to", "move guests to"), ("win", "guests"), ("market", "guests from")],
)
def test_what_a_link_could_not_get_is_told_with_what_it_said(name: str, words: str) -> None:
    said = dropped_text(name, "xyz", ENGLISH)
    assert "“xyz”" in said
    assert words in said
