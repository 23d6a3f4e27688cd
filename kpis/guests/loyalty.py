"""Whether the guests come back."""

from kpis.declare import kpi
from kpis.guests.answers import CERTAIN_ANSWERS, shown
from kpis.known import not_negative, positive
from kpis.ratios import share, wilson_interval
from kpis.result import Result, Undefined, Value


@kpi(
    id="repeat_visitor_share",
    number=63,
    theme="guests",
    name="Repeat visitors (5 years)",
    unit="fraction",
    direction="higher",
    tier="core",
    question="How many of our guests have been here before?",
    reading="The share of the guests asked who have been in the area before within five years. The interval says how "
    "sure it is.",
    minimum_data="At least 30 answers",
    source="ETIS01 A.2.2, MONI47",
    cases=("guest.repeat",),
)
def repeat_visitor_share(repeat_answers: int | None, answers: int | None) -> Result:
    """Guests who come again within five years over all who answer, with Wilson's 95 per cent interval.

    Below 30 answers there is no figure. Keep locals and holders of annual passes apart: they come often, and a survey
    at the door meets them more often than others.
    """
    asked = positive(answers, Undefined("answer_count_missing"), Undefined("no_responses"))
    result = share(not_negative(repeat_answers, Undefined("answer_count_missing")), asked)
    if isinstance(result, Undefined) or answers is None or repeat_answers is None:
        return result
    return shown(
        Value(result.value, n=answers, interval=wilson_interval(repeat_answers, answers)), minimum=CERTAIN_ANSWERS
    )
