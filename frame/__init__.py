"""The frame around every page: shared filters, the anatomy of a page, and what waits when there is nothing to show."""
