"""What the people who live here think of the guests."""

from kpis.declare import kpi
from kpis.known import not_negative
from kpis.ratios import percent, wilson_interval
from kpis.result import Result, Undefined, Value

ANSWERS_FOR_A_FIGURE = 30
ANSWERS = ("more_positive", "equal", "more_negative", "dont_know")


@kpi(
    id="resident_support_share",
    number=69,
    theme="regenerative",
    name="Residents: more good than bad",
    unit="fraction",
    direction="higher",
    tier="headline",
    question="Do the residents think that tourism does more good than bad here?",
    reading="The share of residents who see more good than bad in tourism where they live. In Denmark it was 68 per "
    "cent for the local area in 2024. The interval says how sure the figure is.",
    minimum_data="At least 30 answers",
    source="VDB22, ETIS01 C.1.2, TSA25",
    cases=("regen.resident",),
)
def resident_support_share(
    more_positive: int | None,
    equal: int | None,
    more_negative: int | None,
    dont_know: int | None,
    *,
    minimum: int = ANSWERS_FOR_A_FIGURE,
) -> Result:
    """Answers that tourism has more positive than negative consequences for my local area, over all answers.

    "Don't know" stays in the base, as in the published figures; the share without it stands beside, and so does the
    balance: positive minus negative in percentage points. The interval is Wilson's, at 95 per cent.
    Below 30 answers there is no figure; in small places several years can be pooled. Ask the same question as the
    national survey, and never use the national figure as your own.
    """
    if more_positive is equal is more_negative is dont_know is None:
        return Undefined("not_asked")
    counts: dict[str, int] = {}
    for answer, given in zip(ANSWERS, (more_positive, equal, more_negative, dont_know), strict=True):
        number = not_negative(given, Undefined("answers_missing"))
        if isinstance(number, Undefined):
            return number
        counts[answer] = int(number)
    n = sum(counts.values())
    if n < minimum:
        return Undefined("too_few_answers", {"n": n, "minimum": minimum})
    positive, decided = counts["more_positive"], n - counts["dont_know"]
    detail = {
        "share_excluding_dont_know": positive / decided if decided else None,
        "net_balance": percent((positive - counts["more_negative"]) / n),
        "answers": counts,
    }
    return Value(positive / n, n=n, interval=wilson_interval(positive, n), detail=detail)
