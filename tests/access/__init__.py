"""The doors: members, sessions, settings, rights."""
