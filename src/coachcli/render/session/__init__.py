"""Sessions as pages, files and JSON."""
