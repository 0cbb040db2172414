"""The engagements the pages show: months of work with people who do not exist, played once when they are asked for."""

import atexit
import shutil
from collections.abc import Callable
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from e2e.months import careerminds, coaching_relationship
from e2e.months.script import Months, Script, played


@cache
def _played(script: Script) -> Months:
    folder = Path(mkdtemp(prefix="coach-months-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return played(folder, script)


PLAYED: dict[str, Callable[[], Months]] = {
    "careerminds": lambda: _played(careerminds.SCRIPT),
    "coaching-relationship": lambda: _played(coaching_relationship.SCRIPT),
}
"""Each engagement by the name that a page gives it."""
