"""Whether guests like it and buy: pooled over the surveys that may be shown, and nothing told by a difference."""

from collections.abc import Sequence

import pytest

from access.reader import LOCAL_ANALYST, Reader
from answers.answer import number_of
from answers.compare import Coverage
from answers.guests import Guests, guests
from kpis.result import Undefined, Value
from tests.answers.tables import Row, TableData, in_place, months, place_of

OUTSIDER = Reader("Gæst", "reader", places=None)


def of(
    year: int = 2025, reader: Reader = LOCAL_ANALYST, place: str = "destination:p", **tables: Sequence[Row]
) -> Guests:
    tables.setdefault("actors", in_place(*"abc"))
    data = TableData({"destinations": [{"destination_id": "p"}], **tables})
    return guests(data, place_of(data, place), year, reader)


def survey(
    actor: str, scores: dict[int | str, int], period: str = "2025", question: str = "satisfaction_1_10", **more: object
) -> list[Row]:
    key = {"actor_id": actor, "period": period, "question": question}
    return [{**key, "score": score, "count": count, **more} for score, count in scores.items()]


def result(answered: Guests, kpi_id: str) -> Value | Undefined:
    return answered.answers[kpi_id].result


def test_a_place_of_nothing_has_a_reason_for_every_figure() -> None:
    answered = of()
    assert len(answered.answers) == 9
    assert all(isinstance(answer.result, Undefined) for answer in answered.answers.values())
    assert (answered.waves, answered.surveys, answered.things, answered.ratings) == ((), (), (), ())


def test_surveys_are_pooled_answer_by_answer() -> None:
    answered = of(guest_response=[*survey("a", {10: 30}), *survey("b", {7: 10})])
    mean = answered.answers["satisfaction_mean"]
    assert (number_of(mean.result), mean.coverage) == (9.25, Coverage(2, 3, 0, 0))
    assert number_of(result(answered, "satisfied_share")) == 0.75


def test_a_survey_of_fewer_than_ten_is_hidden_and_stays_out_of_the_sum() -> None:
    answered = of(guest_response=[*survey("a", {10: 30}), *survey("b", {1: 9})])
    assert result(answered, "satisfaction_mean").n == 30  # type: ignore[union-attr]
    hidden = {row.actor: row.satisfaction for row in answered.surveys}
    assert hidden["b"] == Undefined("too_few_answers", {"n": 9, "minimum": 10})
    assert isinstance(hidden["a"], Value)


def test_small_surveys_are_not_shown_together_either() -> None:
    answered = of(guest_response=[*survey("a", {10: 9}), *survey("b", {1: 9})])
    assert result(answered, "satisfaction_mean") == Undefined("surveys_too_small", {"surveys": 2, "minimum": 10})
    (wave,) = answered.waves
    assert (wave.surveys, wave.satisfaction) == (0, result(answered, "satisfaction_mean"))


def test_between_ten_and_thirty_answers_it_is_uncertain() -> None:
    mean = result(of(guest_response=survey("a", {8: 15, 9: 14})), "satisfaction_mean")
    assert isinstance(mean, Value)
    assert (mean.n, mean.detail["uncertain"]) == (29, True)


def test_the_year_before_is_that_of_the_same_actors_or_nothing() -> None:
    rows = [*survey("a", {9: 20}), *survey("a", {8: 20}, "2024"), *survey("b", {1: 20}, "2024")]
    assert number_of(of(guest_response=rows).answers["satisfaction_mean"].previous) == 8
    newcomer = [*rows, *survey("c", {9: 20})]
    assert of(guest_response=newcomer).answers["satisfaction_mean"].previous is None


def test_the_answers_of_all_are_used_before_those_of_each_type_of_guest() -> None:
    parts = [*survey("a", {5: 30}, visitor_type="local"), *survey("a", {9: 30}, visitor_type="day")]
    assert number_of(result(of(guest_response=parts), "satisfaction_mean")) == 7
    told = [*parts, *survey("a", {8: 60}, visitor_type="all")]
    assert number_of(result(of(guest_response=told), "satisfaction_mean")) == 8


def test_months_are_added_up_unless_the_year_is_told_whole() -> None:
    by_month = [*survey("a", {6: 20}, "2025-05"), *survey("a", {8: 20}, "2025-06")]
    assert number_of(result(of(guest_response=by_month), "satisfaction_mean")) == 7
    whole = [*by_month, *survey("a", {9: 40})]
    assert result(of(guest_response=whole), "satisfaction_mean").n == 40  # type: ignore[union-attr]


def test_do_not_know_is_no_score() -> None:
    assert result(of(guest_response=survey("a", {9: 20, "ved ikke": 5})), "satisfaction_mean").n == 20  # type: ignore[union-attr]


def test_repeat_guests_need_thirty_answers_in_each_survey() -> None:
    rows = [*survey("a", {"ja": 12, "nej": 28}, question="repeat"), *survey("b", {"ja": 29}, question="repeat")]
    repeat = of(guest_response=rows).answers["repeat_visitor_share"]
    assert (number_of(repeat.result), repeat.coverage) == (0.3, Coverage(1, 3, 0, 0))


def test_the_basis_counts_those_who_told_how_many_they_invited() -> None:
    visits = [*months("a", 2025, [100] * 12), *months("b", 2025, [100] * 12)]
    rows = [*survey("a", {9: 30}, invited=300), *survey("b", {9: 30})]
    basis = result(of(guest_response=rows, visits=visits), "response_rate")
    assert isinstance(basis, Value)
    assert (basis.value, basis.detail["per_1000_visits"]) == (0.1, 25)
    nobody = result(of(guest_response=survey("b", {9: 30}), visits=visits), "response_rate")
    assert (nobody.reason, nobody.detail["per_1000_visits"]) == ("invited_missing", 25)  # type: ignore[union-attr]


def things(actor: str, item: str, importance: int, performance: int, n: int) -> list[Row]:
    return [
        *survey(actor, {importance: n}, question="importance_1_10", item=item),
        *survey(actor, {performance: n}, question="performance_1_10", item=item),
    ]


def test_what_matters_is_set_against_how_it_is_done_and_few_answers_are_hidden() -> None:
    rows = [*things("a", "signs", 9, 5, 40), *things("a", "café", 6, 8, 12), *things("a", "toilets", 10, 1, 9)]
    answered = of(guest_response=rows)
    assert number_of(result(answered, "importance_performance")) == 1
    assert [(thing.name, thing.quadrant, thing.uncertain) for thing in answered.things] == [
        ("signs", "improve", False), ("café", "possible_overkill", True)
    ]  # fmt: skip
    assert answered.hidden == ("toilets",)


def test_a_thing_is_over_the_surveys_that_have_enough_answers_to_it() -> None:
    rows = [*things("a", "signs", 9, 5, 10), *things("b", "signs", 1, 1, 9), *things("a", "café", 6, 8, 10)]
    signs = of(guest_response=rows).things[0]
    assert (signs.importance, signs.answers) == (9, 10)


def offer(actor: str, period: str, offered: float, sold: float, **more: float) -> Row:
    return {"actor_id": actor, "period": period, "offered": offered, "sold": sold, **more}


def test_fill_conversion_and_cancellation_are_over_the_whole_year() -> None:
    rows = [
        offer("a", "2025-05", 100, 50, enquiries=200, bookings=20, cancelled=5),
        offer("a", "2025-06", 100, 70, enquiries=100, bookings=40, cancelled=15),
    ]
    answered = of(offers=rows)
    fill = answered.answers["offer_fill_rate"]
    assert isinstance(fill.result, Value)
    assert (fill.result.value, fill.result.detail["conversion"]) == (0.6, 0.2)
    assert fill.result.detail["cancelled_share"] == pytest.approx(20 / 140)
    assert fill.coverage == Coverage(1, 3, 2)
    assert answered.buying.months.loc["2025-05", "sold"] == 50
    assert answered.buying.months["sold"].notna().sum() == 2


def test_a_month_that_one_of_them_has_not_told_is_missing_in_the_figure() -> None:
    rows = [offer("a", "2025-05", 10, 5), offer("b", "2025-05", 10, 5), offer("a", "2025-06", 10, 5)]
    assert of(offers=rows).buying.months["sold"].dropna().to_dict() == {"2025-05": 10}


def test_fill_is_compared_with_the_same_months_of_the_year_before() -> None:
    rows = [offer("a", "2025-05", 10, 6), offer("a", "2024-05", 10, 5), offer("a", "2024-06", 10, 9)]
    assert number_of(of(offers=rows).answers["offer_fill_rate"].previous) == 0.5
    assert of(offers=rows[:1]).answers["offer_fill_rate"].previous is None


def test_what_fewer_than_three_sell_is_hidden_in_the_year_and_in_every_month() -> None:
    rows = [offer(actor, f"{year}-05", 10, 5) for actor in "abc" for year in (2024, 2025)]
    hidden = of(reader=OUTSIDER, offers=rows[:4])
    assert hidden.answers["offer_fill_rate"].result == Undefined("too_few_actors", {"minimum": 3})
    assert hidden.answers["offer_fill_rate"].previous == Undefined("too_few_actors", {"minimum": 3})
    assert hidden.buying.months.empty
    assert len(of(reader=OUTSIDER, offers=rows).buying.months) == 12
    alone = [*rows, offer("a", "2025-06", 10, 9)]
    assert of(reader=OUTSIDER, offers=alone).buying.months.empty


def rating(actor: str, mean: float, reviews: int, platform: str = "Portal", high: float = 5) -> Row:
    scale = {"scale_low": 1, "scale_high": high}
    return {"actor_id": actor, "platform": platform, "period": "2025", "mean_rating": mean, "reviews": reviews, **scale}


def test_a_rating_is_drawn_towards_what_is_usual_on_its_platform() -> None:
    rows = [rating("a", 4.9, 10), rating("elsewhere", 4.3, 20)]
    adjusted = result(of(reviews=rows), "review_rating_adjusted")
    assert isinstance(adjusted, Value)
    assert adjusted.detail["usual"] == pytest.approx(4.5)
    assert adjusted.number == pytest.approx((10 * 4.9 + 20 * 4.5) / 30)
    assert result(of(reviews=rows[:1]), "review_rating_adjusted") == Undefined("usual_rating_missing")


def test_another_scale_stands_for_itself_and_is_never_stars() -> None:
    rows = [rating("a", 8.3, 500, "Rooms", 10), rating("a", 4.0, 10), rating("b", 4.0, 10)]
    answered = of(reviews=rows)
    assert number_of(result(answered, "review_rating_adjusted")) == 4
    assert [(told.platform, told.reviews) for told in answered.ratings] == [("Rooms", 500), ("Portal", 20)]
    assert of(reviews=rows[:1]).answers["review_rating_adjusted"].result.reason == "other_scale"  # type: ignore[union-attr]


def complained(actor: str, channel: int, count: float | None, period: str = "2025") -> Row:
    return {"actor_id": actor, "period": period, "has_channel": channel, "complaints": count}


def test_complaints_count_only_where_there_is_a_channel_for_them() -> None:
    visits = [row for actor in "ab" for row in months(actor, 2025, [100] * 12)]
    answer = of(complaints=[complained("a", 1, 6), complained("b", 0, 0)], visits=visits).answers["complaint_rate"]
    assert (number_of(answer.result), answer.coverage) == (5, Coverage(1, 3, 0, 0))
    no_channel = of(complaints=[complained("b", 0, 0)], visits=visits).answers["complaint_rate"]
    assert no_channel.result == Undefined("no_log")
    none = of(complaints=[complained("a", 1, 0)], visits=visits).answers["complaint_rate"]
    assert number_of(none.result) == 0


def test_complaints_are_held_against_the_visits_of_their_own_months() -> None:
    visits = months("a", 2025, [100] * 12)
    rows = [complained("a", 1, 3, "2025-05"), complained("a", 1, 1, "2025-06")]
    assert number_of(result(of(complaints=rows, visits=visits), "complaint_rate")) == 20
    assert result(of(complaints=rows), "complaint_rate") == Undefined("visits_missing")


def test_early_tests_are_those_of_the_place_newest_first_and_say_which_are_later_than_the_year() -> None:
    log = [
        {"entry_id": "1", "kind": "early_test", "date": "2023-04-01", "destination_id": "p", "subject": "old"},
        {"entry_id": "2", "kind": "early_test", "date": "2025-04-01", "actor_id": "a", "subject": "new"},
        {"entry_id": "3", "kind": "early_test", "date": "2026-04-01", "actor_id": "a", "subject": "later"},
        {"entry_id": "4", "kind": "decision", "date": "2025-04-01", "actor_id": "a", "subject": "no test"},
        {"entry_id": "5", "kind": "early_test", "date": "2025-04-01", "actor_id": "x", "subject": "elsewhere"},
    ]
    found = of(log=log).tests.tests
    assert list(zip(found["subject"], found["later"], strict=True)) == [("later", True), ("new", False), ("old", False)]
    assert of(log=log, place="actor:a").tests.tests["subject"].tolist() == ["later", "new"]


def test_a_product_has_its_latest_status_of_the_year() -> None:
    products = [
        {"product_id": "t", "period": str(year), "actor_id": "a", "status": status}
        for year, status in ((2024, "test"), (2025, "live"), (2026, "retired"))
    ]
    assert of(products=products).tests.products["status"].tolist() == ["live"]
