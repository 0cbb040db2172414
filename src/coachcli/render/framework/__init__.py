"""What a coach reads of frameworks: an outline, a card, a list, a schema, and what is wrong in a file."""
