"""Questions about a path that raise nothing; Path's own methods do where there is no permission."""

import os
from pathlib import Path


def is_there(path: Path) -> bool:
    """Whether there is something at a path that can be looked at; a link counts as what it leads to."""
    return os.path.exists(path)  # noqa: PTH110 see above


def is_file(path: Path) -> bool:
    """Whether it is a plain file, or a link to one."""
    return os.path.isfile(path)  # noqa: PTH113


def is_folder(path: Path) -> bool:
    """Whether it is a folder, or a link to one."""
    return os.path.isdir(path)  # noqa: PTH112


def is_link(path: Path) -> bool:
    """Whether it is a link, wherever that leads."""
    return os.path.islink(path)  # noqa: PTH114
