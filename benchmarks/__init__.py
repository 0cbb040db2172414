"""How long a coach waits, side by side with others. `make bench` runs all of it."""
