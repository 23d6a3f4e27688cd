"""What gets better because guests come: ratios over one set of actors, and nothing shown that must be hidden."""

from collections.abc import Sequence

import pytest

from access.reader import LOCAL_ANALYST, Reader
from answers.answer import Answer, number_of
from answers.compare import Coverage
from answers.regenerative import Regenerative, regenerative
from kpis.result import Undefined, Value
from tests.answers.tables import Row, TableData, in_place, months, place_of

OUTSIDER = Reader("Gæst", "reader", places=None)
EVEN = [100] * 12


def of(tables: dict[str, Sequence[Row]], year: int = 2025, reader: Reader = LOCAL_ANALYST) -> Regenerative:
    data = TableData({"destinations": [{"destination_id": "p"}], **tables})
    return regenerative(data, place_of(data), year, reader)


def metric(actor: str, year: int, **values: float) -> list[Row]:
    return [{"actor_id": actor, "period": str(year), "metric": name, "value": value} for name, value in values.items()]


def wave(period: str, *counts: int) -> list[Row]:
    answers = ("more_positive", "equal", "more_negative", "dont_know")
    return [
        {"destination_id": "p", "period": period, "answer": answer, "count": count}
        for answer, count in zip(answers, counts, strict=True)
    ]


def action(number: int, actor: str = "a", **more: object) -> Row:
    return {"action_id": f"t{number}", "actor_id": actor, "period": "2025", "status": "done", **more}


def detail(answer: Answer, name: str) -> object:
    assert isinstance(answer.result, Value)
    return answer.result.detail[name]


def test_a_place_of_nothing_has_a_reason_for_every_figure() -> None:
    answered = of({})
    assert all(isinstance(answer.result, Undefined) for answer in answered.answers.values())
    assert (len(answered.actions), answered.surveys, len(answered.resources)) == (0, (), 0)


def test_the_actions_with_evidence_stand_beside_those_registered_until_the_year_before() -> None:
    rows = [action(1, period="2024", status="documented"), action(2, period="2024"), action(3), action(4)]
    ladder = of({"actors": in_place("a"), "regenerative": rows}).answers["regen_evidence_ladder"]
    assert (ladder.number, number_of(ladder.previous)) == (0.25, 0.5)
    first = of({"actors": in_place("a"), "regenerative": rows[2:]}).answers["regen_evidence_ladder"]
    assert first.previous == Undefined("no_actions")


def test_a_survey_of_fewer_than_ten_shows_neither_its_share_nor_its_counts() -> None:
    answered = of({"residents": [*wave("2024", 5, 2, 1, 1), *wave("2025", 6, 2, 1, 1)]})
    support = answered.answers["resident_support_share"]
    assert number_of(support.result) == 0.6
    assert support.previous == Undefined("too_few_answers", {"n": 9, "minimum": 10})
    assert [dict(survey.counts) for survey in answered.surveys] == [
        {}, {"more_positive": 6, "equal": 2, "more_negative": 1, "dont_know": 1}
    ]  # fmt: skip


def test_residents_are_compared_with_the_year_before_and_not_with_any_earlier_wave() -> None:
    waves = [*wave("2022", 20, 0, 20, 0), *wave("2023-05", 10, 0, 30, 0), *wave("2024-06", 30, 0, 10, 0)]
    support = of({"residents": waves}, 2025).answers["resident_support_share"]
    assert (number_of(support.result), support.period, number_of(support.previous)) == (0.75, "2024-06", 0.25)
    assert of({"residents": wave("2022", 20, 0, 20, 0) + wave("2024", 30, 0, 10, 0)}).answers[
        "resident_support_share"
    ].previous is None  # fmt: skip


def test_a_later_wave_is_not_known_in_an_earlier_year() -> None:
    answered = of({"residents": wave("2022", 20, 0, 20, 0) + wave("2024", 30, 0, 10, 0)}, 2023)
    assert [survey.period for survey in answered.surveys] == ["2022"]


def test_an_answer_without_a_count_is_missing_and_not_zero() -> None:
    support = of({"residents": wave("2025", 20, 0, 20, 0)[:3]}).answers["resident_support_share"]
    assert support.result == Undefined("answers_missing")


def purchases(actor: str, year: int, local: float, total: float) -> list[Row]:
    return metric(actor, year, purchases_local=local, purchases_total=total)


def test_money_of_fewer_than_three_actors_is_hidden_now_and_in_the_year_before() -> None:
    rows = [row for name in "ab" for year in (2024, 2025) for row in purchases(name, year, 30, 100)]
    tables: dict[str, Sequence[Row]] = {"actors": in_place(*"abc"), "sustainability": rows}
    hidden = of(tables, reader=OUTSIDER).answers["local_procurement_share"]
    assert hidden.result == hidden.previous == Undefined("too_few_actors", {"minimum": 3})
    assert hidden.coverage == Coverage(2, 3)
    assert number_of(of(tables).answers["local_procurement_share"].result) == pytest.approx(0.3)
    third = {**tables, "sustainability": [*rows, *purchases("c", 2025, 90, 100)]}
    shown = of(third, reader=OUTSIDER).answers["local_procurement_share"]
    assert number_of(shown.result) == 0.5


def test_a_share_is_over_the_actors_that_report_both_parts_of_it() -> None:
    rows = [
        *purchases("a", 2025, 30, 100),
        *metric("b", 2025, purchases_total=900),
        *metric("c", 2025, purchases_local=5),
    ]
    answer = of({"actors": in_place(*"abc"), "sustainability": rows}).answers["local_procurement_share"]
    assert (number_of(answer.result), answer.coverage) == (0.3, Coverage(1, 3))


def test_the_year_before_is_that_of_the_same_actors_or_nothing() -> None:
    both = [*purchases("a", 2024, 20, 100), *purchases("a", 2025, 30, 100), *purchases("b", 2024, 90, 100)]
    tables: dict[str, Sequence[Row]] = {"actors": in_place("a", "b"), "sustainability": both}
    assert number_of(of(tables).answers["local_procurement_share"].previous) == 0.2
    new = {**tables, "sustainability": [*both[:4], *purchases("b", 2025, 10, 100)]}
    assert of(new).answers["local_procurement_share"].change is None


def test_seasonal_jobs_need_reports_from_half_of_the_actors() -> None:
    rows = metric("a", 2025, jobs=10, seasonal_jobs=4)
    few = of({"actors": in_place(*"abc"), "sustainability": rows}).answers["seasonal_job_share"]
    assert few.result == Undefined("coverage_too_low", {"reporting": 1, "actors": 3})
    half = of({"actors": in_place("a", "b"), "sustainability": rows}).answers["seasonal_job_share"]
    assert number_of(half.result) == 0.4


def test_without_its_third_round_the_multiplier_says_that_and_hides_the_rest_where_it_must() -> None:
    tables: dict[str, Sequence[Row]] = {
        "actors": in_place("a"),
        "sustainability": metric("a", 2025, lm3_r1=100, lm3_r2=60),
    }
    assert of(tables).answers["lm3"].result == Undefined("third_round_missing", {"local_share": 0.6})
    assert of(tables, reader=OUTSIDER).answers["lm3"].result == Undefined("too_few_actors", {"minimum": 3})


def test_energy_per_visit_is_over_the_actors_that_report_both_for_the_whole_year() -> None:
    tables: dict[str, Sequence[Row]] = {
        "actors": in_place("meter", "late", "visits"),
        "visits": [*months("meter", 2025, EVEN), *months("late", 2025, EVEN[:11]), *months("visits", 2025, EVEN)],
        "sustainability": [
            *metric("meter", 2025, kwh=3600, water_m3=12),
            *metric("late", 2025, kwh=9000, water_m3=90),
        ],
    }
    answer = of(tables).answers["resource_per_visit"]
    assert (number_of(answer.result), answer.coverage) == (3, Coverage(1, 3))
    assert detail(answer, "litres_of_water") == 10
    assert detail(answer, "kg_of_waste") is None


def test_energy_by_year_counts_only_whole_years_and_marks_the_estimates_in_it() -> None:
    kwh = [
        {**metric("a", 2024, kwh=2400)[0], "estimated": 1},
        *metric("a", 2025, kwh=1200),
        {**metric("b", 2025, kwh=7)[0], "estimated": 1},
        {"actor_id": "a", "period": "2024-Q1", "metric": "kwh", "value": 5},
    ]
    visits = [*months("a", 2024, EVEN), *months("a", 2025, EVEN)]
    table = of({"actors": in_place("a", "b"), "visits": visits, "sustainability": kwh}).resources
    assert table.to_dict("records") == [
        {"year": 2024, "kwh": 2400, "visits": 1200, "actors": 1, "estimated": True},
        {"year": 2025, "kwh": 1200, "visits": 1200, "actors": 1, "estimated": False},
    ]


def test_care_counts_the_logged_hours_that_have_evidence() -> None:
    actions = [
        action(1, hours=12, evidence_link="https://example.org/1"),
        action(2, hours=6, status="documented"),
        action(3, hours=500),
        action(4, hours=500, status="planned", evidence_link="https://example.org/4"),
        action(5, hours=500, period="2024", status="documented"),
    ]
    tables: dict[str, Sequence[Row]] = {
        "actors": in_place("a"), "visits": months("a", 2025, EVEN), "regenerative": actions
    }  # fmt: skip
    assert number_of(of(tables).answers["nature_care"].result) == 15
    nothing_shown = {**tables, "regenerative": actions[2:3]}
    assert of(nothing_shown).answers["nature_care"].result == Undefined("no_evidence")


def test_care_is_per_visit_and_never_per_night() -> None:
    tables: dict[str, Sequence[Row]] = {
        "destinations": [{"destination_id": "p", "area_code": "x"}],
        "actors": in_place("a"),
        "nights": months("x", 2025, EVEN, column="nights"),
        "regenerative": [action(1, hours=12, status="documented")],
    }
    assert of(tables).answers["nature_care"].result == Undefined("visits_missing")
    part = {**tables, "visits": months("a", 2025, EVEN[:7])}
    assert of(part).answers["nature_care"].result == Undefined("incomplete_year", {"known": 7})


def gifts(reader: Reader, *, incomes: str) -> Answer:
    tables: dict[str, Sequence[Row]] = {
        "actors": in_place(*"abc"),
        "visits": [row for name in "abc" for row in months(name, 2025, EVEN)],
        "revenue": [row for name in incomes for row in months(name, 2025, [1000] * 12, column="amount_dkk")],
        "regenerative": [action(1, hours=1, dkk=3600, status="documented")],
    }
    return of(tables, reader=reader).answers["nature_care"]


def test_money_given_back_is_set_beside_the_income_of_those_who_gave() -> None:
    assert detail(gifts(LOCAL_ANALYST, incomes="ab"), "given_back_share") == pytest.approx(0.15)
    assert detail(gifts(LOCAL_ANALYST, incomes="bc"), "given_back_share") is None


def test_the_gift_of_a_single_actor_is_hidden_in_the_figures_and_in_the_list() -> None:
    hidden = gifts(OUTSIDER, incomes="abc")
    assert (detail(hidden, "given_back_share"), detail(hidden, "given_back_per_visit")) == (None, None)
    assert detail(gifts(LOCAL_ANALYST, incomes="abc"), "given_back_per_visit") == 1
    tables: dict[str, Sequence[Row]] = {"actors": in_place("a"), "regenerative": [action(1, dkk=3600, hours=2)]}
    assert of(tables).actions["dkk"].tolist() == [3600]
    told = of(tables, reader=OUTSIDER).actions
    assert told["dkk"].isna().all()
    assert told["hours"].tolist() == [2]


def test_actions_are_those_of_the_place_and_those_after_the_year_stand_by_themselves() -> None:
    actions = [action(1), action(2, actor="elsewhere"), action(3, period="2026"), {"action_id": "t4", "actor_id": "a"}]
    answered = of({"actors": in_place("a"), "regenerative": actions})
    assert answered.actions["action_id"].tolist() == ["t1", "t4"]
    assert answered.later["action_id"].tolist() == ["t3"]
    assert number_of(answered.answers["regen_evidence_ladder"].result) == 0


def test_a_certificate_counts_while_it_is_valid_among_those_who_were_asked() -> None:
    told = [("a", "Green Key", None), ("b", "Green Key", "2025-06-30"), ("c", "ingen", None), ("d", None, None)]
    actors = [{**in_place(name)[0], "certification": held, "cert_valid_to": to} for name, held, to in told]
    answer = of({"actors": actors}).answers["certification_share"]
    assert (number_of(answer.result), answer.coverage) == (1 / 3, Coverage(3, 4))
    assert number_of(of({"actors": actors}, 2024).answers["certification_share"].result) == pytest.approx(2 / 3)
    assert of({"actors": actors[3:]}).answers["certification_share"].result == Undefined("list_missing")


def test_an_attraction_without_an_answer_is_not_accessible_until_it_is_shown_to_be() -> None:
    told = [
        ("a", "culture", "God Adgang"),
        ("b", "nature", "ingen"),
        ("c", "culture", None),
        ("d", "food", "God Adgang"),
    ]
    actors = [{**in_place(name)[0], "sector": sector, "access_standard": held} for name, sector, held in told]
    answer = of({"actors": actors}).answers["accessible_share"]
    assert (number_of(answer.result), answer.coverage) == (1 / 3, Coverage(2, 3))
    assert of({"actors": actors[2:]}).answers["accessible_share"].result == Undefined("list_missing")


def test_standards_are_those_of_the_actors_active_in_the_year() -> None:
    held = {"certification": "Green Key", "destination_id": "p"}
    actors: list[Row] = [
        {"actor_id": "gone", **held, "active_to": "2024-12-31"},
        {"actor_id": "coming", **held, "active_from": "2026-01-01"},
        {"actor_id": "a", "destination_id": "p", "certification": "none", "active_from": "2020-01-01"},
    ]
    assert number_of(of({"actors": actors}).answers["certification_share"].result) == 0
    assert number_of(of({"actors": actors}, 2024).answers["certification_share"].result) == 0.5
