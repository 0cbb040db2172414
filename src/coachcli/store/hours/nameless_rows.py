"""Rows of `earlier-hours.yaml` that lose their name, or go, as their client is erased; all else stays as it was."""

from collections.abc import Iterator, Sequence

from coachcli.domain.hours.earlier import EarlierHours, EarlierRow
from coachcli.domain.hours.nameless import free_label, is_of, without_name
from coachcli.domain.value import changed
from coachcli.errors import CoachError, NotFoundError, harmless
from coachcli.store.disk import files
from coachcli.store.hours import earlier_file
from coachcli.store.hours.earlier_file import LIMITS, row_text
from coachcli.store.paths import Practice
from coachcli.store.yaml_io import strict_reader
from coachcli.store.yaml_io.nodes import Mapping
from coachcli.store.yaml_io.nodes import Sequence as List


def has_name(practice: Practice, name: str) -> bool:
    """Whether a row is of the client of this name; raises DamagedEarlierError where that cannot be told."""
    try:
        data = files.read_bytes(practice.earlier_hours, LIMITS.bytes)
    except NotFoundError:
        return False
    # A file in which the name is nowhere need not be sound.
    is_there = name.casefold() in data.decode("utf-8", "replace").casefold()
    return is_there and any(is_of(row, name) for row in earlier_file.load(practice).relationships)


def lines_of(practice: Practice, name: str) -> frozenset[int]:
    """The lines on which the rows of this client stand; none where the name is nowhere."""
    if not has_name(practice, name):
        return frozenset()
    data = files.read_bytes(practice.earlier_hours, LIMITS.bytes)
    rows = zip(_spans(data, data.count(b"\n") + 1), earlier_file.load(practice).relationships, strict=False)
    theirs = (span for span, row in rows if is_of(row, name))
    return frozenset(line for first, last in theirs for line in range(first, last + 1))


def take_name_out(practice: Practice, name: str, label: str = "", *, keeps_hours: bool) -> None:
    """Make the rows of a client mere numbers, or take them out; `label` stands for the name, if it was chosen."""
    data = files.read_bytes(practice.earlier_hours, LIMITS.bytes)
    hours = earlier_file.load(practice)
    label = label or free_label(hours)
    rows = [
        (without_name(row, label) if keeps_hours else None) if is_of(row, name) else row for row in hours.relationships
    ]
    after = changed(hours, relationships=tuple(row for row in rows if row is not None))
    text = _text(data, hours, rows)
    if earlier_file.check(text).record != after:
        hint = harmless("Give each row a line of its own in it, and try again.")
        raise CoachError(harmless("A row of earlier-hours.yaml cannot be changed as it is written."), hint)
    files.replace(practice.earlier_hours, text, expected=files.digest(data))


def _text(data: bytes, hours: EarlierHours, rows: Sequence[EarlierRow | None]) -> bytes:
    """The text with the rows that are other than before written anew, on the lines on which they stand."""
    lines, changes = data.split(b"\n"), dict[int, bytes | None]()
    for (first, last), before, row in zip(_spans(data, len(lines)), hours.relationships, rows, strict=False):
        if row != before:
            indent = lines[first - 1].partition(b"-")[0]
            changes |= dict.fromkeys(range(first, last + 1))
            changes[first] = None if row is None else indent + b"- " + row_text(row).encode()
    kept = (changes.get(number, line) for number, line in enumerate(lines, 1))
    return b"\n".join(line for line in kept if line is not None)


def _spans(data: bytes, end: int) -> Iterator[tuple[int, int]]:
    """The first and the last line of each row."""
    tree = strict_reader.read(data, LIMITS)
    listed = tree.entries["relationships"].value if isinstance(tree, Mapping) else None
    items = [item for item in listed.items if isinstance(item, Mapping)] if isinstance(listed, List) else []
    for item in items:
        values = [entry.value for entry in item.entries.values()]
        yield item.line, min(end, max(getattr(value, "end_line", value.line) for value in values))
