"""What can go wrong, each with its exit code. Nothing here prints; no message ever holds a note's text."""

from typing import Self


class Saying(str):
    """A text for the coach, with what may be said of it where others see the screen: naming nobody, and no file.

    A text that is none, or was put together of several, has nothing that may be said there.
    """

    __slots__ = ("discreet",)
    discreet: str

    def __new__(cls, text: str, *, discreet: str) -> Self:
        """Both as they are to be read."""
        saying = super().__new__(cls, text)
        saying.discreet = discreet
        return saying


def harmless(text: str) -> Saying:
    """A text that anybody may read."""
    return Saying(text, discreet=text)


def joined(*texts: str, between: str = " ") -> Saying:
    """Several texts as one, with what may be said of each."""
    told = between.join(filter(None, texts))
    return Saying(told, discreet=between.join(filter(None, map(in_public, texts))))


def in_public(text: str) -> str:
    """What may be said of a text where others see the screen; nothing where nobody thought of them."""
    return text.discreet if isinstance(text, Saying) else ""


class CancelledError(Exception):
    """The coach thought better of it, by Ctrl-C at a question: the command ends as any does that is interrupted."""


class CoachError(Exception):
    """One line that says what and where (`message`), and one that says what to do (`hint`)."""

    exit_code = 1
    in_general = "This could not be done."
    """What may be said of it where others see the screen, if its message says nothing for that."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    @property
    def discreet(self) -> str:
        """What happened, in words that name nobody."""
        return in_public(self.message) or self.in_general

    def in_public(self) -> "CoachError":
        """The same for a screen that others see."""
        hint = in_public(self.hint) or "Without --discreet, on a screen of your own, it says more."
        said = CoachError(harmless(self.discreet), harmless(hint))
        said.exit_code = self.exit_code
        return said


class PassedOverError(CoachError):
    """Something in the practice belongs to nobody, is a second version or leads elsewhere; it counts nowhere."""

    in_general = "Something was passed over; coach session list says what."


class UsageError(CoachError):
    """The command line does not make sense."""

    exit_code = 2
    in_general = "This cannot be done as it was asked."


class NotFoundError(CoachError):
    """No client, session or framework goes by that name."""

    exit_code = 3
    in_general = "What was named cannot be found."


class NearNameError(NotFoundError):
    """Nobody is called just so, and one client nearly: whoever typed it can be asked.

    `typed` is the name as it was given, `meant` one by which that client is found.
    """

    def __init__(self, message: str, hint: str, *, typed: str, meant: str) -> None:
        super().__init__(message, hint)
        self.typed = typed
        self.meant = meant


class UnreadableError(CoachError):
    """A file cannot be wholly read; it is left exactly as it is."""

    exit_code = 4
    in_general = "A file cannot be read; it was left as it is."


class NotSavedError(CoachError):
    """The disk did not take what was to be written; what was saved before is intact."""

    exit_code = 4
    in_general = "It was not saved; what was saved before is intact."


class InUseError(CoachError):
    """Another terminal, or another program, has it."""

    exit_code = 5
    in_general = "It is in use elsewhere; nothing was changed."
