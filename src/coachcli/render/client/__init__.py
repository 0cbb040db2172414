"""What a coach reads about clients between calls: the card before a session, what is open, the first screen."""
