"""Forgetting a client for good."""
