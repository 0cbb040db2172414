"""coach.yaml: the few things a coach can set for the whole practice."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from coachcli.errors import NotFoundError, UnreadableError
from coachcli.store import files, strict_yaml
from coachcli.store.nodes import plain
from coachcli.store.paths import Practice

DateOrder = Literal["DMY", "MDY", "YMD"]

TEMPLATE = """# Settings of your practice. Take the # away from a line to use it.

# The model a session starts with, when neither you nor the client's last session says otherwise.
# framework: grow

# How 3/4 is read: DMY is 3 April, MDY is March 4.
# date_order: DMY
"""


@dataclass(frozen=True, slots=True)
class Settings:
    """What is set, or what holds where nothing is."""

    framework: str = "grow"
    date_order: DateOrder = "DMY"


def load(practice: Practice) -> Settings:
    """The settings; raises UnreadableError with line and reason."""
    path = practice.root / "coach.yaml"
    try:
        raw = files.read_bytes(path)
    except NotFoundError:
        return Settings()
    if not raw.strip() or all(line.lstrip().startswith(b"#") or not line.strip() for line in raw.split(b"\n")):
        return Settings()
    try:
        tree = strict_yaml.read(raw, strict_yaml.FRAMEWORK)
    except strict_yaml.YamlProblemError as error:
        raise UnreadableError(f"{path}:{error.problem.line}: {error.problem.text}.", error.problem.hint) from None
    data = plain(tree)
    return _settings(data if isinstance(data, dict) else {"": None}, str(path))


def set_up(practice: Practice) -> None:
    """The file with everything explained and nothing set, where there is none."""
    path = practice.root / "coach.yaml"
    if not path.exists():
        files.replace(path, TEMPLATE.encode(), expected=None)


def _settings(data: Mapping[str, object], path: str) -> Settings:
    unknown = set(data) - {"framework", "date_order"}
    if unknown:
        raise UnreadableError(f"{path}: '{min(unknown)}' is not a setting.", "There are: framework, date_order.")
    order = str(data.get("date_order") or "DMY").upper()
    allowed = {name: name for name in get_args(DateOrder)}
    if order not in allowed:
        raise UnreadableError(f"{path}: date_order cannot be '{order}'.", "It is DMY, MDY or YMD.")
    return Settings(str(data.get("framework") or "grow"), allowed[order])
