"""Frameworks to be read: as an outline, a card, a list or a schema, and what is wrong in their files."""
