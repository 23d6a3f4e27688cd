"""One palette everywhere: figures, style sheet and theme; readable by everyone."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from charts.palette import DARK, LIGHT, Palette, contrast, mixed, readable_on, see_through
from charts.sheet import style_html
from charts.style import SANS, SERIF

ROOT = Path(__file__).parents[2]
CONFIG = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
BOTH = pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])


@BOTH
@pytest.mark.parametrize("name", ["ink", "muted", "place", "warning"])
def test_text_reaches_aa_on_paper_and_on_panels(colours: Palette, name: str) -> None:
    assert contrast(getattr(colours, name), colours.paper) >= 4.5
    assert contrast(getattr(colours, name), colours.panel) >= 4.5


@BOTH
def test_lines_that_carry_meaning_reach_three_to_one(colours: Palette) -> None:
    assert contrast(colours.comparison, colours.paper) >= 3
    assert contrast(colours.place_middle, colours.paper) >= 3


@BOTH
def test_the_scale_grows_steadily_away_from_the_paper(colours: Palette) -> None:
    distances = [contrast(shade, colours.paper) for shade in colours.scale]
    assert distances == sorted(distances)


@BOTH
@given(fraction=st.floats(0, 1))
def test_the_number_in_a_cell_reads_on_every_shade(colours: Palette, fraction: float) -> None:
    shade = mixed(colours.scale, fraction)
    assert contrast(readable_on(shade), shade) >= 4.5


@BOTH
def test_the_ends_of_the_scale_are_its_own_colours(colours: Palette) -> None:
    assert mixed(colours.scale, 0).upper() == colours.scale[0]
    assert mixed(colours.scale, 1).upper() == colours.scale[-1]


def test_a_colour_can_be_seen_through() -> None:
    assert see_through("#0A5A73", 0.25) == "rgba(10,90,115,0.25)"


@pytest.mark.parametrize(("theme", "colours"), [("light", LIGHT), ("dark", DARK)])
def test_the_theme_has_the_colours_of_the_palette(theme: str, colours: Palette) -> None:
    settings = CONFIG["theme"][theme]
    assert settings["primaryColor"] == settings["linkColor"] == colours.place
    assert settings["backgroundColor"] == colours.paper
    assert settings["secondaryBackgroundColor"] == settings["sidebar"]["backgroundColor"] == colours.panel
    assert settings["textColor"] == colours.ink
    assert settings["borderColor"] == colours.rule
    assert settings["grayTextColor"] == colours.muted
    assert settings["orangeColor"] == settings["orangeTextColor"] == settings["yellowTextColor"] == colours.warning


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("tone", ["blue", "green", "yellow", "orange"])
def test_messages_reach_aa(theme: str, tone: str) -> None:
    settings = CONFIG["theme"][theme]
    assert contrast(settings[f"{tone}TextColor"], settings[f"{tone}BackgroundColor"]) >= 4.5


def test_the_style_sheet_has_every_colour_of_both_themes() -> None:
    sheet = style_html()
    assert f"--kp-place:light-dark({LIGHT.place},{DARK.place})" in sheet
    assert f"--kp-warning-soft:light-dark({LIGHT.warning_soft},{DARK.warning_soft})" in sheet


def test_every_font_named_is_a_local_file_that_is_there() -> None:
    faces = {face["family"]: face["url"] for face in CONFIG["theme"]["fontFaces"]}
    assert set(faces) == {SANS.split(",")[0], SERIF.split(",")[0]}
    for family, url in faces.items():
        assert url.startswith("app/static/")
        assert (ROOT / url.removeprefix("app/")).is_file()
        assert f'"{family}"' in style_html()


def test_every_font_has_its_licence_beside_it() -> None:
    fonts = ROOT / "static" / "fonts"
    assert len(list(fonts.glob("*.woff2"))) == len(list(fonts.glob("*-LICENSE.txt"))) == 2


def test_nothing_is_told_or_given_away_by_the_server() -> None:
    assert CONFIG["server"]["address"] == "127.0.0.1"
    assert CONFIG["client"] == {
        "showErrorDetails": "none",
        "showErrorLinks": False,
        "allowedOrigins": [],
        "toolbarMode": "viewer",
        "disableDataExport": True,
    }
    assert CONFIG["browser"]["gatherUsageStats"] is False
    assert CONFIG["runner"]["magicEnabled"] is False
