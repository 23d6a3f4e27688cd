"""How a result is written: in both languages, with its reason, and judged by the direction that is declared."""

from collections.abc import Callable, Sequence

import pytest

from answers.answer import Answer
from answers.compare import Coverage
from answers.panel import Measure
from answers.wording import (
    basis_text,
    counted_text,
    coverage_text,
    judged,
    measured_in,
    reason_text,
    signed_text,
    unit_text,
    value_text,
)
from answers.written import change_text, judgement, written
from kpis.catalogue import catalogue
from kpis.declare import UNITS, Unit
from kpis.guests.reviews import on_stars
from kpis.labels import LABELS
from kpis.result import Result, Undefined, Value
from kpis.season.concentration import cv_season, theil_season
from locales import DANISH, ENGLISH


@pytest.mark.parametrize(
    ("number", "unit", "danish", "english"),
    [
        (1234567, "visits", "1.234.567", "1,234,567"),
        (0.0346, "fraction", "3,5\u00a0%", "3.5%"),
        (0.5283, "fraction", "53\u00a0%", "53%"),
        (0.519, "index", "0,52", "0.52"),
        (12, "months", "12", "12"),
        (8.66, "months", "8,7", "8.7"),
        (2.4, "nights", "2,4", "2.4"),
        (-4.27, "percentage_points", "−4,3", "−4.3"),
        (0, "visits", "0", "0"),
    ],
)
def test_a_number_follows_the_language_and_its_unit(number: float, unit: Unit, danish: str, english: str) -> None:
    assert value_text(Value(number), unit, DANISH) == danish
    assert value_text(Value(number), unit, ENGLISH) == english


def test_no_value_is_a_dash_and_never_a_number() -> None:
    for unit in UNITS:
        assert value_text(Undefined("no_actors"), unit, ENGLISH) == "–"
        assert signed_text(Undefined("no_actors"), unit, ENGLISH) == "–"


def test_a_label_is_written_in_words() -> None:
    assert value_text(Value("unchanged"), "label", ENGLISH) == "about unchanged"
    assert signed_text(Value("unchanged"), "label", ENGLISH) == "about unchanged"


@pytest.mark.parametrize(
    ("number", "unit", "written"),
    [(0.034, "fraction", "+3.4%"), (-0.034, "fraction", "−3.4%"), (0, "fraction", "0.0%"), (1.5, "index", "+1.50")],
)
def test_a_growth_is_written_with_its_sign(number: float, unit: Unit, written: str) -> None:
    assert signed_text(Value(number), unit, ENGLISH) == written


def test_every_unit_can_be_written_in_both_measures() -> None:
    measures: tuple[Measure, ...] = ("visits", "nights")
    for unit in UNITS:
        for measure in measures:
            assert isinstance(unit_text(unit, measure, ENGLISH), str)
            if unit != "label":
                assert value_text(Value(1234.5), unit, ENGLISH) != "–"


def test_where_nights_are_counted_a_count_is_called_nights() -> None:
    assert (unit_text("visits", "visits", ENGLISH), unit_text("visits", "nights", ENGLISH)) == ("visits", "nights")
    assert unit_text("visits_per_1000_nights", "nights", ENGLISH) == "nights per 1,000 nights"
    assert unit_text("visits_per_1000_nights", "visits", ENGLISH) == "visits per 1,000 nights"


@pytest.mark.parametrize(
    ("undefined", "sentence"),
    [
        (Undefined("missing_month", {"missing_months": (6, 7)}), "Not reported: June and July."),
        (Undefined("incomplete_year", {"known": 5}), "Only 5 of 12 months are there; this figure needs a whole year."),
        (Undefined("too_few_actors", {"minimum": 3}), "Fewer than 3 actors report, so the figure is not shown."),
        (Undefined("coverage_too_low", {"reporting": 2, "actors": 5}), "Only 2 of 5 actors report."),
        (
            Undefined("zero_year", {"years": (2020, 2021)}),
            "Years without visits have no rate of growth: 2020 and 2021.",
        ),
        (Undefined("negative_value", {"value": -1.5}), "A figure below 0 was reported: −1.5."),
    ],
)
def test_a_reason_is_a_sentence(undefined: Undefined, sentence: str) -> None:
    assert reason_text(undefined, ENGLISH) == sentence


def test_a_reason_says_which_of_two_sides_it_is_about() -> None:
    missing = Undefined("missing_month", {"missing_months": (3,)})
    assert reason_text(missing.of("previous"), ENGLISH) == "Not reported: March (in the earlier period)."
    assert reason_text(missing.of("reference"), ENGLISH) == "Not reported: March (for the reference area)."
    assert {"local", "reference", "previous", "current"} <= set(LABELS)


def answer(kpi_id: str, now: float, before: float | None) -> Answer:
    return Answer(kpi_id, Value(now), "2025", previous=None if before is None else Value(before))


@pytest.mark.parametrize(
    ("kpi_id", "before", "now", "words"),
    [
        ("visits_total", 100, 110, "+10.0% on the year before"),
        ("visits_total", 0, 110, "+110 on the year before"),
        ("offseason_share", 0.40, 0.38, "−2 percentage points on the year before"),
        ("relative_growth_gap", 1.0, 3.5, "+2.5 percentage points on the year before"),
        ("gini_season_norm", 0.5, 0.45, "−0.05 on the year before"),
        ("open_months", 7, 9, "+2 on the year before"),
        ("nps", 10, -5, "−15 on the year before"),
        ("satisfaction_mean", 8.0, 8.4, "+0.4 on the year before"),
    ],
)
def test_a_change_is_written_in_the_unit_that_can_be_compared(
    kpi_id: str, before: float, now: float, words: str
) -> None:
    assert change_text(answer(kpi_id, now, before), ENGLISH) == words


@pytest.mark.parametrize(
    ("kpi_id", "number", "shown"),
    [("local_economic_value", 4_491_149.7, "ca. 4.490.000"), ("capacity_headroom", 41_262, "ca. 41.300"),
     ("visits_total", 53_731, "53.731")],
)  # fmt: skip
def test_an_estimate_is_written_with_three_digits_and_what_is_counted_in_full(
    kpi_id: str, number: float, shown: str
) -> None:
    assert written(answer(kpi_id, number, None), DANISH) == shown


def test_a_change_is_that_of_the_written_numbers() -> None:
    assert change_text(answer("satisfaction_mean", 8.46, 8.24), ENGLISH) == "+0.3 on the year before"
    assert judgement(answer("satisfaction_mean", 8.46, 8.24)) == "good"


def test_what_is_written_alike_has_not_changed_and_is_neither_good_nor_bad() -> None:
    for kpi_id, before, now in (
        ("offseason_share", 0.4, 0.4004),
        ("gini_season_norm", 0.5, 0.504),
        ("season_evenness", 0.8741, 0.8659),
        ("visits_total", 100_000, 100_020),
        ("resource_per_visit", 8.46, 8.54),
    ):
        assert change_text(answer(kpi_id, now, before), ENGLISH) == "unchanged on the year before"
        assert judgement(answer(kpi_id, now, before)) == "neutral"


@pytest.mark.parametrize(
    ("kpi_id", "before", "now", "words"),
    [
        ("months_to_move", 1.44, 1.46, "about unchanged: +0.1 on the year before"),
        ("gini_season_norm", 0.404, 0.406, "about unchanged: +0.01 on the year before"),
        ("offseason_share", 0.404, 0.413, "about unchanged: +1 percentage point on the year before"),
        ("revenue_per_visit", 1000, 1009, "about unchanged: +0.9% on the year before in current prices"),
    ],
)
def test_a_change_below_what_can_be_told_says_so_and_is_neither_good_nor_bad(
    kpi_id: str, before: float, now: float, words: str
) -> None:
    assert change_text(answer(kpi_id, now, before), ENGLISH) == words
    assert judgement(answer(kpi_id, now, before)) == "neutral"


@pytest.mark.parametrize(
    ("kpi_id", "before", "now"),
    [("months_to_move", 1.5, 1.4), ("gini_season_norm", 0.41, 0.40), ("offseason_share", 0.40, 0.41),
     ("resource_per_visit", 10.0, 9.9), ("open_months", 7, 8)],
)  # fmt: skip
def test_a_change_of_one_step_is_told_and_judged(kpi_id: str, before: float, now: float) -> None:
    known = answer(kpi_id, now, before)
    assert change_text(known, ENGLISH)[0] in "+−"
    assert (judgement(known) == "good") == (known.passport.direction != "context")


@pytest.mark.parametrize(
    ("kpi", "before", "now", "verdict"),
    [
        (cv_season, 60, 55, "neutral"),
        (theil_season, 100, 70, "neutral"),
        (cv_season, 100, 70, "good"),
        (theil_season, 150, 70, "good"),
        (cv_season, 55, 50, "neutral"),
    ],
)
def test_an_index_with_a_scale_longer_than_1_is_judged_from_a_hundredth_of_it(
    kpi: Callable[[Sequence[float | None]], Result], before: int, now: int, verdict: str
) -> None:
    moved = Answer(kpi.__name__, kpi([50] * 11 + [now]), "2025", previous=kpi([50] * 11 + [before]))
    assert abs(moved.change or 0) > 0.01
    assert judgement(moved) == verdict


def test_a_change_of_an_amount_says_that_prices_are_in_it_and_is_not_judged() -> None:
    richer = answer("revenue_per_visit", 1100, 1000)
    assert change_text(richer, ENGLISH) == "+10.0% on the year before in current prices"
    assert judgement(richer) == "neutral"


def test_a_change_within_the_uncertainty_of_two_samples_is_not_judged() -> None:
    now, before = Value(8.4, n=200, interval=(8.2, 8.6)), Value(8.2, n=200, interval=(8.0, 8.4))
    within = Answer("satisfaction_mean", now, "2025", previous=before)
    assert change_text(within, ENGLISH) == "within the uncertainty: +0.2 on the year before"
    assert judgement(within) == "neutral"
    assert judgement(Answer("satisfaction_mean", now, "2025", previous=Value(8.1, interval=(7.9, 8.3)))) == "good"


def test_without_a_value_now_or_before_there_is_no_change_to_tell() -> None:
    gone = Answer("visits_total", Undefined("no_known_month"), "2025", previous=Value(5))
    come = Answer("visits_total", Value(5), "2025", previous=Undefined("no_known_month"))
    for known in (gone, come, answer("visits_total", 5, None)):
        assert (change_text(known, ENGLISH), judgement(known)) == ("", "neutral")


def test_whether_a_change_is_good_follows_from_the_declared_direction() -> None:
    assert judgement(answer("offseason_share", 0.5, 0.4)) == "good"
    assert judgement(answer("offseason_share", 0.4, 0.5)) == "bad"
    assert judgement(answer("gini_season_norm", 0.4, 0.5)) == "good"
    assert judgement(answer("gini_season_norm", 0.5, 0.4)) == "bad"
    assert judgement(answer("visits_total", 500, 400)) == "neutral"
    assert judgement(answer("capacity_utilisation", 0.9, 0.2)) == "neutral"
    assert judgement(answer("gini_season_norm", 0.5, 0.5)) == "neutral"


def test_no_kpi_without_a_direction_is_ever_judged() -> None:
    for passport in catalogue().values():
        verdicts = {judged(1, passport), judged(-1, passport)}
        assert verdicts == ({"good", "bad"} if passport.direction in ("higher", "lower") else {"neutral"})


@pytest.mark.parametrize(
    ("coverage", "measure", "words"),
    [
        (Coverage(4, 5, 9), "visits", "4 of 5 actors, 9 of 12 months"),
        (Coverage(1, 1), "visits", "1 of 1 actor, 12 of 12 months"),
        (Coverage(1, 2, 2, 2), "nights", "1 of 2 areas, 2 of 2 months"),
        (Coverage(0, 0), "visits", ""),
        (None, "visits", ""),
    ],
)
def test_what_a_figure_rests_on_is_how_many_of_how_many(
    coverage: Coverage | None, measure: Measure, words: str
) -> None:
    assert coverage_text(coverage, measure, ENGLISH) == words


def test_a_comparison_names_all_only_where_nobody_and_no_month_is_left_out() -> None:
    assert "all 4 actors" in basis_text(Coverage(4, 4), "visits", ENGLISH)
    assert "all 1,060 actors" in basis_text(Coverage(1060, 1060), "visits", ENGLISH)
    assert "all 4 areas" in basis_text(Coverage(4, 4), "nights", ENGLISH)
    assert "4 of 4 actors, 9 of 12 months" in basis_text(Coverage(4, 4, 9), "visits", ENGLISH)
    assert "3 of 4 actors" in basis_text(Coverage(3, 4), "visits", ENGLISH)


def test_a_count_stands_with_its_noun() -> None:
    assert [counted_text(n, "visits", ENGLISH) for n in (0, 1, 41203)] == ["0 visits", "1 visit", "41,203 visits"]
    assert counted_text(1, "nights", ENGLISH) == "1 night"
    assert counted_text(None, "visits", ENGLISH) == "–"


def test_a_reason_lists_decimals_as_the_language_writes_them_and_years_as_they_are() -> None:
    off_scale = Undefined("off_scale", {"scores": (5.7,), "lowest": 1, "highest": 5})
    assert reason_text(off_scale, DANISH) == "Svar uden for skalaen fra 1 til 5: 5,7. Det er en anden skala."
    another = on_stars(1.0, 10.0)
    assert another is not None
    assert reason_text(another, DANISH) == "Anmeldelserne gives fra 1 til 10; tallet gælder en skala fra 1 til 5."
    assert reason_text(Undefined("zero_year", {"years": (2024,)}), ENGLISH).endswith("no rate of growth: 2024.")


def test_a_reason_names_markets_in_the_language() -> None:
    said = reason_text(Undefined("market_missing", {"markets": ("DE", "other")}), DANISH)
    assert said == "Ikke indberettet for disse markeder: Tyskland og øvrige."


def test_a_reason_names_a_mode_of_travel_in_the_language() -> None:
    undefined = Undefined("factor_source_missing", {"mode": "car"})
    assert "bil" in reason_text(undefined, DANISH)
    assert "car" in reason_text(undefined, ENGLISH)


def test_shares_of_different_wholes_say_what_they_are_shares_of() -> None:
    told = {kpi_id: measured_in(catalogue()[kpi_id], "visits", ENGLISH) for kpi_id in catalogue()}
    assert told["mission_aligned_revenue_share"] == "of own income"
    assert told["self_earned_share"] == told["private_funding_share"] == "of all income"
    assert (told["offseason_share"], told["visits_total"]) == ("", "visits")


def test_one_of_a_unit_stands_in_the_singular() -> None:
    def told(kpi_id: str, number: float) -> str:
        return measured_in(catalogue()[kpi_id], "visits", ENGLISH, number)

    assert [told("open_months", number) for number in (1, 2)] == ["month", "months"]
    assert [told("growth_share_quadrant", number) for number in (1, 6)] == ["market", "markets"]
    assert told("capacity_headroom", 1) == "visit"
    assert told("resource_per_visit", 1) == "kWh per visit"
