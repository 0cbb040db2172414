"""YAML in and out: read strictly, each text with its place, and written so that people can read it."""
