"""An invented coastal region, as the workbooks an organisation would have. No place, actor or figure in it exists.

Its story: one heath village spreads its season by gain, one dune hamlet looks flatter because it loses its summer, an
island closes in winter, a museum reports late, another opens midway, a manor lives by Easter, a counter is changed.
`python -m data.sample OUT_FOLDER [--until YYYY-MM]` writes the files.
"""

from data.sample.months import last_complete_month
from data.sample.region import region
from data.sample.truth import sample_truth
from data.sample.workbooks import write_sample

__all__ = [
    "SAMPLE_DESTINATIONS",
    "SAMPLE_PREFIX",
    "is_sample",
    "last_complete_month",
    "sample_truth",
    "write_sample",
]

SAMPLE_PREFIX = "eks-"
SAMPLE_DESTINATIONS = tuple(place.id for place in region().places)


def is_sample(identifier: str) -> bool:
    """True for the id of anything in the sample: a place, an actor, an area or an action."""
    return identifier.startswith(SAMPLE_PREFIX)
