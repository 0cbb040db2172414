"""Frameworks between calls: listing, checking, making, changing and comparing them."""
