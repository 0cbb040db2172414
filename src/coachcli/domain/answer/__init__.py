"""What answers a question of each type, and how the words of a line are read as that."""
