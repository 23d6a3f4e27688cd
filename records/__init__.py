"""What stands beside the lake and outlives it: sent pages and their links, roles, and the journal of acts."""
