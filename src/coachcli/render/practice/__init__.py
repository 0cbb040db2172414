"""What is said of a whole practice."""
