"""Files of other programs, as they are read."""
