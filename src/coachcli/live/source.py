"""Where lines come from: what a source is given to show, and what it can bring back."""

from collections.abc import Callable, Sequence
from typing import Protocol, overload

from coachcli.domain.line.completion import Suggestion
from coachcli.domain.value import Value, changed, field


class Line(Value, frozen=True):
    """What stands on the line, and where the cursor is.

    `stale` where it was not taken and nobody may want it back: what is typed takes its place, unless it is mended. It
    comes in so where nothing was typed. A `burst` where it has several lines that came together, and nothing tells
    whether they were typed or pasted.
    """

    text: str = ""
    cursor: int = 0
    stale: bool = False
    burst: bool = False

    @classmethod
    def ending(cls, text: str) -> "Line":
        """The line with the cursor behind it."""
        return cls(text, len(text))

    def refused(self) -> "Line":
        """The line as it is given back when it was not taken: a command or a word may be written over, words not."""
        return changed(self, stale=" " not in self.text.strip() or self.text.startswith("/"))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Line) and (self.text, self.cursor) == (other.text, other.cursor)

    def __hash__(self) -> int:
        return hash((self.text, self.cursor))


class Meter(Value, frozen=True):
    """What changes by itself: the time in the stage and in the call, whether all is saved, what there is to heed.

    `short` is the clock where there is little room; `alarm` where something needs a look; a `hint` stays until a key.
    """

    stage: str = ""
    clock: str = ""
    short: str = ""
    saved: str = ""
    alarm: bool = False
    hint: str = ""


def _nothing(_line: str, _asked: bool) -> Sequence[Suggestion]:
    return ()


class Worded(Sequence[str]):
    """Texts that are put into words when they are looked at: of many notes a card shows the last few."""

    def __init__(self, numbers: range, word: Callable[[int], str]) -> None:
        self._numbers, self._word = numbers, word

    def __len__(self) -> int:
        return len(self._numbers)

    @overload
    def __getitem__(self, at: int) -> str: ...
    @overload
    def __getitem__(self, at: slice) -> "Worded": ...
    def __getitem__(self, at: int | slice) -> "str | Worded":
        if isinstance(at, slice):
            return Worded(self._numbers[at], self._word)
        return self._word(self._numbers[at])

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and list(self) == list(other)

    def __hash__(self) -> int:
        return hash(tuple(self))


class View(Value, frozen=True):
    """Everything on the screen while a line is typed.

    `visit` tells one showing of a question from the next; `step` is where it is within the first of the `crumbs`.
    `meter` is asked again as time goes by. A `page` stands in the place of the question until the next line, and Enter
    turns to each of the `further` pages. Before the line stand `prompt`, `about`, which is cut first, and `readers`:
    who else will read what is typed. With `escapes` the line can be left as if nothing had been typed; `is_early` where
    the keys may not be known yet. `complete` is given the line up to the cursor, and whether somebody asked.
    """

    visit: tuple[object, ...]
    crumbs: tuple[str, ...]
    question: str
    step: str = ""
    topic: str = ""
    cue: str = ""
    choices: tuple[str, ...] = ()
    notes: Sequence[str] = ()
    probe: str = ""
    remark: str = ""
    prompt: str = ""
    about: str = ""
    readers: str = ""
    page: tuple[str, ...] = ()
    further: tuple[tuple[str, ...], ...] = ()
    escapes: bool = False
    is_early: bool = False
    complete: Callable[[str, bool], Sequence[Suggestion]] = _nothing
    meter: Callable[[], Meter] = Meter

    @property
    def pages(self) -> tuple[tuple[str, ...], ...]:
        """All that stands in the place of the question, one after the other."""
        return (self.page, *self.further) if self.page else ()

    def with_pages(self, left: int) -> "View":
        """The view where so many of its pages are left to be read."""
        first, *further = self.pages[-left:] if left else ((),)
        return changed(self, page=first, further=tuple(further))


class Hooks(Value, frozen=True):
    """What the conversation wants to hear while a line is typed: each change, and the passing of time."""

    typed: Callable[[Line], None]
    tick: Callable[[], None]


class Entered(Value, frozen=True):
    """Enter: the line is complete."""

    line: Line


class Pressed(Value, frozen=True):
    """A key that means a command; the line stays as it is."""

    command: str
    line: Line


class Recalled(Value, frozen=True):
    """Up or Down on a line nobody changed: the note before, please, or the one after."""

    line: Line = field(default_factory=Line)
    later: bool = False


class Stopped(Value, frozen=True):
    """Ctrl-C."""

    line: Line


class EndOfInput(Value, frozen=True):
    """Nothing more comes: Ctrl-D, or with `closed` the end of a pipe."""

    closed: bool = False


class Signalled(Value, frozen=True):
    """The system asks to leave: hang-up or terminate, by the number of the signal."""

    number: int
    line: Line


Outcome = Entered | Pressed | Recalled | Stopped | EndOfInput | Signalled


class Source(Protocol):
    """A terminal, a pipe, or a test."""

    @property
    def interactive(self) -> bool:
        """Whether somebody is there who can mend a line that is given back."""
        ...

    def read(self, view: View, line: Line, hooks: Hooks) -> Outcome:
        """Show the view and wait for what comes, with `line` on the line already."""
        ...

    def say(self, *lines: str) -> None:
        """Something to read that stays: help, the time, what the coach must know."""
        ...

    def record(self, *lines: str) -> None:
        """A question and what was noted there, once the conversation leaves it: for a screen that forgets it then."""
        ...

    def kept(self, words: str) -> None:
        """A note was taken; a source whose view does not show it says so."""
        ...

    def page_size(self) -> tuple[int, int]:
        """How wide a page may be, and how many rows it has."""
        ...

    def refresh(self) -> None:
        """What changes by itself has changed. May be called from any thread."""
        ...

    def conceal(self, *, on: bool) -> None:
        """Leave nothing on the screen but what is asked now, or nothing at all once it is off."""
        ...

    def anchor(self, *, on: bool) -> None:
        """Keep the question at one place of the window from here on; off, give the window back as it is found."""
        ...
