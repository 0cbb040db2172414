"""Clients: their folders, their file, their names."""
