"""Days and hours, as people say them."""
