"""The small network that the tests share, and the networks that hypothesis and chance draw."""

from itertools import combinations

import numpy as np
from hypothesis import strategies as st

from kpis.collaboration.network import Pair

SECTORS: dict[str, str | None] = {
    "DMO": "tourism",
    "MuseumA": "culture",
    "CraftB": "craft",
    "GuideC": "nature",
    "InnD": "tourism",
    "FarmE": "food",
    "MuseumF": "culture",
    "AssocG": "civic",
}
ACTORS = list(SECTORS)
TIES = [
    ("DMO", "MuseumA"),
    ("DMO", "CraftB"),
    ("DMO", "GuideC"),
    ("DMO", "InnD"),
    ("MuseumA", "GuideC"),
    ("MuseumA", "CraftB"),
    ("InnD", "GuideC"),
    ("FarmE", "AssocG"),
]
POSSIBLE = list(combinations(ACTORS, 2))
ties = st.lists(st.sampled_from(POSSIBLE), unique=True)


def turned(pairs: list[Pair]) -> list[Pair]:
    """The same ties, told from the other side."""
    return [(other, one) for one, other in pairs]


def random_matrix(random: np.random.Generator) -> np.ndarray:
    """Who is tied to whom among 4 to 14 actors, as a symmetric table of 0 and 1, from sparse to dense."""
    n = int(random.integers(4, 15))
    upper = np.triu(random.random((n, n)) < random.random(), 1)
    return (upper | upper.T).astype(int)


def pairs_of(matrix: np.ndarray) -> list[Pair]:
    """The ties of a table of 0 and 1, named by row and column; each once where the table is its upper half."""
    return [(str(one), str(other)) for one, other in np.argwhere(matrix)]
