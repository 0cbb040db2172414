"""Charts as drawings: each kind in a module of its own, and what they share."""
