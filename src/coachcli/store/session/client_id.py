"""The id of a client in the files that lie with them: changed there, and in nothing else of what is written."""

from collections.abc import Iterator
from pathlib import Path

from coachcli.domain.history.between import Between
from coachcli.domain.session.model import Session
from coachcli.errors import CoachError, UnreadableError
from coachcli.store.disk import files
from coachcli.store.session import records
from coachcli.store.session.records import Read, built
from coachcli.store.yaml_io import strict_reader
from coachcli.store.yaml_io.edits import NotEditableError, with_texts
from coachcli.store.yaml_io.nodes import Mapping, Node, Scalar, Sequence


def respell_session(path: Path, before: str, after: str) -> CoachError | None:
    """Make a session that says it is of the client `before` say `after`; an error where it was left as it is.

    The sessions that it looks back to follow. Whatever says another client is left in peace.
    """
    try:
        record = records.read(path)
        built(Session, record)
        _respell(record, before, after)
    except CoachError as error:
        return error
    return None


def respell_between(path: Path, before: str, after: str) -> CoachError | None:
    """The same for what happened between sessions."""
    try:
        record = records.read(path)
        built(Between, record)
        _respell(record, before, after)
    except CoachError as error:
        return error
    return None


def _respell(record: Read, before: str, after: str) -> None:
    texts = {scalar: f"{after}{scalar.text.removeprefix(before)}" for scalar in _ids(record.tree, before)}
    if record.data.get("client") != before:
        return
    try:
        raw = with_texts(record.raw, texts, strict_reader.RECORD)
    except NotEditableError:
        hint = "Correct its client and its id in an editor."
        raise UnreadableError(f"{record.path} is written in a way of its own, and was left as it is.", hint) from None
    files.replace(record.path, raw, expected=files.digest(record.raw))


def _ids(tree: Mapping, client: str) -> Iterator[Scalar]:
    """Where the client's id stands: alone, and in the ids of this session and of those that it looks back to."""
    for name in ("client", "id"):
        if name in tree.entries:
            yield from _with_id(tree.entries[name].value, client)
    for reviewed in _reviews(tree):
        if "session" in reviewed.entries:
            yield from _with_id(reviewed.entries["session"].value, client)


def _with_id(node: Node, client: str) -> Iterator[Scalar]:
    if isinstance(node, Scalar) and (node.text == client or node.text.startswith(f"{client}/")):
        yield node


def _reviews(node: Node) -> Iterator[Mapping]:
    """Every look back in a tree."""
    if isinstance(node, Sequence):
        for item in node.items:
            yield from _reviews(item)
    elif isinstance(node, Mapping):
        for name, entry in node.entries.items():
            if name == "reviewed" and isinstance(entry.value, Mapping):
                yield entry.value
            else:
                yield from _reviews(entry.value)
