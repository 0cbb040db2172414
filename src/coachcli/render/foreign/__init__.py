"""What was understood of notes and transcripts that other programs wrote."""
