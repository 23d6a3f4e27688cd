"""Are culture and tourism connected?"""

from answers.collaboration import Collaboration
from kpis.result import Undefined, Value
from locales import Language
from locales.rounding import whole


def collaboration_sentence(collaboration: Collaboration, language: Language) -> str:
    """Are culture and tourism connected?"""
    if collaboration.place.kind == "actor":
        return _of_an_actor(collaboration, language)
    told = [_network(collaboration, language), _across(collaboration, language), _one_sided(collaboration, language)]
    return " ".join(sentence for sentence in told if sentence)


def _network(collaboration: Collaboration, language: Language) -> str:
    alone, place = collaboration.answers["isolate_share"].result, collaboration.place.name
    if isinstance(alone, Undefined):
        if not collaboration.network.ties:
            return language.text("No partnerships have been registered in {place} yet.", place=place)
        return language.text(
            "In {place} too few actors have been asked whom they work with to measure the network.", place=place
        )
    asked = alone.n or 0
    connected = asked - whole(alone.number * asked)
    if connected == asked:
        n = language.number(asked)
        return language.text("In {place}, all {n} actors asked work with at least one other.", place=place, n=n)
    return language.plural(
        "In {place}, {connected} of the {n} actor asked works with at least one other.",
        "In {place}, {connected} of the {n} actors asked work with at least one other.",
        asked, place=place, connected=language.number(connected),
    )  # fmt: skip


def _across(collaboration: Collaboration, language: Language) -> str:
    across = collaboration.answers["cross_sector_share"].result
    if isinstance(across, Undefined):
        return ""
    ties = across.n or 0
    bridges = whole(across.number * ties)
    if bridges == ties:
        return language.plural(
            "{n} confirmed tie joins two different sectors.",
            "All {n} confirmed ties join two different sectors.",
            ties,
        )
    return language.plural(
        "{bridges} of {n} confirmed tie joins two different sectors.",
        "{bridges} of {n} confirmed ties join two different sectors.",
        ties, bridges=language.number(bridges),
    )  # fmt: skip


def _one_sided(collaboration: Collaboration, language: Language) -> str:
    both = collaboration.answers["tie_confirmation"].result
    if not isinstance(both, Value):
        return ""
    claimed = both.n or 0
    one_sided = claimed - whole(both.number * claimed)
    if not one_sided:
        return ""
    return language.plural(
        "{n} partnership is seen by one side only.", "{n} partnerships are seen by one side only.", one_sided
    )


def _of_an_actor(collaboration: Collaboration, language: Language) -> str:
    actor, network = collaboration.place.actors[0], collaboration.network
    partners = {one for tie in network.ties for one in tie.pair} - {actor}
    if not partners:
        return language.text("No partnerships of {place} have been registered.", place=collaboration.place.name)
    both = len([pair for pair in network.confirmed if actor in pair])
    return language.plural(
        "{place} has a tie to {n} other actor; {both} of them is confirmed by both.",
        "{place} has ties to {n} other actors; {both} of them are confirmed by both.",
        len(partners), place=collaboration.place.name, both=language.number(both),
    )  # fmt: skip
