"""When garbage is collected: a command that ends soon needs none of it, one that stays does."""

import gc


def collect_from_now() -> None:
    """Collect garbage from here on, where `coach` began without; what is there already is never looked through."""
    if not gc.isenabled():
        gc.freeze()
        gc.enable()
