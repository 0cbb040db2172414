"""What others said about a client, and what of it may be told."""
