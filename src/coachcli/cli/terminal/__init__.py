"""Where a command speaks: its output, the questions it asks, how far it is, and its process."""
