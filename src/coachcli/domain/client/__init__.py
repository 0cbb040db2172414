"""Clients, and what they bring from one session to the next."""
