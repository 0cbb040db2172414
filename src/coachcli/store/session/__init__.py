"""Sessions and all that belongs to them, on disk."""
