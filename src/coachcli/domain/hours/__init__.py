"""How long sessions took, and what that counts for."""
