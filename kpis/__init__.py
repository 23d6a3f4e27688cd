"""What each number means: pure functions, each with its passport beside it.

A KPI takes plain numbers (None is missing, 0 is a true zero) and returns a value or an undefined with its reason.
NaN and infinity raise ValueError, because they hide which of the two was meant.
"""
