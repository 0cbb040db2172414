"""What each command does: plain functions that take a Context and return values."""
