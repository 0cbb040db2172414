"""What a coach does with the whole of a practice: check it, keep it elsewhere, tell what is kept too long."""
