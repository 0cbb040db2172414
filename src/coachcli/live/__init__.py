"""The conversation: where lines come from, and what is on the screen."""
