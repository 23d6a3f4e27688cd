"""The store: the declared datasets as tables of a lake, appended to and read as of any moment."""
