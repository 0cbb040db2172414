"""Sessions: begun, gone on with, read, settled."""
