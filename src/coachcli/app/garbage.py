"""The collection of garbage: a command that ends soon needs none, and one that stays does."""

import gc


def collect_from_now() -> None:
    """Collect garbage from here on, where `coach` began without that; what exists already is left out of it."""
    if not gc.isenabled():
        gc.freeze()
        gc.enable()
