"""Which tables of a page stand behind what it says, so that a report and slides have them at their end."""

from board.content import Section, SectionKind, Table

# What these say in a sentence or a figure is the matter; their own tables only repeat the numbers of it.
TOLD_IN_WORDS: frozenset[SectionKind] = frozenset({"headline", "tiles", "trend", "heatmap"})


def behind(section: Section) -> list[Table]:
    """Return the tables of the section's tiles, and its own where a sentence or a figure has said them."""
    own = section.tables if section.kind in TOLD_IN_WORDS else ()
    return [*(tile.table for tile in section.tiles if tile.table), *own]
