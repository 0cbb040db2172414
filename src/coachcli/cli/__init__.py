"""The commands, a module for each noun. Each has a signature, one call into app, and one into render."""
