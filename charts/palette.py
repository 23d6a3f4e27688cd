"""The colours, light and dark. Figures, style sheet and theme all take them from here."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Palette:
    """One set of colours, as "#rrggbb".

    `place` is the place the page is about and used for nothing else; `comparison` is everything it is compared with;
    `warning` is used sparingly. `scale` runs from little to much. Text is only ever ink, muted, place or warning:
    these reach WCAG AA (4.5:1) on both `paper` and `panel`.
    """

    paper: str
    panel: str
    ink: str
    muted: str
    comparison: str
    faint: str
    rule: str
    place: str
    place_middle: str
    place_half: str
    place_soft: str
    warning: str
    warning_soft: str
    scale: tuple[str, ...]


LIGHT = Palette(
    paper="#FFFDFA",
    panel="#F5F2EB",
    ink="#1B2429",
    muted="#566067",
    comparison="#868F94",
    faint="#E4E1D9",
    rule="#DAD6CC",
    place="#0A5A73",
    place_middle="#5898AC",
    place_half="#8DBAC7",
    place_soft="#C3DCE3",
    warning="#A34B05",
    warning_soft="#F3D2B3",
    scale=("#F0F3F1", "#D3E4E6", "#A9CDD5", "#74AFBE", "#3F8BA0", "#0A5A73", "#063B4C"),
)

DARK = Palette(
    paper="#13191C",
    panel="#1B2327",
    ink="#EDEAE3",
    muted="#A9B1B4",
    comparison="#7C878C",
    faint="#2A3439",
    rule="#343E43",
    place="#67C3DA",
    place_middle="#3C879A",
    place_half="#2E6877",
    place_soft="#214955",
    warning="#F0A24B",
    warning_soft="#5A3B1A",
    scale=("#1C272C", "#20383F", "#265461", "#327589", "#4A9FB5", "#7CCBDE", "#C0EAF3"),
)


def palette(*, dark: bool) -> Palette:
    """Return the colours of the dark or the light theme."""
    return DARK if dark else LIGHT


def see_through(colour: str, opacity: float) -> str:
    """Return "#rrggbb" as "rgba(...)" with that opacity (0-1)."""
    return f"rgba({','.join(map(str, _channels(colour)))},{opacity:g})"


def mixed(scale: tuple[str, ...], fraction: float) -> str:
    """Return the colour that far (0-1) along the scale, mixed as Plotly mixes it."""
    place = min(max(fraction, 0.0), 1.0) * (len(scale) - 1)
    i = min(int(place), len(scale) - 2)
    pairs = zip(_channels(scale[i]), _channels(scale[i + 1]), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * (place - i)):02x}" for a, b in pairs)


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, 1 to 21, as WCAG 2 defines it."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def readable_on(colour: str) -> str:
    """Return black or white, whichever reads better on the colour; one of them always reaches AA."""
    return max(("#000000", "#FFFFFF"), key=lambda text: contrast(text, colour))


def _channels(colour: str) -> tuple[int, int, int]:
    red, green, blue = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return red, green, blue


def _luminance(colour: str) -> float:
    shares = (channel / 255 for channel in _channels(colour))
    linear = (s / 12.92 if s <= 0.03928 else ((s + 0.055) / 1.055) ** 2.4 for s in shares)
    return sum(weight * s for weight, s in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
