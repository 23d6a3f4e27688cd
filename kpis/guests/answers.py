"""How many answers there are, and how many it takes before they may be shown."""

from collections import Counter
from collections.abc import Mapping, Sequence

from kpis.known import not_negative
from kpis.result import Result, Undefined, Value

ANSWERS_SHOWN = 10
CERTAIN_ANSWERS = 30

Counts = Mapping[int, int | None]


def counted(answers_by_score: Counts, lowest: int, highest: int) -> dict[int, int] | Undefined:
    """The answers at each score of the scale, at least one in all; a score beyond the scale means another scale."""
    beyond = tuple(sorted(score for score in answers_by_score if not lowest <= score <= highest))
    if beyond:
        return Undefined("off_scale", {"scores": beyond, "lowest": lowest, "highest": highest})
    counts: dict[int, int] = {}
    for score, given in sorted(answers_by_score.items()):
        number = not_negative(given, Undefined("answer_count_missing"))
        if isinstance(number, Undefined):
            return number
        counts[score] = int(number)
    return counts if any(counts.values()) else Undefined("no_responses")


def together(surveys: Sequence[Counts], minimum: int = ANSWERS_SHOWN) -> Counts | Undefined:
    """The answers of several surveys in one, without those too small to be shown.

    A small one in the sum would be told by what it differs from the others. A single survey is given as it is.
    """
    large = [survey for survey in surveys if sum(count or 0 for count in survey.values()) >= minimum]
    if not large and len(surveys) > 1:
        return Undefined("surveys_too_small", {"surveys": len(surveys), "minimum": minimum})
    total: Counter[int] = Counter()
    for survey in large or surveys:
        total.update({score: count or 0 for score, count in survey.items()})
    return dict(total)


def shown(result: Result, minimum: int = ANSWERS_SHOWN) -> Result:
    """The result where it rests on enough answers, saying below 30 that it is uncertain; otherwise hidden."""
    if isinstance(result, Undefined) or result.n is None:
        return result
    if result.n < minimum:
        return Undefined("too_few_answers", {"n": result.n, "minimum": minimum})
    detail = {**result.detail, "uncertain": result.n < CERTAIN_ANSWERS}
    return Value(result.value, n=result.n, interval=result.interval, detail=detail)
