"""What hours are counted from beside sessions: hours from before, and what credentials ask for."""
