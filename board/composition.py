"""What somebody asks a board page to hold: places, year, comparison, and the sections in their order with comments."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints, field_validator

from board.content import Frozen, SectionKind
from kpis.catalogue import catalogue

Comparison = Literal["year_before", "target", "peers"]
COMPARISONS: tuple[Comparison, ...] = ("year_before", "target", "peers")
MOST_TILES = 6

Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]
Comment = Annotated[str, StringConstraints(strip_whitespace=True, max_length=4000)]


class SectionChoice(Frozen):
    """One section: its kind, the sender's comment, and which figures where the kind lets one choose; () for the usual.

    `starts_on_new_page` is about paper.
    """

    kind: SectionKind
    comment: Comment = ""
    kpis: tuple[str, ...] = ()
    starts_on_new_page: bool = False

    @field_validator("kpis")
    @classmethod
    def _are_known(cls, kpis: tuple[str, ...]) -> tuple[str, ...]:
        unknown = [kpi for kpi in kpis if kpi not in catalogue()]
        if unknown:
            raise ValueError(f"no such figure: {', '.join(unknown)}")
        if len(kpis) > MOST_TILES:
            raise ValueError(f"at most {MOST_TILES} figures")
        return kpis


class Composition(Frozen):
    """A board page as it is asked for; `places` are ids, `sender` the organisation that sends it, "" for the role."""

    title: Line
    language: Literal["da", "en"] = "da"
    places: Annotated[tuple[str, ...], Field(min_length=1, max_length=8)]
    year: Annotated[int, Field(ge=1900, le=2200)]
    comparison: tuple[Comparison, ...] = COMPARISONS
    sections: Annotated[tuple[SectionChoice, ...], Field(min_length=1, max_length=16)]
    sender: Annotated[str, StringConstraints(strip_whitespace=True, max_length=120)] = ""

    def as_json(self) -> str:
        """Return the composition as JSON; `from_json` gives it back."""
        return self.model_dump_json()

    @classmethod
    def from_json(cls, text: str) -> "Composition":
        """Return the composition; raises pydantic's ValidationError for what is none."""
        return cls.model_validate_json(text)


def usual_composition(title: str, place: str, year: int, language: Literal["da", "en"] = "da") -> Composition:
    """Return a composition with every kind of section, to begin with."""
    kinds: tuple[SectionKind, ...] = (
        "headline", "tiles", "trend", "heatmap", "comparison", "regenerative", "ten_steps", "actions",
    )  # fmt: skip
    sections = tuple(SectionChoice(kind=kind) for kind in kinds)
    return Composition(title=title, language=language, places=(place,), year=year, sections=sections)
