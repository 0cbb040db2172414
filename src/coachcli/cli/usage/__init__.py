"""How commands are told and found: help, Tab, and names that are nearly right."""
