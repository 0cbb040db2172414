"""Bytes, files, folders and locks: the lowest layer of the store."""
