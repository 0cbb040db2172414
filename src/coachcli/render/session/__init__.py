"""Sessions, to be read."""
