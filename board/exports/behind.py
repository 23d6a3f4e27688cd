"""Which tables of a page stand behind what it says, so that a report and slides have them at their end."""

from board.content import Section, Table


def in_front(section: Section) -> list[Table]:
    """Return the section's own tables that are the matter of it."""
    return [table for table in section.tables if not table.folded]


def behind(section: Section) -> list[Table]:
    """Return the tables of the section's tiles, and those that only hold the figures of its sentences."""
    of_tiles = [tile.table for tile in section.tiles if tile.table]
    return [*of_tiles, *(table for table in section.tables if table.folded)]
