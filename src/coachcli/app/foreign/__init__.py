"""What other programs wrote: notes that are taken in, and transcripts that are only read."""
