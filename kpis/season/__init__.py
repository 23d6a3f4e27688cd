"""How the visits spread over the year, and what changes that."""
