"""Engagements and roads as files: their text, read strictly, and the roads there are."""
