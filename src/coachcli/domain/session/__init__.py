"""A session: what it is, how it is walked, and what is read from it."""
