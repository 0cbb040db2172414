"""The page that shows two versions of a session side by side."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from coachcli.domain.note_kinds import BY_QUESTION, NOTE_KINDS
from coachcli.domain.session.circle import READERS
from coachcli.domain.session.model import Note
from coachcli.domain.session.wording import asked_about, in_words
from coachcli.domain.text import visible
from coachcli.domain.version.comparison import Comparison, Differing, Found, Otherwise, found_at


def comparison_text(comparison: Comparison, this: str, other: str) -> str:
    """The page of a comparison; `this` and `other` are the names of the two files."""
    mine = (found_at(comparison.this, ref) for ref in comparison.only_this)
    theirs = (found_at(comparison.other, ref) for ref in comparison.only_other)
    parts = (
        _part("Only in this one", _notes(mine)),
        _part("Only in the other one", _notes(theirs)),
        _part("Shared differently; the narrower holds", _differing(comparison.differing)),
        _part("Otherwise", map(_otherwise, comparison.otherwise)),
    )
    rows = [line for part in parts for line in part] or ["", "Both say the same."]
    return visible("\n".join([f"This one:  {this}", f"The other: {other}", *rows])) + "\n"


def note_lines(notes: Iterable[Note]) -> str:
    """Notes as the rows of a list."""
    return "".join(visible(f"{line}\n") for note in notes for line in _note(note))


def _part(title: str, lines: Iterable[str]) -> list[str]:
    rows = [*lines]
    return ["", title, *rows] if rows else []


def _notes(found: Iterable[Found]) -> Iterator[str]:
    for asked, group in groupby(found, lambda one: asked_about(one.turn)):
        yield f"  {asked}"
        for one in group:
            yield from _note(one.note, "" if one.note.share_with == "nobody" else f"for {READERS[one.note.share_with]}")


def _differing(both: Iterable[Differing]) -> Iterator[str]:
    for asked, group in groupby(both, lambda one: asked_about(one.turn)):
        yield f"  {asked}"
        for one in group:
            yield from _note(one.note, f"here {READERS[one.this]}, there {READERS[one.other]}")


def _note(note: Note, seen_by: str = "") -> list[str]:
    kind = NOTE_KINDS[note.kind]
    label = "" if kind.heading is BY_QUESTION else f"({kind.name}) "
    first, *rest = f"{label}{in_words(note)}{f' · {seen_by}' if seen_by else ''}".split("\n")
    return [f"    - {first}", *(f"      {row}" for row in rest)]


def _otherwise(fact: Otherwise) -> str:
    return f"  {fact.what}: here {fact.this or 'nothing'}, there {fact.other or 'nothing'}"
