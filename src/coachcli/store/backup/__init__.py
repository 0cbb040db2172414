"""A practice in one encrypted file, and back."""
