"""What other programs wrote: notes, logs and transcripts, as it is understood."""
