"""What a culture business earns, spends and is for."""
