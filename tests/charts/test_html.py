"""Tiles, tables and text: no name can become markup, and every part is there for those who cannot see it."""

from html.parser import HTMLParser
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from charts.cards import CardText, cards_html
from charts.grid import GridRow, grid_html
from charts.markup import tidy
from charts.page_parts import (
    alt_text,
    empty_html,
    heading,
    heading_html,
    note_html,
    sentence_html,
    warning_html,
)
from charts.passport import Link, Part, PassportText, folded_passports_html, passports_html
from charts.report import Fact, Gap, report_html
from charts.sparkline import Spark, spark_html
from charts.tables import Cell, table_html
from charts.threads import Said, ThreadText, threads_html
from charts.tiles import Comparison, Tile, tiles_html
from locales import DANISH
from tests.charts.figures import build

ATTACK = "<img src=x onerror=alert(1)>\"'&"


class Tags(HTMLParser):
    """Collects the tags of some HTML and checks that each is closed in turn."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.names: list[str] = []
        self.open: list[str] = []
        self.parents: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.parents += self.open[-1:]
        self.names.append(tag)
        self.open.append(tag)
        assert all(not name.startswith("on") for name, _ in attrs)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def tags(text: str) -> list[str]:
    parsed = Tags(text)
    assert parsed.open == []
    return parsed.names


def a_passport(text: str) -> PassportText:
    return PassportText(text, text, (Part(text, (text, text)),), Link(text, text))


def a_tile(text: str) -> Tile:
    return Tile(
        label=text,
        value=text,
        unit=text,
        period=text,
        comparisons=(Comparison(text, "good"), Comparison(text, "bad"), Comparison(text, "neutral")),
        spark=(1, None, 3, 4),
        spark_label=text,
        grade="B",
        grade_name=text,
        confidence=text,
        passport=a_passport(text),
        warning=text,
        kpi=text,
    )


def a_thread(text: str) -> str:
    said = Said(text, text)
    return threads_html([ThreadText(text, text, said, [said, said], said)], agreed_label=text)


def a_table(text: str) -> str:
    row: list[Cell] = [text, text, Spark((1, 2), text)]
    return table_html([text] * 3, [row], align=["left", "right", "left"], caption=text, strong_row=0)


@given(st.text(max_size=40))
def test_no_text_changes_the_structure(text: str) -> None:
    for draw in (
        lambda words: tiles_html([a_tile(words)], DANISH),
        a_table,
        a_thread,
        lambda words: sentence_html(words, question=words or "?", strong=[words[:3]] if len(words) > 3 else []),
        lambda words: heading(words, words or "."),
        note_html,
        warning_html,
        lambda words: grid_html([GridRow(1, [words, words], ["key", ""])], {"key": words}, words),
        lambda words: passports_html([a_passport(words)]),
        lambda words: folded_passports_html([a_passport(words)]),
        lambda words: empty_html(words, [words, words]),
    ):
        assert [tag for tag in tags(draw(text or "a")) if tag != "strong"] == tags(draw("a"))


def test_an_attack_is_shown_as_text_in_a_tile() -> None:
    made = tiles_html([a_tile(ATTACK)], DANISH)
    assert "<img" not in made
    assert "&lt;img src=x onerror=alert(1)&gt;&quot;&#x27;&amp;" in made


def test_a_number_is_not_parted_from_its_unit() -> None:
    assert tidy("27 % af 84 kr. og 5 km") == "27\u00a0% af 84\u00a0kr. og 5\u00a0km"


@pytest.mark.parametrize("tile", [a_tile("x"), Tile("x", "1"), Tile("x", "", undefined_reason="y")])
def test_every_tile_has_the_six_parts_that_align_over_the_row(tile: Tile) -> None:
    assert Tags(tiles_html([tile], DANISH)).parents.count("section") == 6


def test_a_value_in_words_is_set_smaller_than_a_number() -> None:
    assert "kp-tile-words" in tiles_html([Tile("x", "steeper through growth in high season")], DANISH)
    assert "kp-tile-words" not in tiles_html([Tile("x", "12.345.678")], DANISH)


def test_a_long_answer_is_set_smaller_than_a_short_one() -> None:
    assert "kp-long" in sentence_html("Havnby " * 30)
    assert "kp-long" not in sentence_html("Havnby vokser.")


def test_an_undefined_figure_says_why_and_shows_no_number() -> None:
    made = tiles_html([Tile("Gini", "0,42", undefined_reason="oktober mangler")], DANISH)
    assert "0,42" not in made
    assert "oktober mangler" in made
    assert "–" in made


def test_good_and_bad_are_also_said_in_words() -> None:
    made = tiles_html([a_tile("x")], DANISH)
    for direction in ("good", "not good", "neither good nor bad"):
        assert f"({DANISH.text(direction)})" in made


def test_the_grade_is_a_letter_and_is_named_for_those_who_hear_it() -> None:
    made = tiles_html([Tile("x", "1", grade="C", grade_name="Sikkerhed C", confidence="kun 3 af 4 aktører")], DANISH)
    assert '<span class="kp-grade kp-grade-c" aria-hidden="true">C</span>' in made
    assert '<span class="kp-hidden">Sikkerhed C: </span>kun 3 af 4 aktører' in made


def test_a_figure_without_a_value_has_no_grade() -> None:
    assert "kp-grade" not in tiles_html([Tile("x", "", undefined_reason="y")], DANISH)


def test_the_passport_opens_from_its_tile_by_a_button_that_names_it() -> None:
    made = tiles_html([Tile("Besøg", "1", passport=a_passport("besoeg"))], DANISH)
    assert 'popovertarget="kp-passport-besoeg"' in made
    assert 'id="kp-passport-besoeg"' in made
    assert 'href="besoeg" target="_self"' in made


def test_a_seventh_tile_is_refused() -> None:
    with pytest.raises(ValueError, match="at most 6"):
        tiles_html([Tile("x", "1")] * 7, DANISH)


def test_no_tiles_draw_nothing() -> None:
    assert tiles_html([], DANISH) == ""


def test_a_sparkline_has_gaps_where_values_are_missing() -> None:
    lines = unquote(spark_html(Spark((1, 2, None, 3, 4), "besøg"))).split("<path d='")[2]
    assert lines.split("'")[0].count("M") == 2


def test_a_sparkline_is_named_for_those_who_cannot_see_it() -> None:
    assert 'role="img" aria-label="besøg pr. måned"' in spark_html(Spark((1, 2), "besøg pr. måned"))


@pytest.mark.parametrize("values", [(), (None, None), (5,), (None, 5)])
def test_a_sparkline_of_less_than_two_values_is_not_drawn(values: tuple[float | None, ...]) -> None:
    assert spark_html(Spark(values, "x")) == ""


@given(st.lists(st.none() | st.floats(-1e9, 1e9), max_size=30))
def test_a_sparkline_stays_inside_its_frame(values: list[float | None]) -> None:
    made = unquote(spark_html(Spark(tuple(values), "x")))
    for numbers in made.replace("L", "M").split("M")[1:]:
        pair = numbers.split("h")[0].split("H")[0].split("'")[0].split(",")
        assert all(0 <= float(number) <= 100 for number in pair if number)


def test_a_table_says_what_its_headers_are_headers_of() -> None:
    made = a_table("Havnby")
    assert made.count('scope="col"') == 3
    assert made.count('scope="row"') == 1
    assert "<caption><span>Havnby</span></caption>" in made


def test_a_table_that_scrolls_can_be_reached_and_is_named() -> None:
    assert 'role="region" tabindex="0" aria-label="Havnby"' in a_table("Havnby")


def test_a_table_tells_its_order() -> None:
    made = table_html(["a", "b"], [], align=["left", "right"], caption="", sorted_by=(1, "descending"))
    assert made.count("aria-sort") == 1
    assert 'class="kp-right" aria-sort="descending">b' in made


def test_a_row_of_another_length_is_refused() -> None:
    with pytest.raises(ValueError, match="row 0 has 1 cells for 2 headers"):
        table_html(["a", "b"], [["x"]], align=["left", "right"], caption="")


def test_the_number_of_the_sentence_is_set_apart() -> None:
    made = sentence_html("Havnby fik 28.110 besøg.", strong=["28.110 besøg"])
    assert "<strong>28.110 besøg</strong>." in made


def test_a_figures_heading_holds_its_finding_its_measure_and_its_key() -> None:
    made = heading_html(build("season_curve"))
    assert "<h2>Fund</h2>" in made
    assert "Mål, enhed, periode" in made
    assert 'class="kp-key-hatch" style="--kp-mark:var(--kp-comparison)"' in made


def test_a_figure_can_be_read_aloud() -> None:
    assert alt_text(build("gap")) == "Fund. Mål, enhed, periode"


def test_rows_that_are_left_out_of_a_grid_leave_a_mark() -> None:
    roles = {"value": "figure"}
    near, far = GridRow(1, ["5"], ["value"]), GridRow(9, ["6"], ["value"])
    assert "kp-grid-gap" in grid_html([near, far], roles, "Ark1")
    assert "kp-grid-gap" not in grid_html([near, far._replace(number=2)], roles, "Ark1")


def test_a_report_tells_its_facts_and_as_plainly_what_is_not_known() -> None:
    told = report_html(
        [Fact(ATTACK, "12", "besøg", ("alle",), "visits_total")],
        [Gap("Job", ATTACK)],
        gaps_title="Det ved vi ikke",
        footer=["Metode"],
    )
    assert "<img" not in told
    assert 'data-kpi="visits_total"' in told
    assert told.index("Det ved vi ikke") < told.index("<strong>Job.</strong>") < told.index("Metode")
    assert "Det ved vi ikke" not in report_html([], [], gaps_title="Det ved vi ikke", footer=[])


def test_a_role_card_says_what_nobody_has_told() -> None:
    card = CardText(ATTACK, "kultur", [("Gør", "Vi fortæller"), ("Brug for", "")], "leder, 2024")
    told = cards_html([card], untold="ikke fortalt")
    assert "<img" not in told
    assert "<dt>Brug for</dt><dd>ikke fortalt</dd>" in told


def test_a_subject_that_nobody_answered_has_no_list_and_nothing_agreed() -> None:
    told = threads_html([ThreadText("Sæson", "åbent", Said("Hvorfor?", "kroen"), [])], agreed_label="Aftalt")
    assert tags(told).count("ol") == 0
    assert "Aftalt" not in told
