"""The sentences that answer: every word of them holds for a tiny store whose figures can be added up by hand."""

from collections.abc import Sequence

import pytest

from access.reader import LOCAL_ANALYST
from answers.growth import growth
from answers.overview import overview, row_of, standing_for
from answers.places import all_places
from answers.regenerative import regenerative
from answers.season import season
from answers.sentences.growth import growth_sentence
from answers.sentences.overview import counted_noun, overview_sentence, place_sentence
from answers.sentences.regenerative import regenerative_sentence
from answers.sentences.season import peak_sentence, season_sentence
from locales import ENGLISH
from tests.answers.tables import Row, TableData, in_place, months, opened, place_of

EVEN = [100] * 12
EASTER_IN_MARCH = [10, 10, 70, 30, 10, 10, 40, 10, 10, 10, 10, 10]
EASTER_IN_APRIL = [10, 10, 20, 90, 10, 10, 40, 10, 10, 10, 10, 10]
SUMMER_PEAK = [10, 10, 20, 40, 10, 10, 50, 10, 10, 10, 10, 10]
HILL = [50, 50, 50, 100, 100, 200, 300, 200, 100, 50, 50, 50]


def store(*visits: Row, **tables: Sequence[Row]) -> TableData:
    actors = tables.pop("actors", in_place(*sorted({str(row["actor_id"]) for row in visits})))
    return TableData(
        {"destinations": [{"destination_id": "p", "name": "Vig"}], "actors": actors, "visits": visits, **tables}
    )


def told_of_growth(data: TableData, year: int = 2025) -> str:
    return growth_sentence(growth(data, place_of(data), year), ENGLISH)


def told_of_season(data: TableData, year: int = 2025) -> str:
    return season_sentence(season(data, place_of(data), year, LOCAL_ANALYST), ENGLISH)


def told_of_regeneration(data: TableData, year: int = 2025) -> str:
    return regenerative_sentence(regenerative(data, place_of(data), year, LOCAL_ANALYST), ENGLISH)


def test_a_whole_year_that_grew_says_how_many_came_and_how_many_more() -> None:
    said = told_of_growth(store(*months("a", 2024, EVEN), *months("a", 2025, [110] * 12)))
    assert said.startswith("Vig had 1,320 visits in 2025. That is 10.0% more than in 2024, like for like")


def test_a_year_that_fell_says_fewer() -> None:
    said = told_of_growth(store(*months("a", 2024, EVEN), *months("a", 2025, [90] * 12)))
    assert "That is 10.0% fewer than in 2024" in said


def test_a_change_too_small_to_write_is_as_many() -> None:
    said = told_of_growth(store(*months("a", 2024, [9999] * 12), *months("a", 2025, [10000] * 12)))
    assert "That is as many as in 2024" in said


def test_a_year_in_progress_says_how_many_months_there_are() -> None:
    said = told_of_growth(store(*months("a", 2024, EVEN), *months("a", 2025, [120] * 5)))
    assert said.startswith("Vig had 600 visits in 2025, with 5 of 12 months reported. That is 20.0% more than in 2024")
    assert "5 of 12 months" in said.split("like for like")[1]


def test_a_late_reporter_makes_it_at_least() -> None:
    visits = [*months("a", 2024, EVEN), *months("a", 2025, EVEN), *months("b", 2025, [10] * 11)]
    said = told_of_growth(store(*visits))
    assert said.startswith("Vig had at least 1,310 visits in 2025; not everybody has reported.")
    assert "1 of 2 actors" in said


def test_a_first_year_cannot_be_compared_and_says_why() -> None:
    said = told_of_growth(store(*months("a", 2025, EVEN)))
    assert said == (
        "Vig had 1,200 visits in 2025. It cannot be compared with 2024: no month is reported in both years."
    )


def test_few_visits_are_no_per_cent() -> None:
    said = told_of_growth(store(*months("a", 2024, [2] * 12), *months("a", 2025, [3] * 12)))
    assert "too few for a per cent. The change is 12." in said


def test_a_year_without_figures_says_so() -> None:
    assert told_of_growth(store(*months("a", 2024, EVEN)), 2020).startswith("Vig has no figures for 2020.")


def test_a_place_without_a_single_month_says_that_and_not_that_the_year_is_missing() -> None:
    quarters: list[Row] = [{"actor_id": "a", "period": f"2025-Q{one}", "visits": 5} for one in (1, 2, 3, 4)]
    assert told_of_growth(store(*quarters), 2025).startswith("Vig has no figures of its guests by the month.")


def test_a_trend_is_told_only_when_it_is_sure_of_its_sign() -> None:
    steady = [row for year in range(2022, 2026) for row in months("a", year, [100 + 10 * (year - 2022)] * 12)]
    assert "The trend over 2022–2025 is +9.1% a year." in told_of_growth(store(*steady))
    jumpy = [row for year in range(2022, 2026) for row in months("a", year, [100 + 50 * (year % 2)] * 12)]
    assert "The years 2022–2025 do not show a sure trend." in told_of_growth(store(*jumpy))
    assert "trend" not in told_of_growth(store(*steady[12:]))


def test_a_trend_over_some_of_the_actors_says_over_whom() -> None:
    steady = [row for year in range(2022, 2026) for row in months("a", year, [100 + 10 * (year - 2022)] * 12)]
    said = told_of_growth(store(*steady, *months("new", 2025, EVEN)))
    assert "The trend over 2022–2025 is +9.1% a year (1 of 2 actors, 12 of 12 months)." in said


def test_a_comparison_with_a_year_of_covid_says_that_it_was_one() -> None:
    visits = [*months("a", 2021, [40] * 12), *months("a", 2022, EVEN)]
    said = told_of_growth(store(*visits), 2022)
    assert "150.0% more than in 2021" in said
    assert said.endswith("2021 was a COVID year.")
    data = store(*months("a", 2020, EVEN), *months("a", 2021, EVEN))
    assert "2020 and 2021 were COVID years." in overview_sentence(overview(data, 2021), ENGLISH)


def test_room_is_rounded_and_says_whose_it_is() -> None:
    visits = [*months("a", 2025, EVEN), *months("b", 2025, EVEN)]
    rooms = opened("a", 2025, [20] * 12, daily_capacity=111)
    said = told_of_growth(store(*visits[:12], opening=rooms))
    assert said.endswith("There is room for about 17,400 more visits a year, 13,100 of them outside the summer.")
    said = told_of_growth(store(*visits, opening=rooms))
    assert said.endswith("13,100 of them outside the summer (1 of 2 actors, 12 of 12 months).")


def test_a_place_of_nights_speaks_of_nights() -> None:
    nights = [*months("x", 2024, EVEN, column="nights"), *months("x", 2025, HILL, column="nights")]
    data = TableData({"destinations": [{"destination_id": "p", "name": "Vig", "area_code": "x"}], "nights": nights})
    assert told_of_growth(data).startswith("Vig had 1,300 nights in 2025.")
    assert told_of_season(data).startswith("July carries 23% of the nights in Vig in 2025")


def test_the_season_names_the_top_month_its_share_and_what_the_year_is_worth() -> None:
    said = told_of_season(store(*months("a", 2025, HILL)))
    assert said == "July carries 23% of the visits to Vig in 2025; the year is spread like 9.6 even months."


def test_the_season_of_some_actors_says_so() -> None:
    said = told_of_season(store(*months("a", 2025, HILL), *months("b", 2025, EVEN[:11])))
    assert "July carries 23% of the visits to Vig in 2025 (1 of 2 actors, 12 of 12 months)" in said


def test_a_season_that_cannot_be_measured_says_which_month_is_missing() -> None:
    said = told_of_season(store(*months("a", 2025, [*EVEN[:6], None, *EVEN[7:]])))
    assert said == "The season of Vig in 2025 cannot be measured: not reported: July."


def wave(period: str, positive: int, negative: int) -> list[Row]:
    counts = {"more_positive": positive, "equal": 0, "more_negative": negative, "dont_know": 0}
    return [{"destination_id": "p", "period": period, "answer": name, "count": count} for name, count in counts.items()]


def test_a_place_that_has_registered_nothing_says_so() -> None:
    assert told_of_regeneration(store()) == "Vig has registered no regenerative actions yet."


def test_actions_are_counted_with_those_that_have_an_effect_to_show() -> None:
    actions: list[Row] = [
        {"action_id": str(number), "actor_id": "a", "period": "2025", "status": status}
        for number, status in enumerate(("documented", "done", None))
    ]
    said = told_of_regeneration(store(actors=in_place("a"), regenerative=actions))
    assert said == "Vig has registered 3 regenerative actions; 1 with a documented effect."
    said = told_of_regeneration(store(actors=in_place("a"), regenerative=actions[1:2]))
    assert said == "Vig has registered 1 regenerative action, not yet with a documented effect."


@pytest.mark.parametrize(
    ("positive", "negative", "said"),
    [
        (24, 16, "60% of the residents asked in March 2025 see more good than bad (40 answers)."),
        (18, 12, "60% of the residents asked in March 2025 see more good than bad (30 answers)."),
        (6, 4, "60% of the residents asked in March 2025 see more good than bad (uncertain: only 10 answers)."),
        (5, 4, "yet."),
    ],
)
def test_residents_are_quoted_as_surely_as_their_number_allows(positive: int, negative: int, said: str) -> None:
    assert told_of_regeneration(store(residents=wave("2025-03", positive, negative))).endswith(said)


def test_energy_per_visit_says_whose_visits() -> None:
    kwh: list[Row] = [{"actor_id": "a", "period": "2025", "metric": "kwh", "value": 3000}]
    said = told_of_regeneration(store(*months("a", 2025, EVEN), sustainability=kwh))
    assert said.endswith("A visit used 2.5 kWh in 2025.")
    said = told_of_regeneration(store(*months("a", 2025, EVEN), *months("b", 2025, EVEN), sustainability=kwh))
    assert said.endswith("A visit used 2.5 kWh in 2025 (1 of 2 actors, 12 of 12 months).")


def test_the_overview_counts_places_guests_and_who_grew() -> None:
    grown = [*months("a", 2024, EVEN), *months("a", 2025, [110] * 12)]
    fallen = [*months("b", 2024, EVEN), *months("b", 2025, [60] * 12)]
    data = store(*grown, *fallen, actors=[*in_place("a"), *in_place("b", place="q")])
    said = overview_sentence(overview(data, 2025), ENGLISH)
    assert said.startswith("2 places had 2,040 visits in 2025. That is 15.0% fewer than in 2024, like for like")
    assert said.endswith("Of the places 1 grew and 1 fell.")


def test_the_overview_says_when_its_total_is_not_all() -> None:
    late = store(*months("a", 2025, EVEN), *months("b", 2025, EVEN[:11]))
    assert overview_sentence(overview(late, 2025), ENGLISH) == (
        "1 place had at least 2,300 visits in 2025; not everybody has reported."
    )
    so_far = store(*months("a", 2025, EVEN[:4]))
    assert overview_sentence(overview(so_far, 2025), ENGLISH) == (
        "1 place had 400 visits in 2025, with 4 of 12 months reported."
    )
    assert overview_sentence(overview(so_far, 2020), ENGLISH) == "None of the places has figures for 2020."


def test_places_of_nights_are_not_among_those_that_grew_in_visits() -> None:
    nights = [*months("x", 2024, EVEN, column="nights"), *months("x", 2025, HILL, column="nights")]
    data = store(*months("a", 2024, EVEN), *months("a", 2025, HILL), nights=nights)
    said = overview_sentence(overview(data, 2025), ENGLISH)
    assert said.startswith("1 place had 1,300 visits in 2025.")
    assert said.endswith("Of the places 1 grew and 0 fell.")


def test_what_is_counted_heads_its_column() -> None:
    assert (counted_noun("visits", ENGLISH), counted_noun("nights", ENGLISH)) == ("Visits", "Nights")


def test_a_peak_is_compared_with_the_same_month_of_the_year_before() -> None:
    data = store(*months("a", 2024, [10, 10, 10, 10, 10, 10, 40, 10, 10, 10, 10, 10]), *months("a", 2025, SUMMER_PEAK))
    told = peak_sentence(season(data, place_of(data), 2025, LOCAL_ANALYST), ENGLISH)
    assert told == ("July was the busiest month of 2025, with 50 visits: +25.0% on the same month of 2024 (40 visits).")


def test_a_peak_at_easter_is_compared_over_march_and_april_together() -> None:
    data = store(*months("a", 2024, EASTER_IN_MARCH), *months("a", 2025, EASTER_IN_APRIL))
    told = peak_sentence(season(data, place_of(data), 2025, LOCAL_ANALYST), ENGLISH)
    assert told == (
        "April was the busiest month of 2025, with 90 visits. Easter moves between March and April, so the two are "
        "compared together: 110 visits, +10.0% on 2024 (100 visits)."
    )


def test_the_overview_sets_the_chosen_place_beside_all_of_them() -> None:
    grown = [*months("a", 2024, EVEN), *months("a", 2025, [110] * 12)]
    others = [*months("b", 2024, EVEN), *months("b", 2025, [60] * 12), *months("c", 2025, EVEN[:11])]
    data = store(*grown, *others, actors=[*in_place("a", "c"), *in_place("b", place="q")])
    answered, known = overview(data, 2025), all_places(data)
    chosen = known["destination:q"]
    assert place_sentence(row_of(data, chosen, 2025), answered, "Q", ENGLISH) == (
        "The page is about all places, not only Q. Q had 720 visits in 2025, 23% of them all. "
        "That is 40.0% fewer than in 2024, like for like."
    )
    house = known["actor:c"]
    assert standing_for(answered, house) == standing_for(answered, known["destination:p"]) == "destination:p"
    assert place_sentence(row_of(data, house, 2025), answered, "C", ENGLISH).endswith(
        "C had at least 1,100 visits in 2025."
    )
    assert place_sentence(None, answered, "D", ENGLISH).endswith("D has no figures for 2025.")


def test_an_action_of_several_years_is_said_to_be_one_activity() -> None:
    ships: list[Row] = [
        {"action_id": str(year), "actor_id": "a", "activity": "Ships", "period": str(year), "status": "done"}
        for year in (2023, 2024, 2025)
    ]
    said = told_of_regeneration(
        store(actors=in_place("a"), regenerative=[*ships, {**ships[0], "action_id": "x", "activity": "Heath"}])
    )
    assert said == (
        "Vig has registered 2 regenerative activities, counted once a year and so 4 times in all, "
        "none yet with a documented effect."
    )
    shown = [{**action, "status": "documented" if action["period"] != "2023" else "done"} for action in ships]
    assert told_of_regeneration(store(actors=in_place("a"), regenerative=shown)) == (
        "Vig has registered 1 regenerative activity, counted once a year and so 3 times in all, "
        "2 of them with a documented effect."
    )
