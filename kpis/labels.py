"""The codes that a figure may consist of, in plain words. The words are gettext msgids."""

from collections.abc import Mapping
from types import MappingProxyType

LABELS: Mapping[str, str] = MappingProxyType(
    {
        # season_shift_label
        "unchanged": "about unchanged",
        "flatter": "flatter",
        "steeper": "steeper",
        "flatter_by_offpeak_gain": "flatter by gain outside the high season",
        "flatter_by_peak_loss": "flatter by loss in the high season",
        "steeper_by_peak_gain": "steeper by gain in the high season",
        "steeper_by_offpeak_loss": "steeper by loss outside the high season",
        "slightly_flatter": "slightly flatter",
        "slightly_steeper": "slightly steeper",
        "slightly_flatter_by_offpeak_gain": "slightly flatter by gain outside the high season",
        "slightly_flatter_by_peak_loss": "slightly flatter by loss in the high season",
        "slightly_steeper_by_peak_gain": "slightly steeper by gain in the high season",
        "slightly_steeper_by_offpeak_loss": "slightly steeper by loss outside the high season",
        "unclear": "depends on the measure",
        # growth_share_quadrant
        "star": "large and growing",
        "cash_cow": "large, not growing",
        "question_mark": "small and growing",
        "niche": "small, not growing",
        # capacity_utilisation
        "over_capacity": "over capacity",
        # regen_evidence_ladder
        "planned": "planned",
        "started": "started",
        "done": "done",
        "documented": "outcome documented",
        # target_band_status
        "below": "below the floor",
        "within": "within the band",
        "above": "above the ceiling",
        "below_and_above": "some below the floor, some above the ceiling",
        # lifecycle_note
        "exploration": "exploration",
        "involvement": "involvement",
        "development": "development",
        "consolidation": "consolidation",
        "stagnation": "stagnation",
        "decline": "decline",
        "rejuvenation": "rejuvenation",
        # the quadrants of importance_performance
        "keep": "matters and is done well",
        "improve": "matters and could be done better",
        "possible_overkill": "matters less and is done well",
        "low_priority": "matters less and is done less well",
        # the kinds of break_flags
        "definition": "new definition",
        "counter": "new way of counting",
        "merger": "merger or split",
        "covid": "the COVID years",
        "class": "new class in the statistics",
        "event": "large event",
        # the side an undefined figure is about
        "local": "for ourselves",
        "reference": "for the reference area",
        "previous": "in the earlier period",
        "current": "in the later period",
    }
)
