"""Clients, and how things stand with them."""
