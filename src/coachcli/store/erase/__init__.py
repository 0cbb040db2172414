"""Forgetting a client: every place that has something of theirs, and how each is emptied."""
