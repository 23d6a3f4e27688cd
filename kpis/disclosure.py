"""What may be told of sums over actors without giving a single one away, by itself or beside other sums."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from collections.abc import Set as AbstractSet

from kpis.result import Undefined

FEWEST_ACTORS = 3


def singles_out(actors: Collection[str], shown: Sequence[AbstractSet[str]]) -> Undefined | None:
    """Return why a sum over these actors stays hidden beside the sums shown, None where it may be told.

    The sums cut the actors into groups that are in the same of them. While each group has at least three actors, no
    adding and subtracting of sums reaches fewer: whatever it gives is made of whole groups.
    """
    if len(set(actors)) < FEWEST_ACTORS:
        return Undefined("too_few_actors", {"minimum": FEWEST_ACTORS})
    sums = [*shown, frozenset(actors)]
    groups = Counter(tuple(actor in one for one in sums) for actor in frozenset().union(*sums))
    return None if min(groups.values()) >= FEWEST_ACTORS else Undefined("gives_away", {"minimum": FEWEST_ACTORS})


def parts_to_tell(contributors: Mapping[str, AbstractSet[str]]) -> tuple[tuple[str, ...], ...]:
    """Return the parts of a whole that may be told, those with fewer than three contributors joined; () where none may.

    A joined part that still has fewer takes in the told part with the fewest contributors. A part without any is told:
    its 0 is nobody's figure.
    """
    told = [name for name, actors in contributors.items() if not actors or len(actors) >= FEWEST_ACTORS]
    joined = [name for name in contributors if name not in told]
    while joined and len(frozenset().union(*(contributors[name] for name in joined))) < FEWEST_ACTORS:
        earning = [name for name in told if contributors[name]]
        if not earning:
            return ()
        fewest = min(earning, key=lambda name: len(contributors[name]))
        told.remove(fewest)
        joined.append(fewest)
    return (*((name,) for name in told), *((tuple(joined),) if joined else ()))
