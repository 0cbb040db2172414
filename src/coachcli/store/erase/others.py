"""What is not the client's: where their name stands in it, and which frameworks it needs. Nothing is changed."""

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from coachcli.domain.disclosure.name_search import Place, Sought, places_in, sought, stands_in
from coachcli.domain.encodings import UTF_16
from coachcli.errors import CoachError
from coachcli.patterns import pattern
from coachcli.store import settings
from coachcli.store.disk import reader
from coachcli.store.disk.removal import plain_files
from coachcli.store.disk.status import is_link, is_there
from coachcli.store.engagement.new_file import COMMENTS
from coachcli.store.erase.note_lines import note_lines
from coachcli.store.framework.files import ENGAGEMENTS, shipped_folder
from coachcli.store.hours import earlier_file
from coachcli.store.paths import Practice
from coachcli.store.practice import README
from coachcli.store.session import rescue
from coachcli.store.session.place import is_session_name

_HASH = pattern(rb"(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])")
_NO_WORDS = pattern(r"(?:client|id): ")
_ESCAPED = pattern(r"\\u([0-9a-f]{4})")
_LARGEST = reader.LARGEST
# What the program itself writes into files of the practice has examples with names in them.
_OURS = frozenset(f"{settings.TEMPLATE}\n{README}\n{earlier_file.TEMPLATE}".split("\n"))
_SCHEMA = pattern(r"coach-[a-z-]+\.schema\.json")


class Mention(NamedTuple):
    """A file of others, or of nobody, in which the name stands; `places` is empty where it only stands in its name."""

    path: Path
    places: tuple[Place, ...]


class Others(NamedTuple):
    """All files but a client's: those with the name in them, the hashes in them, and those that could not be read."""

    mentions: tuple[Mention, ...] = ()
    hashes: frozenset[str] = frozenset()
    unread: tuple[CoachError, ...] = ()

    @property
    def is_whole(self) -> bool:
        """Whether all of them were read."""
        return not self.unread

    @staticmethod
    def hashes_in(path: Path) -> frozenset[str]:
        """The hashes in a file; none where it cannot be read."""
        try:
            return _hashes(reader.read_bytes(path, _LARGEST))
        except CoachError:
            return frozenset()


def others(practice: Practice, theirs: Iterable[Path], names: tuple[Sought, ...], client_id: str = "") -> Others:
    """Look through all files of a practice and the rescue folder but `theirs`, and what can be made anew.

    A session that lies with somebody else, and says that it is of the client of this id, is told of as well.
    """
    mentions: list[Mention] = []
    hashes: set[str] = set()
    unread: list[CoachError] = []
    for path in _files(practice, frozenset(theirs)):
        try:
            data = reader.read_bytes(path, _LARGEST)
        except CoachError as error:
            unread.append(error)
            continue
        if practice.snapshots not in path.parents:
            hashes |= _hashes(data)
        places = _places(practice, path, data, names) or list(_claims(path, data, client_id))
        if places or stands_in(path.name, names):
            mentions.append(Mention(path, tuple(places)))
    return Others(tuple(_without_pages(mentions)), frozenset(hashes), tuple(unread))


def _places(practice: Practice, path: Path, data: bytes, names: tuple[Sought, ...]) -> list[Place]:
    """Where a name stands in a file, without what the program wrote there itself: a client may be called Will."""
    text = _text_of(data)
    places = places_in(text, names)
    if places and path.parent == practice.root:
        rows = text.split("\n")
        return [place for place in places if rows[place.line - 1] not in _OURS]
    if places and is_session_name(path.name):
        rows = text.split("\n")
        # Most files say it only in their id: to read all of them as YAML would take a while.
        places = [place for place in places if not _NO_WORDS.match(rows[place.line - 1])]
        lines = note_lines(data) if places else None
        return [place for place in places if lines is None or place.line in lines]
    if places and path.parent.name == ENGAGEMENTS:
        rows = text.split("\n")
        return [place for place in places if rows[place.line - 1] not in COMMENTS]
    if places and path.parent == practice.snapshots:
        return [place for place in places if not _is_shipped(place.told)]
    return places


def _claims(path: Path, data: bytes, client_id: str) -> Iterator[Place]:
    """Where a session says that it is of this client."""
    if client_id and is_session_name(path.name):
        for number, row in enumerate(data.split(b"\n"), 1):
            if row.strip() == b"client: " + client_id.encode():
                yield Place(number, "it says that it is theirs")


@cache
def _is_shipped(told: str) -> bool:
    """Whether a name is a word of the frameworks that come with the program."""
    return stands_in(_shipped(), sought(told))


@cache
def _shipped() -> str:
    """All that those frameworks say."""
    paths = (path for path in plain_files(shipped_folder()) if path.suffix == ".yaml")
    return "\n".join(reader.read_bytes(path).decode() for path in paths)


def _files(practice: Practice, theirs: frozenset[Path]) -> Iterator[Path]:
    """All plain files but theirs and what is made anew; what links lead to is no part of a practice."""
    derived = {practice.index, practice.locks, practice.counters}
    for folder in (practice.root, rescue.folder()):
        for path in plain_files(folder):
            apart = theirs.isdisjoint((path, *path.parents)) and derived.isdisjoint(path.parents)
            is_schema = path.parent == practice.frameworks and _SCHEMA.fullmatch(path.name)
            if apart and not is_schema and not is_link(path):
                yield path


def _hashes(data: bytes) -> frozenset[str]:
    return frozenset(match.decode() for match in _HASH.findall(data))


def _text_of(data: bytes) -> str:
    """A file as text, whatever it is; letters that a draft spells out are letters."""
    text = data.decode("utf-16" if data[:2] in UTF_16 else "utf-8", "replace")
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text) if "\\u" in text else text


def _without_pages(mentions: list[Mention]) -> Iterator[Mention]:
    """The files without the pages that are made of them, which change with these."""
    return (one for one in mentions if one.path.suffix != ".md" or not is_there(one.path.with_suffix(".yaml")))
