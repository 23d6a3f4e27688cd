"""Findings as people read them: an actor or a place by its name, not by its code."""

from dataclasses import replace

from answers.places import entity_names
from frame.context import Context
from pipelines.findings import Finding

_CODED = "suggestion"


def by_name(context: Context, finding: Finding) -> Finding:
    """Return the finding with what it suggests said by its name, where it suggests an actor or a place we know."""
    code = finding.values.get(_CODED)
    name = entity_names(context.data).get(code) if code else None
    return replace(finding, values={**finding.values, _CODED: name}) if name else finding
