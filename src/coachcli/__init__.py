"""Walk a coaching session from the command line, and never lose a word."""

__version__ = "0.1.0"
