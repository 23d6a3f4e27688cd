"""Where to write names beside points so that they cover neither each other nor a point."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product


@dataclass(frozen=True)
class Box:
    """A rectangle in pixels, y downwards."""

    left: float
    top: float
    right: float
    bottom: float

    def shared_with(self, other: "Box") -> float:
        """Return the area the two have in common."""
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.bottom, other.bottom) - max(self.top, other.top)
        return across * down if across > 0 and down > 0 else 0.0

    def outside(self, frame: "Box") -> float:
        """Return the area that lies outside the frame."""
        return (self.right - self.left) * (self.bottom - self.top) - self.shared_with(frame)


_POSITIONS = {
    "middle right": (1, 0),
    "middle left": (-1, 0),
    "bottom center": (0, 1),
    "top center": (0, -1),
    "bottom right": (1, 1),
    "top right": (1, -1),
    "bottom left": (-1, 1),
    "top left": (-1, -1),
}
_ROUNDS = 3
_OUTSIDE_COUNTS = 3


def place_labels(
    points: Sequence[tuple[float, float]],
    sizes: Sequence[tuple[float, float]],
    radii: Sequence[float],
    frame: tuple[float, float],
    taken: Sequence[Box] = (),
) -> list[str]:
    """Return a Plotly `textposition` per point, chosen so that labels overlap as little as can be.

    `points` and `radii` are the dots, `sizes` the (width, height) of their labels, `frame` the drawing's, `taken` what
    else is drawn, such as lines, all in pixels. The labels take turns, each to the position that is best while the
    others stand; the same input gives the same answer.
    """
    dots = [Box(x - r, y - r, x + r, y + r) for (x, y), r in zip(points, radii, strict=True)]
    whole = Box(0, 0, *frame)
    chosen = ["middle right"] * len(points)

    def box(i: int, position: str) -> Box:
        return _label_box(points[i], sizes[i], radii[i], position)

    def cost(i: int, position: str) -> float:
        own = box(i, position)
        others = sum(own.shared_with(box(j, chosen[j])) for j in range(len(points)) if j != i)
        covered = sum(own.shared_with(dot) for j, dot in enumerate(dots) if j != i)
        crossed = sum(own.shared_with(box) for box in taken)
        return others + covered + crossed + _OUTSIDE_COUNTS * own.outside(whole)

    for _, i in product(range(_ROUNDS), range(len(points))):
        chosen[i] = min(_POSITIONS, key=lambda position: cost(i, position))
    return chosen


def _label_box(point: tuple[float, float], size: tuple[float, float], radius: float, position: str) -> Box:
    (x, y), (width, height) = point, size
    across, down = _POSITIONS[position]
    left = x - width / 2 + across * (width / 2 + radius)
    top = y - height / 2 + down * (height / 2 + radius)
    return Box(left, top, left + width, top + height)
