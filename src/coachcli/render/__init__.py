"""What turns values into pages, cards, tables and JSON."""
