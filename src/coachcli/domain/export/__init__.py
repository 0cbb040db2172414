"""What others than the coach may read of a session, and how a page of it is made up."""
