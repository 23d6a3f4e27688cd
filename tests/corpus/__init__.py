"""Workbooks made by the tests, with known truth, and the large counts that are run over them."""
