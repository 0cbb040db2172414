"""A session as a form to correct: each note with a number and the parts that may be changed, and nothing else."""

import re
from collections.abc import Iterator

from coachcli.command_line import command
from coachcli.domain.session.by_question import passages
from coachcli.domain.session.model import Note, Session, When
from coachcli.domain.session.moves import NoteRef
from coachcli.domain.session.wording import extras, full_date, headline
from coachcli.domain.terms import ShareWith
from coachcli.domain.text import clean, one_line
from coachcli.domain.value import Value, changed
from coachcli.patterns import pattern

INDENT = " " * 4
ASIDE = "  · "
MARKS: dict[ShareWith, str] = {"nobody": "", "client": "→ client", "sponsor": "→ client and sponsor"}
# Words with which a day begins; any other day has a "by" before it.
BEGINS_DAY = pattern(r"(?:by|until|before|after|once|when|as soon as|at|on|in|end of)\b", re.IGNORECASE)
_HOW = (
    "Correct the words, and in the line above them the kind, who may see",
    "it and the day:",
    "",
    f"{INDENT}7. KIND → client by DAY",
    "",
    '"→ client" may be written "-> client". A sponsor sees what has',
    '"→ client and sponsor"; with neither, a note is for you alone. Words',
    "stand four blanks in. Nothing else can be changed here: coach session",
    "amend adds a note, coach session edit --raw opens the whole file.",
    "The kinds:",
)


class Entry(Value, frozen=True):
    """One note in the form: its number there, its place in the session, the heading above it."""

    number: int
    ref: NoteRef
    note: Note
    heading: str


class Form(Value, frozen=True):
    """The form of a session: lines that stay as they are, and the notes."""

    session: Session
    top: tuple[str, ...]
    entries: tuple[Entry, ...]

    @property
    def text(self) -> str:
        """The form as it is laid out."""
        return "\n".join([*self.top, *_rows(self.entries)]) + "\n"

    @property
    def whole_file(self) -> str:
        """The command that opens the whole file, for what cannot be changed in the form."""
        return command("session", "edit", "--raw", self.session.id)


def form_of(session: Session, title: str, kinds: tuple[str, ...]) -> Form:
    """The form of a session; `kinds` are those that words alone can have."""
    half = (len(kinds) + 1) // 2
    rows = (f"{', '.join(kinds[:half])},", f"{', '.join(kinds[half:])}.")
    return Form(session, (f"# {_printable(title)}", "", *_HOW, *rows), tuple(_entries(session)))


def own_value(note: Note) -> str:
    """The value of a typed answer, which cannot be changed here; empty for a note of words."""
    value = headline(changed(note, text=""))
    return f"{note.kind}: {_printable(value)}" if value else ""


def shown_day(day: When | None) -> str:
    """The day of a note in its own words, with a word such as `by` before it that says that it is one."""
    words = _printable(day.words) if day else ""
    return words if not words or BEGINS_DAY.match(words) else f"by {words}"


def aside(note: Note) -> str:
    """The line of further facts about a note, to be read and not changed; empty where there are none."""
    parts = extras(changed(note, due=None))
    if note.added is not None:
        parts.append(f"added on {full_date(note.added.date())}")
    return f"{ASIDE}{' · '.join(map(_printable, parts))}" if parts else ""


def first_line(entry: Entry) -> str:
    """The line above the words of a note, with its number, its kind, its mark and its day."""
    note = entry.note
    parts = (f"{entry.number}.", own_value(note) or note.kind, MARKS[note.share_with], shown_day(note.due))
    return " ".join(part for part in parts if part)


def _entries(session: Session) -> Iterator[Entry]:
    number = 0
    for passage in passages(session):
        for asked in passage.questions:
            for ref, note in asked.notes:
                number += 1
                yield Entry(number, ref, note, f"## {_printable(passage.title)}: {_printable(asked.title)}")


def _rows(entries: tuple[Entry, ...]) -> Iterator[str]:
    heading = ""
    for entry in entries:
        if entry.heading != heading:
            heading = entry.heading
            yield from ("", heading)
        yield from ("", first_line(entry))
        if entry.note.text:
            yield from (f"{INDENT}{row}" if row else "" for row in clean(entry.note.text).split("\n"))
        if besides := aside(entry.note):
            yield besides


def _printable(words: str) -> str:
    """Words on one line, as they may stand in a file."""
    return one_line(clean(words))
