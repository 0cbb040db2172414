"""YAML in and out: it is read strictly, each text with its place, and written so that people can read it."""
