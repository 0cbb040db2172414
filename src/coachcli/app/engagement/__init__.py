"""What is done with an engagement: begin it, look at its road, change its file, end it, note what left the house."""
