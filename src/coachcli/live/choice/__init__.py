"""Picking one of several before a call."""
