"""One module for each noun: a signature, one call into app, one into render."""
