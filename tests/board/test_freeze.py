"""Freezing: the numbers of the page are those of the app, each with a name that outlives it."""

import pytest

from access.reader import LOCAL_ANALYST
from answers.data import Data
from answers.places import all_places
from answers.regenerative import LESS_HARM, MORE_GOOD
from answers.season_shift import MEASURES
from answers.show import answers_on
from board.composition import Composition, SectionChoice
from board.content import Content
from board.freeze import as_seen_by_anybody, freeze
from board.parts.asked import UnknownPlaceError
from tests.answers.tables import TableData, in_place
from tests.board.conftest import MOMENT, PLACE


@pytest.fixture(scope="module")
def content(sample_data: Data, composition: Composition) -> Content:
    return freeze(composition, sample_data, LOCAL_ANALYST, MOMENT)


def test_a_composition_comes_back_from_its_json(composition: Composition) -> None:
    assert Composition.from_json(composition.as_json()) == composition


def test_a_figure_that_does_not_exist_is_refused() -> None:
    with pytest.raises(ValueError, match="no such figure"):
        SectionChoice(kind="tiles", kpis=("visits_totl",))


def test_every_section_asked_for_is_there_in_its_order(content: Content, composition: Composition) -> None:
    assert [section.kind for section in content.sections] == [choice.kind for choice in composition.sections]


def test_the_numbers_are_those_of_the_answers(content: Content, sample_data: Data) -> None:
    reader = as_seen_by_anybody(LOCAL_ANALYST)
    answers = answers_on(sample_data, all_places(sample_data)[PLACE], 2025, reader, MOMENT.date())
    shown = content.shown()
    told = {kpi: shown[f"{PLACE}|2025|{kpi}"] for kpi in answers if f"{PLACE}|2025|{kpi}" in shown}
    assert len(told) > 15
    assert {kpi: cell.number for kpi, cell in told.items()} == {kpi: answers[kpi].number for kpi in told}


def test_the_year_before_stands_beside_what_is_measured_the_same_way_and_else_it_is_said_why(
    sample_data: Data, composition: Composition
) -> None:
    kpis = ("capacity_utilisation", "tourism_intensity", "regen_evidence_ladder", "visitor_pressure")
    table_alone = composition.model_copy(update={"sections": (SectionChoice(kind="comparison", kpis=kpis),)})
    shown = freeze(table_alone, sample_data, LOCAL_ANALYST, MOMENT).shown()
    now, before = ([shown[f"{PLACE}|2025|{kpi}{part}"] for kpi in kpis] for part in ("", "|before"))
    assert None not in [cell.number for cell in now]
    place = all_places(sample_data)[PLACE]
    answers = answers_on(sample_data, place, 2024, as_seen_by_anybody(LOCAL_ANALYST), MOMENT.date())
    assert [cell.number for cell in before[:3]] == [answers[kpi].number for kpi in kpis[:3]]
    assert (before[3].number, before[3].text) == (None, "intet tal målt på samme måde")


def test_every_measure_that_the_headline_may_name_of_the_season_stands_among_its_figures(content: Content) -> None:
    [headline] = [section for section in content.sections if section.kind == "headline"]
    named = {cell.key.rpartition("|")[2] for table in headline.tables for row in table.rows for cell in row}
    assert {*MEASURES, "gini_season_norm", "season_shift_label"} <= named


def test_a_figure_shown_twice_is_the_same_both_times(content: Content) -> None:
    cells = [cell for section in content.sections for cell in section.cells() if cell.key]
    assert len(cells) > len(content.shown())
    assert set(cells) == set(content.shown().values())


def test_every_number_of_a_table_or_tile_has_a_name(content: Content) -> None:
    assert [
        cell for section in content.sections for cell in section.cells() if cell.number is not None and not cell.key
    ] == []


def test_every_figure_shown_has_its_definition(content: Content) -> None:
    kpis = {tile.kpi for section in content.sections for tile in section.tiles}
    assert kpis <= {definition.kpi for definition in content.definitions}


def test_the_content_comes_back_from_its_json(content: Content) -> None:
    again = Content.model_validate_json(content.as_json())
    assert again == content
    assert again.sha256 == content.sha256


def test_a_place_outside_the_readers_scope_is_no_place(sample_data: Data, composition: Composition) -> None:
    elsewhere = composition.model_copy(update={"places": ("destination:nowhere",)})
    with pytest.raises(UnknownPlaceError):
        freeze(elsewhere, sample_data, LOCAL_ANALYST, MOMENT)


def test_what_gets_better_on_the_page_of_the_app_is_what_gets_better_here(content: Content) -> None:
    balance = next(section for section in content.sections if section.kind == "regenerative")
    better, cost = ([row[1].key.split("|")[2] for row in table.rows] for table in balance.tables[:2])
    assert better[1:] == list(MORE_GOOD)
    assert cost == list(LESS_HARM)


def test_where_nothing_can_be_drawn_the_section_says_why() -> None:
    data = TableData({"destinations": [{"destination_id": "p", "name": "Nyby"}], "actors": in_place("a")})
    sections = tuple(SectionChoice(kind=kind) for kind in ("trend", "heatmap"))
    page = Composition(title="Nyby", places=("destination:p",), year=2026, sections=sections)
    for section in freeze(page, data, LOCAL_ANALYST, MOMENT).sections:
        assert not section.figures
        assert section.sentence == "Nyby har ingen månedstal for sine gæster."


def test_where_something_is_drawn_the_section_lets_it_speak(content: Content) -> None:
    drawn = [section for section in content.sections if section.kind in ("trend", "heatmap")]
    assert [section.sentence for section in drawn] == ["", ""]
