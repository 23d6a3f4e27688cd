"""Every point of the source documents is where docs/features.md says it is."""

import pytest
from playwright.sync_api import expect

from tests.acceptance.features import DOCS, features, places_of, told
from tests.acceptance.visit import Visit
from tests.server import Server

VIEWS = sorted({one.view for one in features()})


@pytest.mark.browser
@pytest.mark.parametrize("view", VIEWS)
def test_what_a_document_asks_for_stands_where_the_docs_say(visit: Visit, sample_app: Server, view: str) -> None:
    visit.open(f"{sample_app.url}/{view}")
    for feature in features():
        if feature.view == view:
            expect(places_of(visit.page, feature).first, feature.point).to_be_visible()


def test_the_docs_tell_the_points_as_they_are_declared() -> None:
    assert (DOCS / "features.md").read_text("utf-8") == told()


def test_every_point_has_a_picture_of_its_own() -> None:
    wanted = [one.picture for one in features()]
    assert len(set(wanted)) == len(wanted)
    assert {path.name for path in (DOCS / "features").iterdir()} == set(wanted)
