"""A server is warm before it answers: its pages are imported, and the collector does not look through them again."""

import gc
import sys

from server.warm import warm_up


def test_every_page_is_there_and_nothing_that_stays_is_looked_through_again() -> None:
    try:
        warm_up()
        assert {"pages.overview", "pages.growth", "pages.method"} <= set(sys.modules)
        assert gc.get_freeze_count() > 100_000
        assert len(gc.get_objects()) < 10_000
    finally:
        gc.unfreeze()
