"""What is done with sessions: begin one, go on with it, read it, correct it, hand it on, throw it away."""
