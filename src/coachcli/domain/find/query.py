"""What a coach looks for: words that a note has to hold, of which kind it is, and who was in the room."""

from collections.abc import Iterator, Sequence

from coachcli.domain.plain_letters import plain_letters
from coachcli.domain.session.model import Note
from coachcli.domain.tags import has_tag
from coachcli.domain.terms import Kind, Room
from coachcli.domain.value import Value
from coachcli.patterns import pattern

_QUOTED = pattern(r'"([^"]+)"|[“„]([^“”]+)[“”]|(\S+)')
# Kinds that a file from before calls by another name.
_RENAMED: frozenset[Kind] = frozenset({"aim", "next"})


class Query(Value, frozen=True):
    """All `words` must be in one note, in plain letters; a word may be a part of a longer one."""

    words: tuple[str, ...] = ()
    kind: Kind | None = None
    tag: str = ""
    room: Room | None = None

    @property
    def pieces(self) -> frozenset[bytes]:
        """Plain letters without a blank, in UTF-8, that stand in every file with such a note."""
        sought = [*self.words, *([plain_letters(self.tag)] if self.tag else [])]
        if self.kind and self.kind not in _RENAMED:
            sought.append(self.kind)
        # Where a text is in single quotes, a file has an apostrophe twice.
        return frozenset(
            piece.encode("utf-8", "replace") for words in sought for piece in words.replace("'", " ").split()
        )

    def fits(self, note: Note, room: Room) -> bool:
        """Whether a note that was taken down in a room is one of those looked for."""
        return (
            (self.kind is None or note.kind == self.kind)
            and (self.room is None or room == self.room)
            and (not self.tag or has_tag(note.text, self.tag))
            and self._is_in(note)
        )

    def _is_in(self, note: Note) -> bool:
        texts = [plain_letters(text) for text in texts_of(note)] if self.words else []
        return all(any(word in text for text in texts) for word in self.words)


def sought_in(said: Sequence[str]) -> tuple[str, ...]:
    """What was typed, in plain letters: each word; several as one where they came as one, or in quotes."""
    parts = [part for words in said for part in (split_line(words) if _has_quotes(words) else [words])]
    return tuple(filter(None, dict.fromkeys(map(plain_letters, parts))))


def split_line(line: str) -> list[str]:
    """The words of a line; those in quotes are one."""
    return [next(filter(None, match.groups())) for match in _QUOTED.finditer(line)]


def texts_of(note: Note) -> Iterator[str]:
    """The words that somebody wrote in a note; no figure, and no word that a page puts around it."""
    yield note.text
    yield from note.chosen
    yield from note.details.values()
    yield from (day.words for day in (note.due, note.day) if day is not None)
    if note.reviewed is not None:
        yield note.reviewed.what


def _has_quotes(words: str) -> bool:
    return any(sign in words for sign in '"“„')
