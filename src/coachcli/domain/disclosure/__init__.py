"""Everything held about a person: to be given to them, or erased."""
