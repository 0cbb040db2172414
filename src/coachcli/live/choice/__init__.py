"""How the coach picks one of several things, and answers questions, outside a call."""
