"""The source of lines: what it gets to show, and what may come of it."""

from collections.abc import Callable, Sequence
from typing import Protocol, overload

from coachcli.domain.line.completion import Suggestion
from coachcli.domain.value import Value, changed


class Line(Value, frozen=True):
    """What stands on the line, and where the cursor is.

    It is `stale` where it was given back and may not be wanted: typing replaces it, but it can be mended. It comes back
    stale where nothing was typed. It is a `burst` where it is several lines that came together, and nothing tells
    whether they were typed or pasted.
    """

    text: str = ""
    cursor: int = 0
    stale: bool = False
    burst: bool = False

    @classmethod
    def ending(cls, text: str) -> "Line":
        """The line of a text, with the cursor behind it."""
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

    `short` is the clock where there is little room; `alarm` says that something needs a look; a `hint` stays until a
    key is pressed.
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
    """Texts that are made only when they are looked at: of many notes, a card shows the last few."""

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

    `visit` tells one visit to a question from the next. `crumbs` say where the call is, and `step` where within the
    first of them. `meter` is called again as time goes by. A `page` stands in the place of the question until the next
    line, and Enter turns to each of the `further` pages. Before the line stand `prompt`, `about`, which is cut first,
    and `readers`: who else will read what is typed. With `escapes`, the line can be left as if nothing had been typed.
    `is_early` says that the coach may not know the keys yet. `complete` gets the line up to the cursor, and whether
    Tab asked for words.
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
        """All pages that stand in the place of the question, one after the other."""
        return (self.page, *self.further) if self.page else ()

    def with_pages(self, left: int) -> "View":
        """The view with only its last `left` pages, which are still to be read."""
        first, *further = self.pages[-left:] if left else ((),)
        return changed(self, page=first, further=tuple(further))


class Hooks(Value, frozen=True):
    """What a source calls while a line is typed: at each change, and as time passes."""

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

    line: Line = Line()
    later: bool = False


class Stopped(Value, frozen=True):
    """Ctrl-C was pressed."""

    line: Line


class EndOfInput(Value, frozen=True):
    """Ctrl-D was pressed on an empty line; or, if `closed`, a pipe has ended."""

    closed: bool = False


class Signalled(Value, frozen=True):
    """A signal came that asks the program to end."""

    number: int
    line: Line


Outcome = Entered | Pressed | Recalled | Stopped | EndOfInput | Signalled


class Source(Protocol):
    """Where lines come from: a terminal, a pipe, or a test."""

    @property
    def interactive(self) -> bool:
        """Whether somebody can mend a line that is given back."""
        ...

    def read(self, view: View, line: Line, hooks: Hooks) -> Outcome:
        """Show the view with `line` on the line, and wait for what comes of it."""
        ...

    def say(self, *lines: str) -> None:
        """Show lines that stay, such as what the coach must know before or after the call."""
        ...

    def record(self, *lines: str) -> None:
        """Keep on the screen a question with its notes, which the call has left and the view no longer shows."""
        ...

    def kept(self, words: str) -> None:
        """Say that a note was taken, where the view does not show it."""
        ...

    def page_size(self) -> tuple[int, int]:
        """How many columns and rows a page may have."""
        ...

    def refresh(self) -> None:
        """Draw the meter anew, as it has changed. May be called from any thread."""
        ...

    def conceal(self, *, on: bool) -> None:
        """Once on, show only what is asked now; once off again, leave nothing of that on the screen."""
        ...

    def anchor(self, *, on: bool) -> None:
        """Once on, keep the question at one place of the window; once off again, give the window back."""
        ...
