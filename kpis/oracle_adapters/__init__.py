"""From the inputs of a worked case to calls of the real functions, and their results under the case's own names.

An adapter only passes figures on; every number comes from a function of `kpis`.
"""

from collections.abc import Mapping

from kpis.oracle_adapters import (
    business,
    collaboration,
    composite,
    growth,
    guests,
    quality,
    regenerative,
    season,
    steps,
)
from kpis.oracles import Adapter

ADAPTERS: Mapping[str, Adapter] = {
    **growth.ADAPTERS,
    **season.ADAPTERS,
    **regenerative.ADAPTERS,
    **collaboration.ADAPTERS,
    **steps.ADAPTERS,
    **composite.ADAPTERS,
    **business.ADAPTERS,
    **guests.ADAPTERS,
    **quality.ADAPTERS,
}
