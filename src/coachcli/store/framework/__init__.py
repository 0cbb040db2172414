"""Framework files: found, read, checked, extended and translated."""
