"""Worked cases about data quality."""

from collections.abc import Mapping

from kpis.oracle_adapters.naming import named
from kpis.oracles import Adapter, Inputs, Outputs
from kpis.quality import data_completeness
from kpis.statbank import statbank_value


def _completeness(inputs: Inputs) -> Outputs:
    completeness = data_completeness(
        inputs["expected_cells"], inputs["present"], imputed=inputs["imputed"], breaks=inputs["flagged_break"]
    )
    return named(completeness, "completeness", measured_share="measured_share")


def _statbank(inputs: Inputs) -> Outputs:
    return {"values": [statbank_value(token) for token in inputs["tokens"]]}


ADAPTERS: Mapping[str, Adapter] = {"data_completeness": _completeness, "statbank_value_parse": _statbank}
