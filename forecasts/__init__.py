"""What the coming months may bring: forecasts with bands, their track record, and the process that computes them."""
