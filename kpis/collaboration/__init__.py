"""How culture, tourism and the others in a place are connected, and what comes of it."""
