"""The tables of the page Guests: what is hidden has no number in the table, nor in its download."""

import math
from collections.abc import Sequence

import pandas as pd
import pytest

from access.reader import LOCAL_ANALYST
from answers.guests import Guests, guests
from frame.context import Context
from kpis.result import Undefined, Value
from locales import ENGLISH
from sections import guests_tables as section
from sections.guests_figures import score_of
from sections.guests_tables import reviews_table, surveys_table, things_table, waves_table
from tests.answers.tables import Row, TableData, in_place, place_of


def shown(**tables: Sequence[Row]) -> tuple[Context, Guests]:
    data = TableData({"destinations": [{"destination_id": "p"}], "actors": in_place("a", "b"), **tables})
    context = Context(data, LOCAL_ANALYST, ENGLISH, place_of(data), 2025, dark=False, pages={})
    return context, guests(data, place_of(data), 2025, LOCAL_ANALYST)


def answers(actor: str, n: int, question: str = "satisfaction_1_10", item: str = "all") -> list[Row]:
    key = {"actor_id": actor, "period": "2025", "question": question, "item": item}
    return [{**key, "score": 8, "count": n - 1}, {**key, "score": 7, "count": 1}]


def test_a_hidden_survey_has_no_number_and_an_uncertain_one_says_so() -> None:
    context, answered = shown(guest_response=[*answers("a", 9), *answers("b", 12)])
    hidden, uncertain = surveys_table(context, answered).to_dict("records")
    assert math.isnan(hidden["Satisfaction, 1 to 10"])
    assert hidden["Satisfaction, 1 to 10: interval"] == ""
    assert hidden["Rests on"] == "fewer than 10 answers, hidden"
    assert (uncertain["Satisfaction, 1 to 10"], uncertain["Rests on"]) == (95 / 12, "uncertain: only 12 answers")
    (wave,) = waves_table(context, answered).to_dict("records")
    assert wave["Satisfaction, 1 to 10"] == 95 / 12


def test_a_whole_mark_is_written_as_on_its_tile(monkeypatch: pytest.MonkeyPatch) -> None:
    rows: list[Row] = [
        {"actor_id": actor, "period": "2025", "question": "satisfaction_1_10", "item": "all", "score": 8, "count": n}
        for actor, n in (("a", 30), ("b", 1200))
    ]
    drawn: dict[str, pd.DataFrame] = {}
    monkeypatch.setattr(section, "draw_table", lambda *told, written: drawn.update({told[3]: written}))
    section.draw_answered_tables(*shown(guest_response=rows))
    assert drawn["guest_years"].iloc[0, [0, 1, 3]].tolist() == ["2025", "8.0", ""]
    assert drawn["surveys"]["Satisfaction, 1 to 10"].tolist() == ["8.0", "8.0"]
    assert drawn["surveys"]["Answers"].tolist() == ["30", "1,200"]


def test_a_thing_with_few_answers_has_its_name_and_no_number() -> None:
    rows = [
        row
        for item, n in (("signs", 30), ("café", 12), ("toilets", 9))
        for question in ("importance_1_10", "performance_1_10")
        for row in answers("a", n, question, item)
    ]
    table = things_table(*shown(guest_response=rows)).set_index("Asked about")
    assert table.loc["toilets", ["Importance", "Done", "Answers"]].isna().all()
    assert table.loc["toilets", "What it says"] == "fewer than 10 answers, hidden"
    assert "uncertain" in str(table.loc["café", "What it says"])
    assert "uncertain" not in str(table.loc["signs", "What it says"])


def test_what_was_asked_and_bought_is_a_share_in_the_download_as_it_is_and_per_cent_on_the_screen(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    told = {"actor_id": "a", "period": "2025-07", "offered": 100, "sold": 90, "cancelled": 3}
    drawn: dict[str, tuple[pd.DataFrame, pd.DataFrame]] = {}
    monkeypatch.setattr(section, "draw_table", lambda *given, written: drawn.update({given[3]: (given[1], written)}))
    section.draw_bought_table(*shown(offers=[{**told, "enquiries": 48, "bookings": 7}]))
    table, written = drawn["offers"]
    july = table["Month"] == "July 2025"
    shares = ["Enquiries that became a booking", "Sold seats that were cancelled"]
    assert table.loc[july, shares].to_numpy().tolist() == [[7 / 48, 3 / 93]]
    assert written.loc[july, shares].to_numpy().tolist() == [["14.6%", "3.2%"]]


def test_a_hidden_score_reaches_no_figure() -> None:
    context, _ = shown()
    point = score_of(2025, Undefined("too_few_answers", {"n": 7, "minimum": 10}), context)
    assert (point.hidden, point.value, point.low, point.high, point.basis) == (True, None, None, None, "")
    told = score_of(2025, Value(8.0, n=12, interval=(7.0, 9.0), detail={"uncertain": True}), context)
    assert (told.uncertain, told.basis) == (True, "uncertain: only 12 answers")


def test_the_usual_rating_and_its_weight_are_printed() -> None:
    scale = {"platform": "Portal", "period": "2025", "scale_low": 1, "scale_high": 5}
    rows = [{"actor_id": who, "mean_rating": 4.5, "reviews": 10, **scale} for who in ("a", "elsewhere")]
    (row,) = reviews_table(*shown(reviews=rows)).to_dict("records")
    assert (row["Usual there"], row["Weight of the usual"]) == (4.5, 20)
    assert row["Adjusted"] == "4.50 (uncertain: few reviews)"


def test_ratings_on_a_scale_that_is_not_told_have_no_ends() -> None:
    row = {"actor_id": "a", "platform": "Portal", "period": "2025", "mean_rating": 4.35, "reviews": 10}
    (told,) = reviews_table(*shown(reviews=[row])).to_dict("records")
    assert told["Scale"] == "–"
    assert told["Usual there"] is None
