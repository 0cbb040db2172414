"""Pages that people read, whatever form they are given in."""
