"""Where growth came from: the parts as written beside their sum as written."""

import pytest

from charts.contribution import season_contribution
from locales import ENGLISH

NOTE = "Rounded: the parts therefore do not give exactly the sum."


@pytest.mark.parametrize(
    ("parts", "is_noted"), [((0.0, 0.0174, 0.0274), True), ((0.01, 0.02, 0.03), False), ((0.01, None, 0.03), False)]
)
def test_the_sum_says_why_its_written_parts_do_not_give_it(parts: tuple[float | None, ...], is_noted: bool) -> None:
    high, shoulder, low = ([part] for part in parts)
    figure = season_contribution(
        ["2025"], high, shoulder, low, labels=("high", "shoulder", "low"), total_label="in all",
        title="", subtitle="", language=ENGLISH, dark=False,
    )  # fmt: skip
    (told,) = next(trace for trace in figure.data if trace.name == "in all").hovertext
    assert (NOTE in told) == is_noted
