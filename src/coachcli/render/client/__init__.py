"""A client between calls to be read: the card before a session, what is open, the first screen."""
