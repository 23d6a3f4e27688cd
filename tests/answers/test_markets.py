"""Growth and season by market: like for like, beside the same markets of the area, and with its reason where not."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from answers.answer import number_of
from answers.compare import Coverage
from answers.markets import MARKET_KPIS, Markets, markets
from answers.sentences.markets import effect_sentence, pull_in_words, pull_sentence
from kpis.result import Undefined, Value
from kpis.season.concentration import gini_season_norm
from locales import ENGLISH
from tests.answers.tables import Row, TableData, in_place, months, place_of

EVEN = [100] * 12
SUMMER = [0] * 5 + [200, 400, 200] + [0] * 4


def of(*visits: Sequence[Row], reference: Sequence[Row] = (), year: int = 2025) -> Markets:
    rows = [row for part in visits for row in part]
    actors = in_place(*sorted({str(row["actor_id"]) for row in rows}))
    places: list[Row] = [{"destination_id": "p", "landsdel": "Fyn"}]
    data = TableData({"destinations": places, "actors": actors, "visits": rows, "reference": reference})
    return markets(data, place_of(data), year)


def from_(market: str, counts: Sequence[float], year: int = 2025) -> list[Row]:
    return months("a", year, counts, market=market)


def around(market: str, year: int, monthly: float) -> list[Row]:
    return [
        {"area_code": "Fyn", "period": f"{year}-{month:02d}", "indicator": "visits", "market": market, "value": monthly}
        for month in range(1, 13)
    ]


AREA = [
    row
    for market, before, now in (("all", 300, 330), ("DK", 200, 200), ("DE", 100, 130))
    for year, monthly in ((2024, before), (2025, now))
    for row in around(market, year, monthly)
]
GREW = (
    from_("DK", EVEN, 2024), from_("DK", EVEN), from_("DE", EVEN, 2024), from_("DE", [150] * 12),
)  # fmt: skip


def test_where_nobody_tells_where_the_guests_live_every_figure_says_so() -> None:
    told = of(months("a", 2025, EVEN))
    assert told.is_empty
    assert {kpi_id: told.answers[kpi_id].result for kpi_id in MARKET_KPIS} == dict.fromkeys(
        MARKET_KPIS, Undefined("residence_missing")
    )
    assert effect_sentence(told, ENGLISH) == pull_sentence(told, ENGLISH) == pull_in_words(told, ENGLISH) == ""


def test_the_tide_the_mix_and_our_own_pull_add_up_to_the_change() -> None:
    split = of(*GREW, reference=AREA).answers["shift_share"].result
    assert isinstance(split, Value)
    # 1,200 from each before; the area grew by 10 per cent, Danes by 0 and Germans by 30 per cent, our Germans by 50.
    assert split.detail["national"] == pytest.approx(240)
    assert split.detail["mix"] == pytest.approx(1200 * -0.1 + 1200 * 0.2)
    assert split.number == pytest.approx(1200 * 0.2)
    assert split.detail["total_change"] == 600


def test_growth_by_market_is_over_the_months_that_both_years_have() -> None:
    told = of(
        from_("DK", EVEN, 2024), from_("DE", EVEN, 2024), from_("DK", EVEN[:6]), from_("DE", EVEN[:6]), reference=AREA
    )
    assert told.before == told.now == {"DE": 600.0, "DK": 600.0}
    assert told.answers["shift_share"].coverage == Coverage(1, 1, 6)


def test_who_tells_no_market_is_not_in_the_figure_and_the_coverage_says_so() -> None:
    told = of(*GREW, months("b", 2024, EVEN), months("b", 2025, EVEN), reference=AREA)
    assert told.answers["source_market_hhi"].coverage == Coverage(1, 2)


def test_without_a_reference_the_split_is_undefined_and_the_concentration_is_not() -> None:
    told = of(*GREW)
    assert told.answers["shift_share"].result == Undefined("reference_missing")
    assert number_of(told.answers["source_market_hhi"].result) == pytest.approx(1e4 * (0.4**2 + 0.6**2))
    assert number_of(told.answers["foreign_visitor_share"].result) == pytest.approx(0.6)


def test_a_first_year_has_no_split() -> None:
    told = of(from_("DK", EVEN), from_("DE", EVEN), reference=AREA)
    assert told.answers["shift_share"].result == Undefined("no_shared_month")


def test_one_more_guest_from_where_they_come_all_year_flattens() -> None:
    told = of(from_("DK", EVEN), from_("DE", SUMMER))
    assert [effect.market for effect in told.effects] == ["DK", "DE"]
    said = effect_sentence(told, ENGLISH)
    assert said == (
        "One more guest from Denmark makes the season flatter. One more guest from Germany makes the season steeper."
    )


def test_the_effect_of_one_per_cent_is_what_so_many_more_really_do() -> None:
    dk, de = [900.0 + month for month in range(12)], [10 + 80.0 * abs(6 - month) for month in range(12)]
    told = of(from_("DK", dk), from_("DE", de))

    def concentration(extra: float) -> float:
        grown = [a + b * (1 + extra / sum(de)) for a, b in zip(dk, de, strict=True)]
        return number_of(gini_season_norm(grown)) or 0.0

    few = (sum(dk) + sum(de)) * 1e-4
    german = next(effect for effect in told.effects if effect.market == "DE")
    assert german.of_one_per_cent == pytest.approx((concentration(few) / concentration(0) - 1) / 1e-4, rel=1e-3)


def test_guests_of_unknown_home_are_no_market_and_too_many_of_them_leave_nothing_to_say() -> None:
    told = of(from_("DK", EVEN), from_("DE", SUMMER), from_("unknown", [20] * 12))
    assert {effect.market for effect in told.effects} == {"DK", "DE"}
    result = of(from_("DK", EVEN), from_("unknown", EVEN)).answers["season_market_rme"].result
    assert isinstance(result, Undefined)
    assert result.reason == "residence_unknown"


def test_the_pull_is_told_as_won_or_lost() -> None:
    assert pull_sentence(of(*GREW, reference=AREA), ENGLISH) == "240 visits won by our own pull"
    fell = (*GREW[:3], from_("DE", EVEN))
    assert pull_sentence(of(*fell, reference=AREA), ENGLISH) == "360 visits lost by our own pull"
    split = of(*GREW, reference=AREA)
    assert pull_in_words(split, ENGLISH).startswith("Of +600 visits the tide of the area gives +240, ")
    assert pull_in_words(replace(split, measure="nights"), ENGLISH).startswith("Of +600 nights the tide ")


def test_in_a_year_that_is_not_over_the_months_are_the_reason_and_no_market_is() -> None:
    answers = of(from_("DK", EVEN[:10]), from_("DE", EVEN[:10])).answers
    for kpi_id in ("source_market_hhi", "foreign_visitor_share", "season_market_rme"):
        assert answers[kpi_id].result == Undefined("incomplete_year", {"known": 10})


@pytest.mark.parametrize(
    ("parts", "noted"),
    [((739.4, 113.4, 225.2, 0.0), True), ((739.4, 113.4, 225.2, 0.4), True), ((740, 113, 225, 0), False)],
)
def test_parts_whose_written_numbers_do_not_add_up_say_why_and_only_those(
    parts: tuple[float, float, float, float], noted: bool
) -> None:
    told = of(*GREW, reference=AREA)
    names = ("national", "mix", "competitive", "residual")
    split = Value(parts[2], detail={**dict(zip(names, parts, strict=True)), "total_change": 1078})
    answers = {**told.answers, "shift_share": replace(told.answers["shift_share"], result=split)}
    said = pull_in_words(replace(told, answers=answers), ENGLISH)
    assert said.endswith("Rounded: the parts therefore do not give exactly the sum.") == noted


def test_nights_are_split_by_market_as_visits_are_against_the_nights_of_the_province() -> None:
    nights = [
        row
        for market, before, now in (("DK", 60, 60), ("foreign", 40, 60))
        for year, monthly in ((2024, before), (2025, now))
        for row in months("x", year, [monthly] * 12, column="nights", market=market)
    ]
    around_us: list[Row] = [{**row, "indicator": "nights"} for row in AREA]
    place: Row = {"destination_id": "p", "landsdel": "Fyn", "area_code": "x"}
    data = TableData({"destinations": [place], "nights": nights, "reference": around_us})
    told = markets(data, place_of(data), 2025)
    assert told.measure == "nights"
    assert number_of(told.answers["foreign_visitor_share"].result) == pytest.approx(0.5)
    split = told.answers["shift_share"].result
    assert isinstance(split, Value)
    # 480 nights from abroad became 720; in the province those from abroad (Germans) grew by 30 per cent.
    assert split.number == pytest.approx(480 * 0.2)
