"""Finding notes in all sessions, and between them."""
