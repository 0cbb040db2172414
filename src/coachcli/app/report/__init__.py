"""Reports of the work with a client: for the coach, the client, the sponsor."""
