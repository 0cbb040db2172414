"""What is done for a client between sessions."""
