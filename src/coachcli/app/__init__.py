"""One module for each noun: plain functions of a Context that return values."""
