"""The line that is typed: its grammar, its commands, and what it offers while one types."""
