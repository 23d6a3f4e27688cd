"""Takes the pictures of docs/features.md from a running app with the sample region, and writes the page.

python -m tests.acceptance.feature_pictures http://127.0.0.1:8501
"""

import io
import shutil
import sys

from PIL import Image
from playwright.sync_api import FloatRect, Locator, sync_playwright

from tests.acceptance.features import DOCS, MAIN, features, places_of, told
from tests.acceptance.visit import Visit

_FOLDER = DOCS / "features"
_TALLEST, _ABOVE, _COLOURS = 620, 16, 48
# From the words up to the heading they stand under, and down to the next one.
_SPAN = """(words, main) => {
    const heads = [...document.querySelectorAll(`${main} .kp-heading, ${main} h1, ${main} h3, ${main} .kp-tile`)]
        .filter(head => !head.closest('dialog, [role=dialog], details:not([open])') && head.offsetHeight)
        .filter(head => !head.parentElement.closest('.kp-heading, .kp-tile'))
        .map(head => head.getBoundingClientRect().top + window.scrollY);
    const here = words.getBoundingClientRect();
    const from = Math.max(...heads.filter(top => top <= here.top + 4), 0);
    const next = Math.min(...heads.filter(top => top > here.bottom + 40), from + 2000);
    return [from, next];
}"""


def main(url: str) -> None:
    """Write every picture and the page that shows them; pictures of points no longer declared go."""
    shutil.rmtree(_FOLDER, ignore_errors=True)
    _FOLDER.mkdir()
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        with Visit.starting(chromium) as visit:
            # Tall enough for any page, so that nothing has to be scrolled to and everything is drawn.
            visit.page.set_viewport_size({"width": 1280, "height": 14000})
            view = ""
            for feature in features():
                if feature.view != view:
                    view = feature.view
                    visit.open(f"{url}/{view}")
                    visit.page.wait_for_timeout(1500)
                (_FOLDER / feature.picture).write_bytes(_picture(places_of(visit.page, feature).first))
        chromium.close()
    (DOCS / "features.md").write_text(told(), "utf-8")


def _picture(words: Locator) -> bytes:
    page = words.page
    start, end = words.evaluate(f"words => ({_SPAN})(words, '{MAIN}')")
    box = page.locator(f"{MAIN} [data-testid=stMainBlockContainer]").bounding_box()
    assert box is not None
    height = min(end - start, _TALLEST)
    clip: FloatRect = {"x": box["x"], "y": start - _ABOVE, "width": box["width"], "height": height}
    taken = Image.open(io.BytesIO(page.screenshot(clip=clip)))
    smaller = io.BytesIO()
    taken.convert("RGB").quantize(_COLOURS, dither=Image.Dither.NONE).save(smaller, "PNG", optimize=True)
    return smaller.getvalue()


if __name__ == "__main__":
    main(sys.argv[1].rstrip("/"))
