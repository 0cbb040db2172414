"""A page in each of its forms."""
