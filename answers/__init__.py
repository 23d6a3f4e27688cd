"""The one place that, for a place, period and reader, reads rows, computes KPIs, compares, suppresses and formats."""
