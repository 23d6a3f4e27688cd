"""Where a figure comes from: the rows and cells under it, and from an upload back to the figures it carries."""
