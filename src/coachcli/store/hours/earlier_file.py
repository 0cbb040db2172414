"""`earlier-hours.yaml`: hours from before, read strictly, and rows put into it that leave all else as it was."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from coachcli.command_line import command
from coachcli.domain.hours.earlier import EarlierHours, EarlierRow, earlier_flaws
from coachcli.domain.record_data import NotQuickError, quick
from coachcli.domain.value import changed
from coachcli.errors import CoachError, InUseError, NotFoundError, Saying, UnreadableError, harmless
from coachcli.store.disk import files, locks
from coachcli.store.engagement import record_text
from coachcli.store.engagement.record_text import CheckedText, Form
from coachcli.store.paths import Practice
from coachcli.store.yaml_io import strict_reader
from coachcli.store.yaml_io.added_lines import UnchangedError, flow, with_items
from coachcli.store.yaml_io.strict_reader import OddError

LIMITS = strict_reader.RECORD._replace(names_are_public=True)
"""The most that the file may hold."""
_LIST = "relationships"
_FORM = Form(
    EarlierHours,
    f"{_LIST}:  and below it  - {{client: Jane Example, paid: 12.5}}",
    earlier_flaws,
    {"client": "?", "paid": "0", "pro_bono": "0", "-": {"client": "?", "paid": "0"}},
    limits=LIMITS,
)
TEMPLATE = f"""# Hours from before your sessions were kept here: one row a relationship, with its first and last day.
# client, and paid or pro_bono, are needed; the rest may be missing. A row can say:
#   - {{client: Jane Example, contact: jane@example.com, people: 1, start: 2024-01-10, end: 2024-09-12, paid: 12.5,
#      pro_bono: 0, type: executive, mode: coaching, listed_for_credential: 2024-09-12}}
format: 1
{_LIST}:
"""
"""The file as it is made, with an example in its comment."""


class DamagedEarlierError(UnreadableError):
    """The file cannot be used as it is."""

    in_general = "The hours from before cannot be read; the file was left as it is."


def check(data: bytes) -> CheckedText[EarlierHours]:
    """The hours in the text of the file, and all that is wrong with it."""
    outcome = record_text.check(data, "earlier-hours", _FORM)
    if outcome.record is not None:
        return outcome
    # Rows that were mended to read on may look alike.
    return outcome._replace(problems=tuple(one for one in outcome.problems if one.level == "error"))


def load(practice: Practice) -> EarlierHours:
    """The hours from before, none where there is no file; raises DamagedEarlierError with the first that is wrong."""
    try:
        data = files.read_bytes(practice.earlier_hours, LIMITS.bytes)
    except NotFoundError:
        return EarlierHours()
    return _quick(data) or _checked(practice.earlier_hours, data)


def add(practice: Practice, rows: Sequence[EarlierRow], known: EarlierHours | None = None) -> Path:
    """Put rows into the file, which is made where there is none, and leave the rest of it as it is; returns its path.

    `known` is what the rows were compared with: raises InUseError where there is something else by now.
    Raises DamagedEarlierError where it cannot be read, CoachError where there is no place for the rows in it.
    """
    path = practice.earlier_hours
    files.make_folder(practice.locks, inside=practice.root)
    refusal = InUseError(harmless("The hours from before are being changed in another terminal."), _TRY_AGAIN)
    with locks.held(practice.locks / path.stem, wait=locks.PATIENCE, refusal=refusal):
        if known is not None and load(practice) != known:
            raise InUseError(harmless("The hours from before were changed in another terminal."), _AGAIN)
        try:
            before = files.read_bytes(path, LIMITS.bytes)
        except NotFoundError:
            files.replace(path, with_rows(TEMPLATE.encode(), rows), expected=None)
        else:
            _checked(path, before)
            files.replace(path, _with_rows_or_words(before, rows), expected=files.digest(before))
    return path


_AGAIN = harmless("Nothing was added: say it once more, to see what is new by now.")
_TRY_AGAIN = harmless("Finish there first; nothing was changed.")


def with_rows(data: bytes, rows: Sequence[EarlierRow]) -> bytes:
    """The text of the file with rows more, all else to the byte as it was; raises UnchangedError.

    `data` has to be sound: a text with a mistake in it has no place for a row.
    """
    there = check(data).record
    if there is None:
        raise UnchangedError
    after = changed(there, relationships=(*there.relationships, *rows))
    ways = with_items(data, LIMITS, _LIST, [row_text(row) for row in rows]) if rows else iter([data])
    for text in ways:
        if check(text).record == after:
            return text
    raise UnchangedError


def row_text(row: EarlierRow) -> str:
    """A row as it is written, on one line."""
    return "{" + ", ".join(f"{name}: {value}" for name, value in _parts(row)) + "}"


def _parts(row: EarlierRow) -> Iterator[tuple[str, object]]:
    default = EarlierRow(client="?")
    for name in EarlierRow.__struct_fields__:
        value = getattr(row, name)
        if value != getattr(default, name):
            yield name, flow(value) if isinstance(value, str) else _number(value)


def _number(value: object) -> object:
    """A day as it is; hours with as many figures as they have."""
    return f"{value:.12g}" if isinstance(value, float) else value


def _with_rows_or_words(before: bytes, rows: Sequence[EarlierRow]) -> bytes:
    try:
        return with_rows(before, rows)
    except UnchangedError:
        hint = harmless(f"Put each item of  {_LIST}:  on a line of its own in it, and try again.")
        raise CoachError(harmless("There is no place for more rows in earlier-hours.yaml."), hint) from None


def _quick(data: bytes) -> EarlierHours | None:
    """The hours where nothing at all is wrong with the file, in a fraction of the time."""
    try:
        hours = quick(EarlierHours, strict_reader.read_plain(data, LIMITS))
    except (OddError, NotQuickError):
        return None
    return None if next(earlier_flaws(hours), None) else hours


def _checked(path: Path, data: bytes) -> EarlierHours:
    outcome = check(data)
    if outcome.record is not None:
        return outcome.record
    first = next(problem for problem in outcome.problems if problem.level == "error")
    more = len(outcome.problems) - 1
    rest = f" ({more} more in this file)" if more else ""
    said = f"{path}:{first.line}:{first.column}: {first.text}{rest}."
    again = f"All that is wrong: {command('framework', 'check', str(path))}"
    hint = f"{first.hint[0].upper()}{first.hint[1:]}. {again}" if first.hint else again
    raise DamagedEarlierError(Saying(said, discreet=DamagedEarlierError.in_general), hint)
