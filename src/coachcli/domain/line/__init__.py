"""The line that the coach types: its grammar, its commands, and what it offers while somebody types."""
