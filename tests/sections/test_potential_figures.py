"""The growth potential on the page: parts before the number, ranks only on request, people's words as theirs."""

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from access.reader import LOCAL_ANALYST
from answers.answer import number_of
from answers.downloads import Patterned
from answers.patterns import with_percentages
from answers.potential import potential
from frame.context import Context
from locales import DANISH
from sections import potential_figures as section
from tests.answers.tables import TableData, place_of
from tests.answers.test_potential import WHOLE

PHASE = {
    "entity": "p",
    "field": "phase",
    "text": "Udvikling: der er travlt.",
    "author": "bestyrelsen",
    "written_on": "2024-01-10",
}


def context() -> Context:
    data = TableData({**WHOLE, "profiles": [PHASE]})
    return Context(data, LOCAL_ANALYST, DANISH, place_of(data), 2025, dark=False, pages={})


def page() -> None:
    from answers.answer import Answer
    from answers.phase import phase_of
    from answers.potential import potential
    from kpis.result import Value
    from sections.potential_figures import draw_phase, draw_potential
    from tests.sections.test_potential_figures import context

    asked = context()
    assert asked.place is not None
    draw_potential(asked, potential(asked.data, asked.place, 2025, asked.reader))
    room = Answer("capacity_utilisation", Value(0.3), "2025")
    draw_phase(asked, phase_of(asked.data, asked.place, 2025), room)


def opened() -> AppTest:
    app = AppTest.from_function(page, default_timeout=60).run()
    assert not app.exception
    return app


def told(app: AppTest) -> str:
    return " ".join(str(getattr(element, "value", "")) for element in (*app.markdown, *app.caption, *app.get("html")))


def test_the_number_says_that_it_is_our_own_design() -> None:
    said = told(opened())
    assert "Samlet 62 af 100 ud fra 6 af 6 dele" in said
    assert "Indekset er vores eget" in said


def test_the_parts_in_per_cent_are_fractions_in_the_download_and_each_has_its_unit(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    drawn: list[tuple[pd.DataFrame, pd.DataFrame]] = []
    monkeypatch.setattr(section, "draw_table", lambda _, table, *_rest, written: drawn.append((table, written)))
    asked = context()
    assert asked.place is not None
    section.draw_potential(asked, found := potential(asked.data, asked.place, 2025, asked.reader))
    (table, written), *_ = drawn
    figures = dict(
        zip([part.id for part in found.parts], table[["Tal", "Gulv", "Mål", "Enhed"]].to_numpy().tolist(), strict=True)
    )
    room = number_of(found.parts[1].figure)
    assert room is not None
    assert figures["offpeak_headroom"] == [room / 100, 0.0, 1.0, "procent (1 = 100 %)"]
    assert figures["real_revenue_per_visit_growth"][1:] == [-0.05, 0.05, "procent (1 = 100 %)"]
    assert [figures[name][-1] for name in ("relative_growth_gap", "effective_markets", "satisfaction_mean")] == [
        "procentpoint", "markeder", "af 10",
    ]  # fmt: skip
    shown = with_percentages(table, written, DANISH)["Gulv"]
    assert [isinstance(cell, Patterned) for cell in shown] == [False, True, False, True, True, False]


def test_ranks_are_computed_only_where_somebody_asks_and_stand_as_intervals() -> None:
    app = opened()
    assert "Bedste plads" not in told(app)
    app.toggle[0].set_value(True).run()
    assert not app.exception
    assert "Bedste plads" in told(app)
    assert "Dårligste plads" in told(app)


def test_the_phase_is_told_in_the_words_of_those_who_chose_it() -> None:
    said = told(opened())
    assert "> Udvikling: der er travlt." in said
    assert "bestyrelsen, 10. januar 2024" in said
    assert "Målt ved siden af: Kapacitetsudnyttelse, 30" in said
