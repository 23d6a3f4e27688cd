"""The table of all figures of a page: each with its name, its unit, and the market it is about."""

from access.reader import LOCAL_ANALYST
from answers.answer import Answer
from answers.markets import markets
from frame.context import Context
from kpis.result import Value
from locales import DANISH, ENGLISH, Language
from sections.answers import answers_table, common_label, written_value
from tests.answers.tables import TableData, in_place, months, place_of

EVEN, SUMMER = [100] * 12, [0] * 5 + [200, 400, 200] + [0] * 4
VISITS = [*months("a", 2025, EVEN, market="DK"), *months("a", 2025, SUMMER, market="DE")]
DATA = TableData({"actors": in_place("a"), "visits": VISITS})


def row(language: Language) -> tuple[str, float, str, str]:
    """The name, the number, the unit and the written number of which market flattens the season."""
    context = Context(DATA, LOCAL_ANALYST, language, None, None, dark=False, pages={})
    answer = markets(DATA, place_of(DATA), 2025).answers["season_market_rme"]
    assert isinstance(answer.result, Value)
    name, number, unit, *_ = answers_table(context, {answer.id: answer}, "visits").iloc[0]
    assert number == answer.number
    return name, number, unit, written_value(context, answer)


def test_figures_of_several_markets_have_the_name_alone_in_common() -> None:
    context = Context(DATA, LOCAL_ANALYST, ENGLISH, None, None, dark=False, pages={})
    german, danish = (
        Answer("season_market_rme", Value(-0.1, detail={"market": market}), "2025") for market in ("DE", "DK")
    )
    assert common_label(context, (german, None, german), "visits") == "Which market flattens the season: Germany"
    assert common_label(context, (german, danish), "visits") == "Which market flattens the season"


def test_the_figure_of_a_market_names_it_and_says_what_its_number_is() -> None:
    name, number, unit, written = row(ENGLISH)
    assert (name, unit) == (
        "Which market flattens the season: Denmark",
        "per cent of the concentration for each per cent more visits from there",
    )
    assert written == f"−{abs(number):.2f}"
    assert row(DANISH)[0] == "Hvilket marked jævner sæsonen: Danmark"
