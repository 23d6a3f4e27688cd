"""How the browser shows a figure: in the language, offline, with no way out."""

import json
from pathlib import Path

from charts.key import explain, key_entries
from charts.style import figure_config, new_figure, separators
from locales import DANISH, ENGLISH

STATIC = Path(__file__).parents[2] / "static"


def test_nothing_can_be_sent_anywhere() -> None:
    config = figure_config(DANISH)
    assert config["showSendToCloud"] is False
    assert config["displayModeBar"] is False
    assert config["displaylogo"] is False


def test_the_topology_of_maps_is_our_own_and_empty() -> None:
    url = figure_config(DANISH)["topojsonURL"]
    assert url == "app/static/topo/"
    topology = json.loads((STATIC / "topo" / "world_110m.json").read_text(encoding="utf-8"))
    assert topology["arcs"] == []
    assert all(part["geometries"] == [] for part in topology["objects"].values())


def test_plotly_gets_the_whole_language() -> None:
    written = figure_config(DANISH)["locales"]["da"]["format"]
    assert written["months"][4] == "maj"
    assert written["days"][0] == "søndag"
    assert (written["decimal"], written["thousands"]) == (",", ".")


def test_separators_are_those_of_the_language() -> None:
    assert separators(DANISH) == ",."
    assert separators(ENGLISH) == ".,"


def test_the_key_says_each_thing_once() -> None:
    figure, _ = new_figure(title="", subtitle="", language=DANISH, dark=False, height=100)
    for _ in range(2):
        explain(figure, "hatch", "comparison", "lukket")
    explain(figure, "dash", "warning", "mangler")
    assert key_entries(figure) == [("hatch", "comparison", "lukket"), ("dash", "warning", "mangler")]
