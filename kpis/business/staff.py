"""How many kinds of knowledge work in the house."""

from collections.abc import Mapping

import numpy as np
from scipy import stats

from kpis.declare import kpi
from kpis.known import not_negative
from kpis.result import Result, Undefined, Value

STAFF_SHOWN = 3


def houses_shown(staff_by_house: Mapping[str, Mapping[str, int]]) -> dict[str, Mapping[str, int]] | Undefined:
    """The houses with enough staff to be shown; a smaller one in the sum would be told by what it adds to the others.

    A single house is given as it is, whatever its size.
    """
    large = {house: heads for house, heads in staff_by_house.items() if sum(heads.values()) >= STAFF_SHOWN}
    if not large and len(staff_by_house) > 1:
        return Undefined("houses_too_small", {"minimum": STAFF_SHOWN})
    return large or dict(staff_by_house)


@kpi(
    id="profession_diversity",
    number=58,
    theme="business",
    name="Diversity of professions",
    unit="professions",
    direction="higher",
    tier="supporting",
    question="How many kinds of knowledge do we have in the house?",
    reading="The number of equally large professions that would give the same mix. Higher is better up to a point: "
    "somebody must also be able to talk shop.",
    minimum_data="At least 3 members of staff, with their profession",
    source="Network conference on cultural tourism, 31 Oct 2023; Hill numbers",
    cases=("business.professions",),
)
def profession_diversity(staff_by_profession: Mapping[str, int | None]) -> Result:
    """e to the power of the Shannon entropy of the professions; the Simpson version, 1 / Σp², stands beside it.

    Below 3 members of staff nothing is shown, because it would be about persons, and the share of the largest
    profession is shown only when it has at least 3. How many work in each profession is never part of the figure.
    """
    heads: list[int] = []
    for profession, given in staff_by_profession.items():
        number = not_negative(given, Undefined("staff_missing", {"professions": (profession,)}))
        if isinstance(number, Undefined):
            return number
        heads.append(int(number))
    staff = sum(heads)
    if staff == 0:
        return Undefined("no_staff")
    if staff < STAFF_SHOWN:
        return Undefined("too_few_staff", {"minimum": STAFF_SHOWN})
    shares = np.array(heads) / staff
    largest = max(heads)
    detail = {
        "simpson": float(1 / np.sum(shares**2)),
        "largest_share": largest / staff if largest >= STAFF_SHOWN else None,
    }
    return Value(float(np.exp(stats.entropy(shares))), n=staff, detail=detail)
