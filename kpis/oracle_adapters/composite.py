"""Worked cases about composite indices and target bands."""

from collections.abc import Mapping

from kpis.composite import arithmetic as arithmetic_mean
from kpis.composite import combine, composite_index, equal_weights, goalpost_score, rank_intervals, ranks, without_each
from kpis.growth.potential import Indicator, growth_potential_index
from kpis.oracle_adapters.naming import named, value_of
from kpis.oracles import Adapter, Inputs, Outputs
from kpis.regenerative.bands import target_band_status
from kpis.result import Value


def _index(inputs: Inputs) -> Outputs:
    needed = inputs["dat_thresh"]
    if "scores" in inputs:
        index = composite_index(inputs["scores"], coverage_needed=needed)
    else:
        indicators = [Indicator(**indicator) for indicator in inputs["indicators"]]
        index = growth_potential_index(indicators, coverage_needed=needed)
    names = {"scores": "scores", "coverage": "coverage", "geometric_1_100": "geometric"}
    return {**named(index, "arithmetic", **names), "shown": isinstance(index, Value)}


def _goalpost(inputs: Inputs) -> Outputs:
    return named(goalpost_score(inputs["value"], inputs["floor"], inputs["target"]), "score")


def _robustness(inputs: Inputs) -> Outputs:
    table = inputs["scores_units_x_indicators"]
    places = {str(place): {str(part): score for part, score in enumerate(row)} for place, row in enumerate(table)}
    parts = places["0"]

    def means(weights: Mapping[str, float]) -> list[float]:
        made = (combine(scores, weights, arithmetic_mean) for scores in places.values())
        return [value for value in made if value is not None]

    baseline = means(equal_weights(parts))
    return {
        "baseline_scores": baseline,
        "baseline_rank": ranks(baseline),
        "leave_one_out_ranks": [ranks(means(weights)) for weights in without_each(parts).values()],
        "rank_min_max": list(rank_intervals(places).values()),
    }


def _bands(inputs: Inputs) -> Outputs:
    return {
        "status": [value_of(target_band_status(value, inputs["low"], inputs["high"])) for value in inputs["values"]]
    }


ADAPTERS: Mapping[str, Adapter] = {
    "composite_index": _index,
    "goalpost_score": _goalpost,
    "composite_rank_robustness": _robustness,
    "target_band_status": _bands,
}
