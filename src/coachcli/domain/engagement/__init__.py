"""An agreed piece of work with a client: what was agreed, its road, and where it stands on a day."""
