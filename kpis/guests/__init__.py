"""What the guests answer, buy and complain about."""
