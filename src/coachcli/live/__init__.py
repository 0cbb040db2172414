"""The conversation with the coach: where lines come from, and what is on the screen."""
