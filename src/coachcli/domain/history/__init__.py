"""What happened with a client over time: sessions in short, entries between them, and what became of everything."""
