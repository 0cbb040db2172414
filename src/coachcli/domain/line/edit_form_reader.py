"""Reads a form of a session that comes back from the editor: the corrections in it, or the slips."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from coachcli.command_line import command
from coachcli.domain.answer.commitments import read_day
from coachcli.domain.day.reader import DateReader
from coachcli.domain.line.edit_form import (
    ASIDE,
    BEGINS_DAY,
    INDENT,
    MARKS,
    Entry,
    Form,
    aside,
    own_value,
    shown_day,
)
from coachcli.domain.line.note_changes import OF_WORDS, kinds_meant
from coachcli.domain.line.sharing import is_private
from coachcli.domain.note_kinds import NOTE_KINDS, is_coachs_alone
from coachcli.domain.session.edits import amended
from coachcli.domain.session.model import Note, Session, When
from coachcli.domain.terms import Kind, ShareWith
from coachcli.domain.text import clean, one_line
from coachcli.domain.value import Value, changed
from coachcli.patterns import pattern

_NUMBERED = pattern(r"(\d{1,7})\.(?=\s|$)\s*")
_KIND = pattern(r"[^\s→]+?(?=\s|→|->|$)")
_MARK = pattern(r"\s*(?:→|->)\s*(client (?:and|&) sponsor|client|sponsor|nobody)(?!\w)", re.IGNORECASE)
_SOME = 5
_ANSWER = "an answer itself cannot be changed here, only the words below it"
_ARROW = pattern(r"→|->")
_SHARES: dict[str, ShareWith] = {"nobody": "nobody", "client": "client"}
_BY = pattern(r"by\s+", re.IGNORECASE)
_ALONE: dict[Kind, str] = {"observation": "an observation", "theme": "a theme"}


class Slip(Value, frozen=True):
    """A place in the form that cannot be read as a correction, counted from 1. It never repeats the words there."""

    line: int
    column: int
    text: str


class Corrected(Value, frozen=True):
    """The session with its corrections; or as it was, with the slips in the form."""

    session: Session
    slips: tuple[Slip, ...] = ()


@dataclass(slots=True)
class _Block:
    """The part of the form that is about one note."""

    number: int
    line: int
    column: int
    rest: str
    heading: str
    words: list[str] = field(default_factory=list)
    aside: str = ""


def read_edit_form(form: Form, text: str, dates: DateReader) -> Corrected:
    """The session with the corrections in a form; as it was where the form has slips."""
    outline = _Outline(form)
    outline.read(text.removeprefix("\ufeff").replace("\r\n", "\n").split("\n"))
    slips, session = [*outline.slips, *outline.out_of_place()], form.session
    entries = {entry.number: entry for entry in form.entries}
    for block in outline.blocks:
        correction = _Correction(entries[block.number], block, dates, form.whole_file)
        note = correction.note()
        slips += correction.slips
        if note != correction.entry.note:
            session = amended(session, correction.entry.ref, note)
    if slips:
        return Corrected(form.session, tuple(sorted(slips, key=lambda slip: slip.line)))
    return Corrected(session)


class _Outline:
    """The lines of a form, taken apart."""

    def __init__(self, form: Form) -> None:
        self._form = form
        self._entries = {entry.number: entry for entry in form.entries}
        self._headings = {entry.heading for entry in form.entries}
        self._top = {row.strip() for row in form.top}
        self._heading = ""
        self._last = 1
        self._strays = False
        self._named: set[int] = set()
        self.blocks: list[_Block] = []
        self.slips: list[Slip] = []
        self._open: _Block | None = None

    def read(self, lines: list[str]) -> None:
        """Take the lines in: each begins a note, belongs to one, or is one that stays as it was."""
        for number, line in enumerate(lines, 1):
            self._last = number if line.strip() else self._last
            is_stray = not self._is_words(line) and not self._is_known(number, line)
            if is_stray and not self._strays:
                self._slip(number, 1, "this belongs to no note. The words of a note stand four blanks in")
            self._strays = is_stray or (self._strays and not line.strip())

    def out_of_place(self) -> Iterator[Slip]:
        """The slips of notes that are missing, or that stand elsewhere than before."""
        missing = [number for number in self._entries if number not in self._named]
        if missing:
            line = next((block.line for block in self.blocks if block.number > missing[0]), self._last)
            which = f"{', '.join(map(str, missing[:_SOME]))}{' ...' if missing[_SOME:] else ''}"
            yield Slip(line, 1, f"missing above here: note {which}. {self._form.whole_file} can take one away")
        if missing or self.slips:
            return
        before = 0
        for block in self.blocks:
            if block.number < before or block.heading != self._entries[block.number].heading:
                yield Slip(block.line, 1, f"note {block.number} stood elsewhere. Notes keep their place and question")
                return
            before = block.number

    def _is_words(self, line: str) -> bool:
        """Take a line of words of the note, or a blank one around them; whether it was one."""
        if self._open is None or not (line.startswith((INDENT, "\t")) or not line.strip()):
            return not line.strip()
        self._open.words.append(line[len(INDENT) :] if line.startswith(INDENT) else line.removeprefix("\t"))
        return True

    def _is_known(self, number: int, line: str) -> bool:
        """Take a line that begins a note, belongs to one, or stood in the form; whether it was one."""
        if (match := _NUMBERED.match(line)) is not None:
            self._begin(number, match)
        elif self._open is not None and line.startswith(ASIDE.rstrip()):
            self._open.aside = line.rstrip()
        elif line.rstrip() in self._headings:
            self._heading, self._open = line.rstrip(), None
        else:
            return line.strip() in self._top
        return True

    def _begin(self, number: int, match: re.Match[str]) -> None:
        note_number = int(match[1])
        self._open = _Block(note_number, number, match.end() + 1, match.string[match.end() :].rstrip(), self._heading)
        if note_number not in self._entries:
            self._slip(number, 1, f"there is no note of this number. {self._adding} adds one")
        elif note_number in self._named:
            self._slip(number, 1, f"note {note_number} stands here twice")
        else:
            self._named.add(note_number)
            self.blocks.append(self._open)

    @property
    def _adding(self) -> str:
        """The command that adds a note: an ended session is amended, any other goes on."""
        session = self._form.session
        return command("session", "amend" if session.status == "ended" else "resume", session.id)

    def _slip(self, line: int, column: int, text: str) -> None:
        self.slips.append(Slip(line, column, text))


class _Correction:
    """One note as the form has it now."""

    def __init__(self, entry: Entry, block: _Block, dates: DateReader, whole_file: str) -> None:
        self.entry = entry
        self.slips: list[Slip] = []
        self._block = block
        self._dates = dates
        self._whole_file = whole_file
        self._rest, self._at = block.rest, 0

    def note(self) -> Note:
        """The note with its corrections; as it was where there are slips."""
        old, kind = self.entry.note, self._kind()
        if kind is None:
            return old
        share, due, text = self._share(), self._due(), self._text()
        if due is not None and old.due is None and not (NOTE_KINDS[kind].has_terms or old.reviewed):
            self._slip("a day belongs to an action, a goal or a promise")
        if is_coachs_alone(kind) and share != "nobody" and (kind, share) != (old.kind, old.share_with):
            self._slip(f"{_ALONE.get(kind, 'a note of this kind')} is for you alone, and cannot be shared")
        elif share != "nobody" and _has_private(text) and not (old.share_with != "nobody" and _has_private(old.text)):
            self._slip("a line of it begins with ~, which is for you alone, and the note is shared")
        if self._block.aside != aside(old).rstrip():
            self._slip(f"what is said below the words cannot be changed here. {self._whole_file} can")
        return old if self.slips else changed(old, kind=kind, share_with=share, due=due, text=text)

    def _kind(self) -> Kind | None:
        """The kind of the note; None where no kind is written there, or a typed answer was changed."""
        old, own = self.entry.note, own_value(self.entry.note)
        match = _KIND.match(self._rest)
        word = own if own and _begins(self._rest, own) else match[0] if match else ""
        if word != (own or old.kind):
            kinds = [] if own else kinds_meant(word)
            if len(kinds) != 1:
                self._slip(_ANSWER if own else _several(kinds))
                return None
        self._at = len(word)
        return old.kind if word in {own, old.kind} else kinds[0]

    def _share(self) -> ShareWith:
        match = _MARK.match(self._rest, self._at)
        if match is None:
            return "nobody"
        self._at = match.end()
        return _SHARES.get(match[1].casefold(), "sponsor")

    def _due(self) -> When | None:
        old = self.entry.note.due
        behind = self._rest[self._at :]
        self._at += len(behind) - len(behind.lstrip(" \t,·"))
        words = one_line(behind.lstrip(" \t,·"))
        if words == shown_day(old):
            return old
        if not words:
            return None
        if not BEGINS_DAY.match(words):
            self._slip(f"behind the kind stand {MARKS['client']}, {MARKS['sponsor']}, or a day: by friday")
            return old
        if _ARROW.search(words):
            self._slip("who may see it stands before the day")
            return old
        due = read_day(_BY.sub("", words, count=1) if _BY.match(words) else words, self._dates)
        if due.on is None:
            self._slip(f"no day is understood here. {self._whole_file} takes words as well")
            return old
        return due

    def _text(self) -> str:
        old, words = self.entry.note, "\n".join(self._block.words)
        if _shape(words) == _shape(old.text):
            return old.text
        text = clean(words).strip("\n")
        if not text.strip() and not own_value(old):
            self._at = 0
            self._slip(f"its words are missing. {self._whole_file} can take a note away")
        return text

    def _slip(self, text: str) -> None:
        self.slips.append(Slip(self._block.line, self._block.column + self._at, text))


def _begins(text: str, words: str) -> bool:
    """Whether a text begins with these words, and no other word goes on from them."""
    return text.startswith(words) and text[len(words) :][:1] in {"", " ", "\t", "→", "-"}


def _several(kinds: list[Kind]) -> str:
    return f"this can be {' or '.join(kinds)}" if kinds else f"no kind is called so. {', '.join(OF_WORDS)}"


def _shape(text: str) -> str:
    """Words without what an editor may change unseen: blanks at the ends of lines, empty lines around."""
    return "\n".join(row.rstrip() for row in clean(text).split("\n")).strip("\n")


def _has_private(text: str) -> bool:
    return any(is_private(row.lstrip()) for row in text.split("\n"))
