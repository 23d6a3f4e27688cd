"""Where each point of the documents that Kulturpuls answers to is found, as docs/features.toml says it."""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

from playwright.sync_api import Locator, Page

DOCS = Path(__file__).resolve().parents[2] / "docs"
MAIN = "[data-testid=stMain]"
_IN_ASCII = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa"})


@dataclass(frozen=True)
class Feature:
    """One point, how it is answered, the view where it stands (page and query), and the Danish words to find there."""

    part: str
    point: str
    answer: str
    view: str
    seen: str

    @property
    def picture(self) -> str:
        """Return the name of its picture."""
        plain = self.point.lower().translate(_IN_ASCII)
        words = "".join(letter if letter.isascii() and letter.isalnum() else " " for letter in plain)
        return "-".join(words.split()[:8]) + ".png"


def features() -> Sequence[Feature]:
    """Return every point, in the order of the documents."""
    declared = tomllib.loads((DOCS / "features.toml").read_text("utf-8"))
    found = []
    for part in declared["part"]:
        for one in part["feature"]:
            place, year = one.get("place", declared["place"]), declared["year"]
            query = {"place": place, "year": year, "lang": "da", **one.get("tried", {})}
            view = f"{one['page']}?{urlencode(query, safe=':')}"
            found.append(Feature(part["title"], one["point"], one["answer"], view, one["seen"]))
    return found


def places_of(page: Page, feature: Feature) -> Locator:
    """Return where the words of a point stand on the page that is open."""
    return page.locator(MAIN).get_by_text(feature.seen).locator("visible=true")


def told() -> str:
    """Return docs/features.md."""
    lines = ["# From the documents to the pages", ""]
    lines += [
        "What the two source documents ask for, and where it stands. Written from `features.toml` by",
        "`python -m tests.acceptance.feature_pictures`, in the invented sample region.",
    ]
    part = ""
    for one in features():
        if one.part != part:
            part = one.part
            lines += ["", f"## {part}"]
        lines += [
            "",
            f"### {one.point}",
            one.answer,
            "",
            f"`/{one.view}`",
            "",
            f"![{one.seen}](features/{one.picture})",
        ]
    return "\n".join(lines) + "\n"
