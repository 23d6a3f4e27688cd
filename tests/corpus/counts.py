"""How many of each: the whole count for `make soak`, a fiftieth of it for `make test`."""

import pytest

WORKBOOKS = 1000
VARIANTS = 200
PREVIEWS = 500
SEQUENCES = 10_000

SHARE = 50
_SOAK_SECONDS = 7200


def counted(whole: int) -> pytest.MarkDecorator:
    """Return the mark that runs a test with `count` a fiftieth of the whole, and under `make soak` the whole."""
    soak = pytest.param(whole, marks=[pytest.mark.soak, pytest.mark.timeout(_SOAK_SECONDS)])
    return pytest.mark.parametrize("count", [whole // SHARE, soak], ids="{}-times".format)
