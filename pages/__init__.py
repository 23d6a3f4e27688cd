"""One file a page, and each page answers one question."""
