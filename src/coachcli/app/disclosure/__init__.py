"""Everything that is held about a person, given out on their request."""
