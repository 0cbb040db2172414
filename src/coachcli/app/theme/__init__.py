"""What others said of a client: themes, and the mean of their numbers."""
