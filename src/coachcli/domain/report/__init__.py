"""Pages over months of work: progress, and reports for the client and the sponsor."""
