"""The sentence that answers a page's question, with the number in it; one module a page."""
