"""Pure: no files, no terminal, no clock, no yaml. Models, and functions over them."""
