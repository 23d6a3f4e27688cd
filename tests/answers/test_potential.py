"""The growth potential: the parts first, goalposts by the board or by us, one number only of enough parts."""

from collections.abc import Sequence
from typing import Any

import pytest

from access.reader import LOCAL_ANALYST, Reader
from answers.answer import number_of
from answers.potential import DEFAULTS, Goalposts, Part, Potential, goalposts_of, potential, ranks
from answers.sentences.potential import design_note, figure_text, index_sentence, profile_title
from kpis.composite import COVERAGE_NEEDED
from kpis.result import Undefined, Value
from locales import ENGLISH
from tests.answers.tables import Row, TableData, in_place, months, opened, place_of

OUTSIDER = Reader("Gæst", "reader", places=None)
EVEN = [100] * 12


def around(year: int, monthly: float) -> list[Row]:
    return [
        {"area_code": "Fyn", "period": f"{year}-{month:02d}", "indicator": "visits", "value": monthly}
        for month in range(1, 13)
    ]


def income(year: int, monthly: float) -> list[Row]:
    return [
        {"actor_id": "a", "period": f"{year}-{month:02d}", "stream": "admission", "amount_dkk": monthly}
        for month in range(1, 13)
    ]


def prices(year: int, index: float) -> Row:
    return {"area_code": "Fyn", "period": str(year), "indicator": "consumer_prices", "value": index}


OFFERS = [
    {"actor_id": "a", "period": f"2025-{month:02d}", "offered": 20, "sold": 10, "enquiries": 100, "bookings": 12}
    for month in range(1, 13)
]
ANSWERS = [
    {"actor_id": "a", "period": "2025", "question": "satisfaction_1_10", "score": str(score), "count": 20}
    for score in (8, 9)
]
WHOLE: dict[str, Sequence[Row]] = {
    "destinations": [{"destination_id": "p", "landsdel": "Fyn", "name": "Vig"}],
    "actors": in_place("a"),
    "visits": [
        *months("a", 2024, [50] * 12, market="DK"),
        *months("a", 2024, [50] * 12, market="DE"),
        *months("a", 2025, [52] * 12, market="DK"),
        *months("a", 2025, [52] * 12, market="DE"),
    ],
    "reference": [*around(2024, 1000), *around(2025, 1020), prices(2024, 100), prices(2025, 102)],
    "opening": opened("a", 2025, [30] * 12, daily_capacity=10),
    "revenue": [*income(2024, 5000), *income(2025, 5720)],
    "offers": OFFERS,
    "guest_response": ANSWERS,
}


def of(reader: Reader = LOCAL_ANALYST, **changed: Sequence[Row]) -> Potential:
    data = TableData({**WHOLE, **changed})
    return potential(data, place_of(data), 2025, reader)


def parts(found: Potential) -> dict[str, Part]:
    return {part.id: part for part in found.parts}


def figure(found: Potential, part: str) -> float | None:
    return number_of(parts(found)[part].figure)


def test_each_part_is_the_figure_that_its_own_page_has() -> None:
    found = of()
    assert figure(found, "relative_growth_gap") == pytest.approx(2)
    # 0.7 · 300 = 210 a month, 106 of them free, in nine months of the twelve with 1,248 visits.
    assert figure(found, "offpeak_headroom") == pytest.approx(100 * 9 * 106 / 1248)
    assert figure(found, "effective_markets") == pytest.approx(2)
    # 50 DKK a visit became 55, and prices rose by 2 per cent.
    assert figure(found, "real_revenue_per_visit_growth") == pytest.approx(100 * (1.1 / 1.02 - 1))
    assert figure(found, "enquiry_conversion") == pytest.approx(12)
    assert figure(found, "satisfaction_mean") == pytest.approx(8.5)


def test_the_index_is_the_mean_of_the_scores_between_the_goalposts() -> None:
    found = of()
    scores = [number_of(part.score) for part in found.parts]
    assert scores == pytest.approx([70, 100 * 9 * 106 / 1248, 25, 100, 40, 60])
    assert found.answer.number == pytest.approx(sum(score or 0 for score in scores) / 6)


def test_unknown_parts_are_left_out_and_four_of_six_are_enough() -> None:
    found = of(offers=[], guest_response=[])
    assert parts(found)["enquiry_conversion"].score == Undefined("enquiries_missing")
    assert isinstance(found.answer.result, Value)
    assert found.answer.result.n == 4
    assert found.answer.result.detail["coverage"] == pytest.approx(COVERAGE_NEEDED)


def test_three_of_six_are_too_few_for_a_number_and_the_parts_still_stand() -> None:
    found = of(offers=[], guest_response=[], revenue=[])
    assert isinstance(found.answer.result, Undefined)
    assert found.answer.result.reason == "coverage_below_threshold"
    assert figure(found, "effective_markets") == pytest.approx(2)
    assert index_sentence(found, ENGLISH).startswith("There is no number for the whole: Only 3 of 6 parts are known")


def test_income_of_too_few_is_neither_shown_nor_in_the_number_of_an_outsider() -> None:
    found = of(OUTSIDER)
    assert parts(found)["real_revenue_per_visit_growth"].figure == Undefined("too_few_actors", {"minimum": 3})
    assert parts(found)["enquiry_conversion"].figure == Undefined("too_few_actors", {"minimum": 3})
    assert isinstance(found.answer.result, Value)
    shown: Any = found.answer.result.detail["scores"]
    assert shown["real_revenue_per_visit_growth"] is None
    assert found.answer.result.n == 4


def test_without_prices_the_growth_of_income_is_not_real_and_is_no_part() -> None:
    found = of(reference=[*around(2024, 1000), *around(2025, 1020)])
    score = parts(found)["real_revenue_per_visit_growth"].score
    assert isinstance(score, Undefined)
    assert score.reason == "prices_missing"


def target(period: str, low: float | None, high: float | None) -> Row:
    said = {"owner": "bestyrelsen", "reason": "fordi", "decided_on": "2024-01-02"}
    return {"kpi_id": "satisfaction_mean", "destination_id": "p", "period": period, "low": low, "high": high, **said}


def test_the_goalposts_are_those_that_the_board_set_last_before_the_year() -> None:
    data = TableData({**WHOLE, "targets": [target("2023", 1, 2), target("2024", 8, 9), target("2030", 3, 4)]})
    posts = goalposts_of(data, place_of(data), 2025, "satisfaction_mean")
    assert posts == Goalposts(8, 9, "bestyrelsen", "fordi", "2024-01-02")
    assert number_of(parts(potential(data, place_of(data), 2025, LOCAL_ANALYST))["satisfaction_mean"].score) == 50


def test_half_a_band_is_no_goalposts_and_the_default_is_said_to_be_one() -> None:
    data = TableData({**WHOLE, "targets": [target("2024", 8.4, None)]})
    posts = goalposts_of(data, place_of(data), 2025, "satisfaction_mean")
    assert posts == Goalposts(*DEFAULTS["satisfaction_mean"])
    assert posts.is_default
    assert "The goalposts of 6 of 6 parts are our defaults of 1 November 2026" in design_note(of(), ENGLISH)


def test_the_title_names_the_strongest_and_the_weakest_part() -> None:
    assert profile_title(of(), ENGLISH) == (
        "Strongest on real growth of income per visit, weakest on spread over markets"
    )
    alone = of(offers=[], guest_response=[], revenue=[], opening=[], reference=[])
    assert profile_title(alone, ENGLISH) == "Only spread over markets is known"


def test_the_number_says_what_it_would_be_made_otherwise_and_that_it_is_ours() -> None:
    said = index_sentence(of(), ENGLISH)
    assert said.startswith("All in all 62 of 100, from 6 of 6 parts. Made in other defensible ways it would be ")
    assert design_note(of(), ENGLISH).startswith("This index is our own design")


@pytest.mark.parametrize(
    ("part", "value", "written"),
    [
        ("relative_growth_gap", 2.0, "+2.0 points"),
        ("offpeak_headroom", 76.4, "76%"),
        ("real_revenue_per_visit_growth", -1.35, "-1.4%"),
        ("satisfaction_mean", 8.5, "8.5 of 10"),
        ("effective_markets", 3.04, "3.0 markets"),
    ],
)
def test_a_figure_is_written_in_its_own_unit(part: str, value: float, written: str) -> None:
    assert figure_text(part, value, ENGLISH).replace("−", "-") == written


def test_places_are_ranked_by_intervals_and_those_with_too_few_parts_not_at_all() -> None:
    poor = {"destination_id": "q", "name": "Å", "landsdel": "Fyn"}
    data = TableData(
        {
            **WHOLE,
            "destinations": [*WHOLE["destinations"], poor],
            "actors": [*in_place("a"), *in_place("b", place="q")],
            "visits": [*WHOLE["visits"], *months("b", 2025, EVEN)],
        }
    )
    told: list[float] = []
    assert ranks(data, 2025, LOCAL_ANALYST, told.append) == {"destination:p": (1, 1)}
    assert told == [0.5, 1.0]
    assert ranks(data, 2025, LOCAL_ANALYST, told.append) == {"destination:p": (1, 1)}
    assert told == [0.5, 1.0]
