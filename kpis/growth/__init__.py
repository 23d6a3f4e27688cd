"""How a place grows, and whether there is room and a market for it to grow."""
