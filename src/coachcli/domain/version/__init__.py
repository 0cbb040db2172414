"""Two versions of one session: what differs, and what is made of both."""
