"""The sample's truth, built once for its tests."""

import pandas as pd
import pytest

from data.sample import sample_truth

UNTIL = "2025-12"

Truth = dict[str, pd.DataFrame]


@pytest.fixture(scope="session")
def truth() -> Truth:
    return sample_truth(UNTIL)
