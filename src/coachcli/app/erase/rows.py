"""What an erasing would remove, and where else the name stands, in words for the coach."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from coachcli.app.context import Context
from coachcli.app.erase.hours import fate
from coachcli.app.erase.survey import Survey, client_beside
from coachcli.command_line import command
from coachcli.domain.hours.sums import hours_words
from coachcli.domain.session.wording import full_date
from coachcli.store.client import clients
from coachcli.store.disk.status import is_folder
from coachcli.store.erase.others import Mention
from coachcli.store.paths import Practice
from coachcli.store.session.place import client_of, is_named_as_one, session_name

_SHOWN = 5
UNREACHED = (
    "backups, and copies of this folder that are synchronised elsewhere",
    "mails and files that you sent, or saved outside this folder",
    "what a disk keeps of files that were deleted, an SSD above all",
    "this window, which can be scrolled back, and what your shell and editor remember",
)
"""What no program of this kind can erase."""


def places(context: Context, known: Survey) -> list[tuple[str, str, str]]:
    """The places, a row each: where, how many files, and what they are where the place does not tell."""
    files: dict[tuple[Path, str], int] = {}
    for one in known.found:
        row = (_row_of(context.practice, one.path), one.told)
        files[row] = files.get(row, 0) + one.files
    return [(_shown(context.practice, path), _count(number), told) for (path, told), number in files.items()]


def _row_of(practice: Practice, path: Path) -> Path:
    """Where a file is told of: by itself at the top and in the client's own folder, elsewhere by its folder."""
    is_by_itself = path.parent == practice.root or path.parents[1] in {practice.clients, practice.erasing}
    return path if is_by_itself or is_folder(path) else path.parent


def mentions(context: Context, known: Survey) -> Iterator[str]:
    """Where the name stands in what is not theirs: the place, the day, whose it is, and how to open it."""
    names = {one.id: one.name for one in clients.clients(context.practice)}
    for one in known.mentions:
        whose, how = _whose(context.practice, one.path, names), _opened(context.practice, one.path)
        told = ", ".join(filter(None, (whose, _day(one.path), _lines(one))))
        yield f"  {_shown(context.practice, one.path)}"
        yield f"    {told}"
        if how:
            yield f"    {how}"


def hours(context: Context, known: Survey) -> Iterator[str]:
    """What becomes of their hours, in sentences; nothing where there are none."""
    stays, goes = fate(context, known.client)
    if stays:
        yield f"{hours_words(stays)} stay, as numbers without a name; --no-hours takes them as well."
    if goes:
        yield f"Your hours lose: {'; '.join(goes)}."


def still(files: int) -> str:
    """That the name stands where it was shown to stand."""
    return f"The name still stands in {_count(files)} that {'is' if files == 1 else 'are'} not theirs, as shown above."


def alone(count: int) -> str:
    """How many of the sessions are the coach's own work."""
    return f"{count} of the sessions {'is' if count == 1 else 'are'} your own work about them."


def _count(number: int) -> str:
    return f"{number} file{'' if number == 1 else 's'}"


def _shown(practice: Practice, path: Path) -> str:
    return str(path.relative_to(practice.root)) if path.is_relative_to(practice.root) else str(path)


def _lines(one: Mention) -> str:
    """The lines and the names there: `lines 3 and 14: Will`."""
    if not one.places:
        return "in its name"
    numbers = [str(place.line) for place in one.places]
    names = ", ".join(dict.fromkeys(place.told for place in one.places))
    more = f" and {len(numbers) - _SHOWN} more" if len(numbers) > _SHOWN else ""
    return f"line{'' if len(numbers) == 1 else 's'} {', '.join(numbers[:_SHOWN])}{more}: {names}"


def _whose(practice: Practice, path: Path, names: dict[str, str]) -> str:
    client_id = client_beside(practice, path)
    return "your own work" if path.is_relative_to(practice.own) else names.get(client_id, client_id)


def _day(path: Path) -> str:
    return full_date(date.fromisoformat(path.name[:10])) if is_named_as_one(path) else ""


def _opened(practice: Practice, path: Path) -> str:
    """The command that opens a file; nothing where none does, as its path says enough."""
    is_theirs = path.is_relative_to(practice.clients) or path.is_relative_to(practice.own)
    if is_theirs and is_named_as_one(path):
        return command("session", "show", session_name(path))
    if path.parent == practice.frameworks and path.suffix == ".yaml":
        return command("framework", "edit", path.stem)
    if is_theirs and path.name == "client.yaml":
        return command("client", "edit", path.parent.name)
    if is_theirs and path.parent.name == "engagements" and path.suffix == ".yaml":
        return command("engagement", "edit", client_of(path), path.stem)
    return ""
