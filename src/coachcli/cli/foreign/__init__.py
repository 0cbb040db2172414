"""Commands on what other programs wrote."""
