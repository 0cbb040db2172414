"""What frameworks and packs are also called: their titles and `also:`, without checking the rest of their files."""

import re
from contextlib import suppress
from itertools import chain
from pathlib import Path

from coachcli.errors import CoachError
from coachcli.patterns import pattern
from coachcli.store.framework.text import file_bytes
from coachcli.store.yaml_io import strict_reader
from coachcli.store.yaml_io.nodes import Mapping, plain

# Each with the lines that belong to it: those that are indented, empty, comments, items, or close a bracket.
_SETTINGS = pattern(r"^(?:title|also)[ ]*:.*(?:\n(?:(?:[ \t#\]]|- ).*)?)*", re.MULTILINE)


def other_names(path: Path) -> list[str]:
    """The other names of the framework or pack in a file; none where they cannot be read."""
    with suppress(CoachError, strict_reader.YamlProblemError):
        text = file_bytes(path).decode("utf-8-sig", errors="replace").replace("\r\n", "\n")
        tree = strict_reader.read("\n".join(_SETTINGS.findall(text)).encode(), strict_reader.FRAMEWORK)
        values = [plain(entry.value) for entry in tree.entries.values()] if isinstance(tree, Mapping) else []
        return [name for name in chain.from_iterable(map(_texts, values)) if name.strip()]
    return []


def _texts(value: object) -> list[str]:
    items = value if isinstance(value, list) else [value]
    return [item for item in items if isinstance(item, str)]
