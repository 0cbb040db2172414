"""The files that are made of a session for the client; they lie in the client's folder `exports`."""

from collections.abc import Callable, Iterator
from itertools import count, islice
from pathlib import Path

from coachcli.app.context import Context
from coachcli.app.session.export import ENDINGS, Form, Opened, exported, note_that_it_leaves
from coachcli.domain.value import Value
from coachcli.store.disk import files, temp_files
from coachcli.store.disk.files import ChangedElsewhereError
from coachcli.store.disk.status import is_file
from coachcli.store.session.place import client_of, session_when

# How many files of one form are looked for at most.
_MOST = 20


class HandedOn(Value, frozen=True):
    """A file that was written, and the digest of its content."""

    path: Path
    digest: str


def hand_on(context: Context, opened: Opened, form: Form, before: HandedOn | None = None) -> HandedOn:
    """Write the session in one form for the client.

    A file that is there already stays, and the new one gets a number. Only two are replaced: a file with the same
    words, and the one written `before`, if nobody changed it since.
    """
    content = exported(context, opened, "client", form)
    folder = context.practice.exports(client_of(opened.path))
    files.make_folder(folder, inside=context.practice.root)
    temp_files.sweep(folder)

    def written(path: Path, known: str | None = None) -> HandedOn | None:
        return _written(path, content, lambda: note_that_it_leaves(context, opened, "client", form, content), known)

    again = before and written(before.path, before.digest)
    return again or next(filter(None, map(written, _names(folder, opened, form))))


def made_before(context: Context, opened: Opened, form: Form) -> Path | None:
    """The newest file in that form that was ever made of the session."""
    there = list(islice(_names(context.practice.exports(client_of(opened.path)), opened, form), _MOST))
    return next((path for path in reversed(there) if is_file(path)), None)


def _written(path: Path, content: bytes, leaves: Callable[[], None], known: str | None) -> HandedOn | None:
    """Write a file and return it, saying before that it leaves; None where something else lies at `path` already."""
    try:
        return HandedOn(path, files.replace(path, content, expected=known or files.digest(content), ready=leaves))
    except ChangedElsewhereError:
        return None


def _names(folder: Path, opened: Opened, form: Form) -> Iterator[Path]:
    stem = f"{session_when(opened.path)}-for-client"
    yield folder / f"{stem}.{ENDINGS[form]}"
    yield from (folder / f"{stem}-{number}.{ENDINGS[form]}" for number in count(2))
