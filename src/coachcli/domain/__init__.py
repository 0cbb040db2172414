"""Pure: no files, no terminal, no clock, no yaml. Frameworks, and functions over them."""
