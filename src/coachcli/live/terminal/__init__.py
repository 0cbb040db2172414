"""The live line at a terminal that can draw: its keys, its layout, its second screen."""
