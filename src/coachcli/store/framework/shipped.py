"""Where what is installed along with the program is."""

from pathlib import Path

from coachcli.errors import CoachError

_MODULE = Path(__file__)


def shipped_folder() -> Path:
    """Where the shipped frameworks are: beside the package when installed, at the top of the checkout otherwise."""
    for folder in (_MODULE.parents[2] / "frameworks", _MODULE.parents[4] / "frameworks"):
        if folder.is_dir():
            return folder
    raise CoachError("The shipped frameworks are not there; this installation is broken.", "Install coachcli again.")
