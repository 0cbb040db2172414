"""An engagement for reading, and what editors need to know of its file."""
