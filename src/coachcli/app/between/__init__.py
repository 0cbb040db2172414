"""What a coach says between sessions: what came of actions and goals, and what is new."""
