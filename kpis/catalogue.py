"""Every KPI there is, in the order of the catalogue."""

import importlib
import pkgutil
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

import kpis
from kpis.declare import Passport, declared

ENTRY_POINT = "kpis.__main__"


@cache
def catalogue() -> Mapping[str, Passport]:
    """All declared KPIs by id, ordered by their number in the catalogue."""
    for module in pkgutil.walk_packages(kpis.__path__, "kpis."):
        if module.name != ENTRY_POINT:
            importlib.import_module(module.name)
    return MappingProxyType(dict(sorted(declared().items(), key=lambda item: item[1].number)))
