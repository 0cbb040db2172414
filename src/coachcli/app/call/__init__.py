"""The call while it is held: its loop, its commands, its pages, its saving."""
