"""What is said of a forecast: how far off the sums of years have been, and what as far off would be now."""

from access.reader import LOCAL_ANALYST
from forecasts.forecast import Forecast
from forecasts.methods import Outlook
from forecasts.track_record import TrackRecord
from frame.context import Context
from locales import ENGLISH
from sections.forecast_words import year_range_text
from tests.answers.tables import TableData

CONTEXT = Context(TableData({}), LOCAL_ANALYST, ENGLISH, None, None, dark=False, pages={})


def told(*year_misses: float) -> str:
    record = TrackRecord(12 * len(year_misses), 1.0, 10, (), year_misses)
    return year_range_text(CONTEXT, "visits", Forecast("combined", Outlook((1000.0,) * 12, {}), record, record))


def test_the_worst_of_the_years_tried_is_told_with_what_it_would_be_to_either_side() -> None:
    assert told(0.02, -0.1) == (
        "The sum of a year would then have been at most 10.0% off. A miss as large in the coming year would give "
        "10,800 visits or 13,200 visits; how likely that is cannot be said."
    )
    assert told(-0.1).startswith("The sum of the year would then have been 10.0% off.")


def test_where_no_year_was_tried_nothing_is_said_of_the_year() -> None:
    assert told() == ""
