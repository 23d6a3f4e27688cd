"""The tables of sent pages, their links, and how often these were opened. They lie beside the lake and outlive it."""

from sqlalchemy import Column, ForeignKey, Integer, String, Table, Text

from records.database import METADATA

PAGES = Table(
    "board_pages",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("sent_at", String, nullable=False),
    Column("sent_by", String, nullable=False),
    Column("title", String, nullable=False),
    Column("composition", Text, nullable=False),
    Column("content", Text, nullable=False),
    Column("content_sha256", String, nullable=False),
    Column("html", Text, nullable=False),
    Column("html_sha256", String, nullable=False),
)

# The token itself is nowhere: only what it hashes to. A password is kept as argon2 keeps it, "" where there is none.
LINKS = Table(
    "board_links",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("page", ForeignKey("board_pages.id"), nullable=False),
    Column("token_sha256", String, nullable=False, unique=True),
    Column("made_at", String, nullable=False),
    Column("made_by", String, nullable=False),
    Column("expires_at", String, nullable=False),
    Column("revoked_at", String),
    Column("revoked_by", String),
    Column("password", String, nullable=False),
)

# A row for each link and minute in which it was opened; by whom is not known.
OPENS = Table(
    "board_opens",
    METADATA,
    Column("link", ForeignKey("board_links.id"), primary_key=True),
    Column("minute", String, primary_key=True),
    Column("count", Integer, nullable=False),
)
