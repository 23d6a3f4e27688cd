"""All declarations of what the KPIs rest on."""

from collections.abc import Mapping
from types import MappingProxyType

from answers.lineage.business import BUSINESS, GUESTS
from answers.lineage.connected import COLLABORATION, QUALITY, STEPS
from answers.lineage.growth import GROWTH
from answers.lineage.parts import Bases
from answers.lineage.regenerative import REGENERATIVE
from answers.lineage.season import SEASON

BASES: Mapping[str, Bases] = MappingProxyType(
    {**GROWTH, **SEASON, **BUSINESS, **GUESTS, **REGENERATIVE, **COLLABORATION, **STEPS, **QUALITY}
)
