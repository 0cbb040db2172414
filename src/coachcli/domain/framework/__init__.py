"""A framework as data: its parts, its conditions, and what must hold in it."""
