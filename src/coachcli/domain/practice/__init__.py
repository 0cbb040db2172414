"""A practice as a whole: what is wrong in it, what may be in a backup, what is kept too long."""
